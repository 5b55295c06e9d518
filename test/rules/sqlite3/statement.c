// Statements of SQLite: owed when preparing succeeded.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void leaksSqlite3Prepare(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare' is not released on every path [db-session-leak]
}

void releasesSqlite3Prepare(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare(Db, "SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksSqlite3PrepareV2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
}

void releasesSqlite3PrepareV2(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksSqlite3PrepareV3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v3(Db, "SELECT 1", -1, 0, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare_v3' is not released on every path [db-session-leak]
}

void releasesSqlite3PrepareV3(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare_v3(Db, "SELECT 1", -1, 0, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksSqlite3Prepare16(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16(Db, Sql, -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare16' is not released on every path [db-session-leak]
}

void releasesSqlite3Prepare16(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16(Db, Sql, -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksSqlite3Prepare16V2(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16_v2(Db, Sql, -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare16_v2' is not released on every path [db-session-leak]
}

void releasesSqlite3Prepare16V2(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16_v2(Db, Sql, -1, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

void leaksSqlite3Prepare16V3(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare16_v3(Db, Sql, -1, 0, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare16_v3' is not released on every path [db-session-leak]
}

void releasesSqlite3Prepare16V3(sqlite3 *Db, const void *Sql) {
  sqlite3_stmt *Statement = NULL;
  if (sqlite3_prepare16_v3(Db, Sql, -1, 0, &Statement, NULL) == 0)
    sqlite3_finalize(Statement);
}

int leaksWhenAStepFails(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  int Code = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (Code != SQLITE_OK)
    return Code;
  Code = sqlite3_step(Statement);
  if (Code != SQLITE_ROW)
    return Code;
  return sqlite3_finalize(Statement);
}

int releasesWhenAStepFails(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  int Code = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  if (Code != SQLITE_OK)
    return Code;
  Code = sqlite3_step(Statement);
  if (Code != SQLITE_ROW) {
    sqlite3_finalize(Statement);
    return Code;
  }
  return sqlite3_finalize(Statement);
}

// Looks like a release and is none.
int leaksAfterReset(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL))
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return 1;
  sqlite3_step(Statement);
  sqlite3_clear_bindings(Statement);
  return sqlite3_reset(Statement);
}

// A text without a statement prepares none.
int owesNothingForAComment(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Statement;
  int Code = sqlite3_prepare_v2(Db, Sql, -1, &Statement, &Sql);
  if (Code != SQLITE_OK || !Statement)
    return Code;
  return sqlite3_finalize(Statement);
}

// Closing the connection does not release its statements.
void leaksAStatementOfAClosedConnection(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Statement;
  sqlite3_open(Path, &Db);
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  sqlite3_close_v2(Db);
}

// The statement that is found belongs to whoever prepared it.
int looksForAStatement(sqlite3 *Db) {
  sqlite3_stmt *Statement = sqlite3_next_stmt(Db, NULL);
  return Statement ? sqlite3_stmt_busy(Statement) : 0;
}

void finalizesWhatIsLeft(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  while ((Statement = sqlite3_next_stmt(Db, NULL)) != NULL)
    sqlite3_finalize(Statement);
  sqlite3_close(Db);
}

// The connection of a statement is not handed out by asking for it.
const char *asksForTheConnection(sqlite3_stmt *Statement) {
  sqlite3 *Db = sqlite3_db_handle(Statement);
  return sqlite3_errmsg(Db);
}
