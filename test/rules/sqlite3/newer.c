// What SQLite 3.41 to 3.44 added, against the mock header.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11

#include <sqlite3.h>

int leaksAConnection(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  sqlite3_set_clientdata(Db, "key", 0, 0);
  sqlite3_get_clientdata(Db, "key");
  return sqlite3_is_interrupted(Db);
}

void leaksAStatement(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, 0) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return;
  sqlite3_stmt_explain(Statement, 1);
  sqlite3_stmt_scanstatus_v2(Statement, 0, 0, 0, 0);
}

void releasesAStatement(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, 0) != SQLITE_OK)
    return;
  sqlite3_stmt_explain(Statement, 1);
  sqlite3_finalize(Statement);
}
