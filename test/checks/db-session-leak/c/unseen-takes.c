// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A function that is not visible, whose name says that it takes the handle.

#include "libpq-fe.h"
#include "sqlite3.h"

void closeConnection(PGconn *c);
void db_close(PGconn *c);
void ReleaseConnection(PGconn *c);
void conn_release(PGconn *c);
void pg_conn_free(PGconn *c);
void freeConn(PGconn *c);
void adoptConnection(PGconn *c);
void takeConnection(PGconn *c);
void pool_put_back(PGconn *c);
void free_result(PGresult *r);

void closes(void) {
  PGconn *c = PQconnectdb("");
  closeConnection(c);
}

void closesSnake(void) {
  PGconn *c = PQconnectdb("");
  db_close(c);
}

void releases(void) {
  PGconn *c = PQconnectdb("");
  ReleaseConnection(c);
}

void releasesSnake(void) {
  PGconn *c = PQconnectdb("");
  conn_release(c);
}

void freesSnake(void) {
  PGconn *c = PQconnectdb("");
  pg_conn_free(c);
}

void frees(void) {
  PGconn *c = PQconnectdb("");
  freeConn(c);
}

void adopts(void) {
  PGconn *c = PQconnectdb("");
  adoptConnection(c);
}

void takes(void) {
  PGconn *c = PQconnectdb("");
  takeConnection(c);
}

void putsBack(void) {
  PGconn *c = PQconnectdb("");
  pool_put_back(c);
}

void freesResult(PGconn *c) {
  PGresult *r = PQexec(c, "select 1");
  free_result(r);
}

int onOnePathOnly(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return -1;
  closeConnection(c);
  return 0;
}
