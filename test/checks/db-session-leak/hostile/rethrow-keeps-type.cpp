// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// `throw;` throws what the handler caught, or something derived from it.

#include "libpq-fe.h"

struct Error {};
struct Timeout : Error {};
struct Other {};
void mayThrow();
bool failed() noexcept;

void caughtByTheOuter() {
  PGconn *Conn = PQconnectdb("");
  try {
    try {
      if (failed())
        throw Error();
    } catch (const Error &) {
      throw;
    }
  } catch (const Error &) {
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

void caughtByABase() {
  PGconn *Conn = PQconnectdb("");
  try {
    try {
      if (failed())
        throw Timeout();
    } catch (const Timeout &) {
      throw;
    }
  } catch (const Error &) {
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

void caughtByNobody() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:11: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+6]]:7: note: 'throw' leaves the function without 'PQfinish'
  try {
    try {
      if (failed())
        throw Error();
    } catch (const Error &) {
      throw;
    }
  } catch (const Other &) {
    PQfinish(Conn);
    return;
  }
  PQfinish(Conn);
}

// What was caught as an Error may be a Timeout.
void caughtAsDerived() {
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+4]]:7: note: 'mayThrow' throws and the handler is entered
  // CHECK-NOTES: :[[@LINE+8]]:5: note: 'return' leaves the function without 'PQfinish'
  try {
    try {
      mayThrow();
    } catch (const Error &) {
      throw;
    }
  } catch (const Timeout &) {
    return;
  } catch (...) {
  }
  PQfinish(Conn);
}
