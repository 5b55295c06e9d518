// RUN: %check_dbtidy %s db-session-leak %t
#include <sqlite3.h>

int risky(int n);
void work();

// Where `risky` throws, the handler would release a second time.
int caught(int n) {
  sqlite3 *db;
  if (SQLITE_OK != sqlite3_open("", &db)) {
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    sqlite3_close(db);
    throw 1;
  }
  try {
    if (n)
      return risky(n);
    sqlite3_stmt *s;
    int rc = sqlite3_prepare_v2(db, "", -1, &s, nullptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: statement 's' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    if (rc != SQLITE_OK)
      return -1;
    if (risky(n) == 0)
      return sqlite3_step(s);
    sqlite3_finalize(s);
    s = nullptr;
  } catch (...) {
    return n + 1;
  }
  sqlite3_close(db);
  return risky(n);
}
