// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// PostgreSQL's ecpglib: a function in another file releases the result that it
// refuses. Where no call touches the result again after "no", and all do after
// "yes", that is what its authors believe.

#include "libpq-fe.h"
#include <stdbool.h>

bool takesIfBad(PGresult *res, int line);

bool begin(PGconn *conn) {
  PGresult *res = PQexec(conn, "begin");
  if (!takesIfBad(res, 1))
    return false;
  PQclear(res);
  return true;
}

int count(PGconn *conn) {
  PGresult *res = PQexec(conn, "select 1");
  if (takesIfBad(res, 2)) {
    int n = PQntuples(res);
    PQclear(res);
    return n;
  }
  return -1;
}

// A way out after "yes" is one.
int first(PGconn *conn) {
  PGresult *res = PQexec(conn, "select 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+3]]:7: note: taking the false branch
// CHECK-MESSAGES: :[[@LINE+4]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+4]]:5: note: 'return' leaves the function without 'PQclear'
  if (!takesIfBad(res, 3))
    return -1;
  if (PQntuples(res) == 0)
    return 0;
  PQclear(res);
  return 1;
}

// The other way round.
int takesIfGood(PGresult *res);

int store(PGconn *conn) {
  PGresult *res = PQexec(conn, "select 1");
  if (takesIfGood(res))
    return 1;
  PQclear(res);
  return 0;
}

int storeAgain(PGconn *conn) {
  PGresult *res = PQexec(conn, "select 2");
  if (takesIfGood(res) != 0)
    return 1;
  PQclear(res);
  return 0;
}

// Once is more likely a mistake.
bool checkOnce(PGresult *res);

bool once(PGconn *conn) {
  PGresult *res = PQexec(conn, "begin");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQclear'
  if (!checkOnce(res))
    return false;
  PQclear(res);
  return true;
}

// One call that releases it after "no" tells that the other forgets to.
bool check(PGresult *res);

bool forgets(PGconn *conn) {
  PGresult *res = PQexec(conn, "begin");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQclear'
  if (!check(res))
    return false;
  PQclear(res);
  return true;
}

bool remembers(PGconn *conn) {
  PGresult *res = PQexec(conn, "commit");
  if (!check(res)) {
    PQclear(res);
    return false;
  }
  PQclear(res);
  return true;
}

// Its text is read after "no", so it is still there.
bool looks(PGresult *res);
void say(const char *text);

bool reads(PGconn *conn) {
  PGresult *res = PQexec(conn, "begin");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'PQclear'
  if (!looks(res)) {
    say(PQresultErrorMessage(res));
    return false;
  }
  PQclear(res);
  return true;
}

bool readsNot(PGconn *conn) {
  PGresult *res = PQexec(conn, "commit");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: taking the true branch
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'return' leaves the function without 'PQclear'
  if (!looks(res))
    return false;
  PQclear(res);
  return true;
}
