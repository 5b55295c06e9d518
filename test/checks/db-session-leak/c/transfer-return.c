// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Returning the handle hands it on.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>

int step(void);
struct Box {
  PGconn *conn;
  int n;
};

PGconn *direct(void) { return PQconnectdb(""); }

PGconn *variable(void) {
  PGconn *c = PQconnectdb("");
  return c;
}

void *asVoid(void) {
  PGconn *c = PQconnectdb("");
  return (void *)c;
}

PGconn *orNull(void) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return NULL;
  }
  return c;
}

PGconn *orNullForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return NULL;
  return c;
}

PGconn *throughAlias(void) {
  PGconn *c = PQconnectdb("");
  PGconn *d = c;
  return d;
}

PGconn *theOther(PGconn *given) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  return given;
}

PGconn *oneOfTwo(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(a) == CONNECTION_OK)
    return a;
  PQfinish(a);
  return b;
}

PGconn *oneOfTwoReleased(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  if (PQstatus(a) == CONNECTION_OK) {
    PQfinish(b);
    return a;
  }
  PQfinish(a);
  return b;
}

struct Box inStruct(void) {
  struct Box box = {PQconnectdb(""), 1};
  return box;
}

struct Box inStructByField(void) {
  struct Box box;
  box.conn = PQconnectdb("");
  box.n = 1;
  return box;
}

struct Box inCompoundLiteral(void) {
  PGconn *c = PQconnectdb("");
  return (struct Box){.conn = c, .n = 2};
}
