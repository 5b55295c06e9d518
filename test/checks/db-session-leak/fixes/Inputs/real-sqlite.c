// Counts what a query gives; leaks the connection or the statement where
// something goes wrong. The program's exit code says whether the sums are right.
#include <sqlite3.h>

static int sum(const char *file, const char *query) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return -1;
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, query, -1, &s, 0) != SQLITE_OK)
    return -2;
  int found = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    int value = sqlite3_column_int(s, 0);
    if (value < 0)
      return value;
    found += value;
  }
  sqlite3_finalize(s);
  sqlite3_close(db);
  return found;
}

static int changes(const char *statement) {
  sqlite3 *db;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(db, statement, 0, 0, 0) != SQLITE_OK)
    return -1;
  return sqlite3_changes(db);
}

int main(void) {
  if (sum("/nowhere/at/all", "select 1") != -1)
    return 1;
  if (sum(":memory:", "select nothing") != -2)
    return 2;
  if (sum(":memory:", "select 1 union select 2") != 3)
    return 3;
  if (sum(":memory:", "select -7") != -7)
    return 4;
  if (changes("create table t(a); insert into t values (1), (2)") != 2)
    return 5;
  return changes("nonsense") == -1 ? 0 : 6;
}
