// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// goto in C++: cleanup labels, and jumps that leave the holder's scope.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);

int cleanupLabel() {
  int rc = -1;
  PGresult *res = nullptr;
  PGconn *c = PQconnectdb("");
  if (!ready(c))
    goto done;
  res = PQexec(c, "SELECT 1");
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    goto done;
  rc = 0;
done:
  PQclear(res);
  PQfinish(c);
  return rc;
}

int cleanupLabelTooLow() {
  int rc = -1;
  PGresult *res = nullptr;
  PGconn *c = PQconnectdb("");
  if (!ready(c))
    goto done;
  res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    goto done;
  rc = 0;
  PQclear(res);
done:
  PQfinish(c);
  return rc;
}

int leavesTheScope(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (!ready(c))
      goto failed;
    PQfinish(c);
  }
  return 0;
failed:
  return -1;
}

int retries() {
  PGconn *c;
again:
  c = PQconnectdb("");
  if (!ready(c)) {
    PQfinish(c);
    goto again;
  }
  PQfinish(c);
  return 0;
}

int retriesAndForgets() {
  PGconn *c;
again:
  c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (!ready(c))
    goto again;
  PQfinish(c);
  return 0;
}
