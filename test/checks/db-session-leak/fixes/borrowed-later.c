// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// What is borrowed from a handle, or made from it, is used when the handle would be
// gone already: no fix.
#include <libpq-fe.h>
#include <sqlite3.h>

int risky(int n);
void note(const char *text);

// Where n is zero the first result is still there.
int perhaps(PGconn *c, int n) {
  PGresult *r = PQexec(c, "A");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: the statement that overwrites 'r' may also read or keep it
  if (risky(n) && (r = PQexec(c, "B")))
    n++;
  PQclear(r);
  return n;
}

int readByTheNext(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: data borrowed from 'r' is used after it is overwritten
  const char *t = PQgetvalue(r, 0, 0);
  r = PQexec(c, t);
  PQclear(r);
  return 0;
}

int readLater(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: data borrowed from 'r' is used after it is overwritten
  const char *t = PQgetvalue(r, 0, 0);
  r = PQexec(c, "B");
  PQclear(r);
  note(t);
  return 0;
}

int readInTheNextRound(PGconn *c, int n) {
  const char *t = "";
  PGresult *r = NULL;
  while (n--) {
    r = PQexec(c, "B");
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:9: note: no fix: data borrowed from 'r' is used after it is overwritten
    if (n == 1)
      t = PQgetvalue(r, 0, 0);
    note(t);
  }
  PQclear(r);
  return 0;
}

int readBehindItsScope(PGconn *c) {
  const char *t;
  {
    PGresult *r = PQexec(c, "A");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:19: note: no fix: data borrowed from 'r' is used outside of its scope
    t = PQgetvalue(r, 0, 0);
  }
  note(t);
  return 0;
}

// A statement needs its connection.
sqlite3_stmt *child(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *s;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:7: note: no fix: data borrowed from 'db' outlives the function
    sqlite3_close(db);
    return 0;
  }
  if (sqlite3_prepare_v2(db, "x", -1, &s, 0) != SQLITE_OK) {
    sqlite3_close(db);
    return 0;
  }
  return s;
}

int childOut(const char *file, sqlite3_stmt **out) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    // CHECK-NOFIX: :[[@LINE-2]]:7: note: no fix: data borrowed from 'db' outlives the function
    sqlite3_close(db);
    return 1;
  }
  if (sqlite3_prepare_v2(db, "x", -1, out, 0) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  return 0;
}

int childBehindItsScope(const char *file) {
  sqlite3_stmt *s = 0;
  {
    sqlite3 *db;
    if (sqlite3_open(file, &db) != SQLITE_OK) {
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
      // CHECK-NOFIX: :[[@LINE-2]]:9: note: no fix: data borrowed from 'db' is used outside of its scope
      sqlite3_close(db);
      return 1;
    }
    if (sqlite3_prepare_v2(db, "x", -1, &s, 0) != SQLITE_OK) {
      sqlite3_close(db);
      return 1;
    }
  }
  risky(sqlite3_step(s));
  sqlite3_finalize(s);
  return 0;
}
