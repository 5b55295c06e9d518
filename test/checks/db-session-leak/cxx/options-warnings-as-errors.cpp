// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -- --warnings-as-errors=*

// WarningsAsErrors turns the finding into an error, as it does for built-in checks.
#include "libpq-fe.h"

void leaks() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: error: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak,-warnings-as-errors]
  PQreset(c);
}

void clean() {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}
