// Tables of SQLite.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void report(const char *Text);

void leaksSqlite3GetTable(sqlite3 *Db, int *Rows) {
  char **Table = NULL;
  sqlite3_get_table(Db, "SELECT 1", &Table, Rows, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result 'Table' acquired by 'sqlite3_get_table' is not released on every path [db-session-leak]
}

void releasesSqlite3GetTable(sqlite3 *Db, int *Rows) {
  char **Table = NULL;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, Rows, NULL, NULL) == 0)
    sqlite3_free_table(Table);
}

int leaksAnEmptyTable(sqlite3 *Db) {
  char **Table;
  int Rows;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, NULL) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Table' acquired by 'sqlite3_get_table' is not released on every path [db-session-leak]
    return -1;
  if (Rows == 0)
    return 0;
  report(Table[1]);
  sqlite3_free_table(Table);
  return Rows;
}
