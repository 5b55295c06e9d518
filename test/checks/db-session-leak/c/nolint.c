// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// NOLINT silences a finding as it does for every check.

#include "libpq-fe.h"

void reported(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(c);
}

void sameLine(void) {
  PGconn *c = PQconnectdb(""); // NOLINT(db-session-leak)
  PQstatus(c);
}

void lineBefore(void) {
  // NOLINTNEXTLINE(db-session-leak)
  PGconn *c = PQconnectdb("");
  PQstatus(c);
}

void otherCheck(void) {
  PGconn *c = PQconnectdb(""); // NOLINT(db-other-check)
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQstatus(c);
}

// NOLINTBEGIN(db-session-leak)
void region(void) {
  PGconn *c = PQconnectdb("");
  PQstatus(c);
}
// NOLINTEND(db-session-leak)
