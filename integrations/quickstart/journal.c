/* A statement that an early return forgets; and sqlite3_open() hands out a
 * connection that has to be closed even when it fails. */
#include <sqlite3.h>

int append(const char *file, const char *text) {
  sqlite3 *db;
  sqlite3_stmt *insert;
  int rc = sqlite3_open(file, &db);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_prepare_v2(db, "INSERT INTO journal VALUES (?)", -1, &insert, 0);
  if (rc == SQLITE_OK) {
    rc = sqlite3_bind_text(insert, 1, text, -1, SQLITE_STATIC);
    if (rc != SQLITE_OK) {
      sqlite3_close_v2(db);
      return rc;
    }
    rc = sqlite3_step(insert);
    sqlite3_finalize(insert);
  }
  sqlite3_close_v2(db);
  return rc;
}
