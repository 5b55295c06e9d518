// Backups of SQLite.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void leaksSqlite3BackupInit(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Backup' acquired by 'sqlite3_backup_init' is not released on every path [db-session-leak]
}

void releasesSqlite3BackupInit(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  sqlite3_backup_finish(Backup);
}

int leaksWhenAStepFails(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Backup' acquired by 'sqlite3_backup_init' is not released on every path [db-session-leak]
  if (!Backup)
    return sqlite3_errcode(To);
  if (sqlite3_backup_step(Backup, -1) != SQLITE_DONE)
    return sqlite3_errcode(To);
  return sqlite3_backup_finish(Backup);
}

int releasesWhenAStepFails(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  if (Backup) {
    sqlite3_backup_step(Backup, -1);
    sqlite3_backup_finish(Backup);
  }
  return sqlite3_errcode(To);
}
