// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A loop whose constant bounds allow one turn acquires once.

#include "sqlite3.h"

void once(sqlite3 *Db) {
  sqlite3_stmt *Stmt = 0;
  for (int I = 0; I < 1; I++)
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, 0);
  for (int K = 0; K < 1; K++)
    sqlite3_finalize(Stmt);
}

void twice(sqlite3 *Db) {
  sqlite3_stmt *Stmt = 0;
  for (int I = 0; I < 2; I++)
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: statement 'Stmt' acquired by 'sqlite3_prepare_v2' is not released on every path
  sqlite3_finalize(Stmt);
}
