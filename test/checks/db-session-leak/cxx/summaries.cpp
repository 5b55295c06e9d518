// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Functions of this translation unit are known by what they do.
#include "libpq-fe.h"

static PGconn *connect() { return PQconnectdb(""); }
static PGconn *connectTwice() { return connect(); }
static void close(PGconn *c) { PQfinish(c); }
static void closeAndForget(PGconn *&c) {
  PQfinish(c);
  c = nullptr;
}
static void closeThrough(PGconn **c) {
  PQfinish(*c);
  *c = nullptr;
}
static bool closeWhenBad(PGconn *c) {
  if (PQstatus(c) == CONNECTION_OK)
    return false;
  PQfinish(c);
  return true;
}
static void closeOnlyByName(PGconn *) {}
static int borrow(PGconn *c) noexcept { return PQserverVersion(c); }
static PGconn *Kept;
static void keep(PGconn *c) { Kept = c; }

struct Repository {
  PGconn *open() { return PQconnectdb(""); }
  static void shut(PGconn *c) { PQfinish(c); }
  void run(bool bad);
  void runAndShut(bool bad);
};

void acquireHelper(bool bad) {
  PGconn *c = connect();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connect' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}

void acquireHelperOfAHelper(bool bad) {
  PGconn *c = connectTwice();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'connectTwice' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(c);
}

void acquireHelperReleased() {
  PGconn *c = connect();
  close(c);
}

void acquireHelperDiscarded() { connect(); }
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: session acquired by 'connect' is not released on every path [db-session-leak]

void releaseHelper(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad) {
    close(c);
    return;
  }
  closeAndForget(c);
}

void releaseHelperMissed(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  closeThrough(&c);
}

void releaseThroughAPointer() {
  PGconn *c = PQconnectdb("");
  closeThrough(&c);
}

void conditionalRelease() {
  PGconn *c = PQconnectdb("");
  if (closeWhenBad(c))
    return;
  PQfinish(c);
}

void conditionalReleaseTheWrongWayRound() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!closeWhenBad(c))
    return;
}

void bodyCountsMoreThanTheName() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  closeOnlyByName(c);
}

void borrowHelper() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  borrow(c);
}

void keepHelper() {
  PGconn *c = PQconnectdb("");
  keep(c);
}

void Repository::run(bool bad) {
  PGconn *c = open();
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'open' is not released on every path [db-session-leak]
  if (bad)
    return;
  shut(c);
}

void Repository::runAndShut(bool bad) {
  PGconn *c = open();
  shut(c);
  if (bad)
    return;
}
