// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A function that is not visible borrows, unless its name says that it takes.
#include "libpq-fe.h"

namespace db {
void closeConnection(PGconn *);
void release_connection(PGconn *);
void freeResult(PGresult *);
void adoptConnection(PGconn *);
void takeConnection(PGconn *);
void inspect(PGconn *) noexcept;
void print(const PGresult *) noexcept;
} // namespace db

void closes() { db::closeConnection(PQconnectdb("")); }

void releases() {
  PGconn *c = PQconnectdb("");
  db::release_connection(c);
}

void frees(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
  db::freeResult(res);
}

void adopts() {
  PGconn *c = PQconnectdb("");
  db::adoptConnection(c);
}

void takes() {
  PGconn *c = PQconnectdb("");
  db::takeConnection(c);
}

void inspects() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  db::inspect(c);
}

void prints(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  db::print(res);
}

void inspectsATemporary() { db::inspect(PQconnectdb("")); }
// CHECK-MESSAGES: :[[@LINE-1]]:41: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
