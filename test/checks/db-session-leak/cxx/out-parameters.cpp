// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handles given to the caller through a reference or a pointer.
#include "libpq-fe.h"
#include "sqlite3.h"

void mayThrow();

bool opens(PGconn *&out) {
  out = PQconnectdb("");
  return PQstatus(out) == CONNECTION_OK;
}

bool opensThroughAPointer(PGconn **out) {
  *out = PQconnectdb("");
  return PQstatus(*out) == CONNECTION_OK;
}

bool opensOrCleansUp(PGconn *&out) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    out = nullptr;
    return false;
  }
  out = c;
  return true;
}

bool opensOrForgets(PGconn *&out) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return false;
  out = c;
  return true;
}

void throwsAfterItWasGiven(PGconn *&out) {
  out = PQconnectdb("");
  mayThrow();
}

void callerForgetsOnFailure() {
  PGconn *c = nullptr;
  if (!opens(c))
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'c' acquired by 'opens' is not released on every path [db-session-leak]
    return;
  PQfinish(c);
}

void callerReleasesOnFailure() {
  PGconn *c = nullptr;
  if (!opens(c)) {
    PQfinish(c);
    return;
  }
  PQfinish(c);
}

void callerForgetsOnFailureThroughAPointer() {
  PGconn *c = nullptr;
  if (!opensThroughAPointer(&c))
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'c' acquired by 'opensThroughAPointer' is not released on every path [db-session-leak]
    return;
  PQfinish(c);
}

void calleeCleansUp() {
  PGconn *c = nullptr;
  if (!opensOrCleansUp(c))
    return;
  PQfinish(c);
}

void calleeCleansUpCallerForgets() {
  PGconn *c = nullptr;
  if (!opensOrCleansUp(c))
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'c' acquired by 'opensOrCleansUp' is not released on every path [db-session-leak]
    return;
  PQreset(c);
}

int forwardsTheOutParameter(const char *path, sqlite3 *&db) { return sqlite3_open(path, &db); }

int localFirst(const char *path, sqlite3 **db) {
  sqlite3 *tmp = nullptr;
  int rc = sqlite3_open(path, &tmp);
  if (rc != SQLITE_OK) {
    sqlite3_close(tmp);
    return rc;
  }
  *db = tmp;
  return SQLITE_OK;
}

int localFirstForgets(const char *path, sqlite3 **db) {
  sqlite3 *tmp = nullptr;
  int rc = sqlite3_open(path, &tmp);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'tmp' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    return rc;
  *db = tmp;
  return SQLITE_OK;
}
