// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20 -check-suffixes=ALL,SECOND
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20 -check-suffixes=SECOND -- '--line-filter=[{"name":".cpp","lines":[[14,18]]}]'

// Findings outside of the lines asked for are dropped.
#include "libpq-fe.h"

void first() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ALL: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(c);
}

void second() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-SECOND: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(c);
}
