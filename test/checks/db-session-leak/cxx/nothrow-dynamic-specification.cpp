// RUN: %check_dbtidy %s db-session-leak %t -std=c++11

// The exception specifications of C++98.
#include "libpq-fe.h"

void none() throw();
void some() throw(int);

void emptySpecification() {
  PGconn *c = PQconnectdb("");
  none();
  PQfinish(c);
}

void listedType() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  some();
  PQfinish(c);
}

void leavesByTerminate() throw() {
  PGconn *c = PQconnectdb("");
  some();
  PQfinish(c);
}
