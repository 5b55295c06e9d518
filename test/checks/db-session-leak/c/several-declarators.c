// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Several handles in one declaration, each on its own.

#include "libpq-fe.h"

int audit(PGconn *c);

void oneOfTwo(void) {
  PGconn *a = PQconnectdb("dbname=a"), *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit(b);
  PQfinish(a);
}

void both(void) {
  PGconn *a = PQconnectdb("dbname=a"), *b = PQconnectdb("dbname=b");
  PQfinish(b);
  PQfinish(a);
}

void neither(void) {
  PGconn *a = PQconnectdb("dbname=a"), *b = PQconnectdb("dbname=b");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-MESSAGES: :[[@LINE-2]]:45: warning: session 'b' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  audit(a);
  audit(b);
}

int secondFails(void) {
  PGconn *a = PQconnectdb("dbname=a");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *b = PQconnectdb("dbname=b");
  if (PQstatus(b) != CONNECTION_OK) {
    PQfinish(b);
    return -1;
  }
  PQfinish(b);
  PQfinish(a);
  return 0;
}

int secondFailsReleased(void) {
  PGconn *a = PQconnectdb("dbname=a");
  PGconn *b = PQconnectdb("dbname=b");
  if (PQstatus(b) != CONNECTION_OK) {
    PQfinish(b);
    PQfinish(a);
    return -1;
  }
  PQfinish(b);
  PQfinish(a);
  return 0;
}
