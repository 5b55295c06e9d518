// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=SESSION,RESULT,STATEMENT
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=SESSION -options=Kinds:session
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -check-suffixes=RESULT -options=Kinds:result
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 "-check-suffixes=SESSION,STATEMENT" "-config={CheckOptions: {db-session-leak.Kinds: 'session,statement'}}"
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23 -expect-silence -options=Kinds:transaction

// Kinds: which kinds of resource are reported.
#include "libpq-fe.h"
#include "sqlite3.h"

void session() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-SESSION: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(c);
}

void result(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES-RESULT: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  PQntuples(res);
}

void statement(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr);
// CHECK-MESSAGES-STATEMENT: :[[@LINE-1]]:3: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  sqlite3_step(st);
}

void clean() {
  PGconn *c = PQconnectdb("");
  PGresult *res = PQexec(c, "SELECT 1");
  PQclear(res);
  PQfinish(c);
}
