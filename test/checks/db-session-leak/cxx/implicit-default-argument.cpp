// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A default argument is evaluated at the call; a default member initialiser in the constructor.
#include "libpq-fe.h"

int nextId();
int quietId() noexcept;
extern "C" int fixedId(void);
extern "C" void logId(int);
void record(int id = nextId()) noexcept;
void recordQuietly(int id = quietId()) noexcept;
void recordFixed(int id = fixedId()) noexcept;

struct Row {
  int Id = nextId();
  int Kind;
};
struct QuietRow {
  int Id = quietId();
};

void defaultArgumentThrows() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  record();
  PQfinish(c);
}

void defaultArgumentGiven() {
  PGconn *c = PQconnectdb("");
  record(1);
  PQfinish(c);
}

void defaultArgumentNoexcept() {
  PGconn *c = PQconnectdb("");
  recordQuietly();
  recordFixed();
  PQfinish(c);
}

void defaultMemberInitialiser() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Row r;
  PQfinish(c);
  (void)r;
}

void defaultMemberInitialiserNoexcept() {
  PGconn *c = PQconnectdb("");
  QuietRow r;
  PQfinish(c);
  (void)r;
}
