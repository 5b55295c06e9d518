// Snapshots of SQLite.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sqlite3.h>
#include <stddef.h>

void leaksSqlite3SnapshotGet(sqlite3 *Db) {
  sqlite3_snapshot *Snapshot = NULL;
  sqlite3_snapshot_get(Db, "main", &Snapshot);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: transaction 'Snapshot' acquired by 'sqlite3_snapshot_get' is not released on every path [db-session-leak]
}

void releasesSqlite3SnapshotGet(sqlite3 *Db) {
  sqlite3_snapshot *Snapshot = NULL;
  if (sqlite3_snapshot_get(Db, "main", &Snapshot) == 0)
    sqlite3_snapshot_free(Snapshot);
}

// Opening one keeps it.
int leaksAnOpenedSnapshot(sqlite3 *Db) {
  sqlite3_snapshot *Snapshot;
  int Code = sqlite3_snapshot_get(Db, "main", &Snapshot);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: transaction 'Snapshot' acquired by 'sqlite3_snapshot_get' is not released on every path [db-session-leak]
  if (Code != SQLITE_OK)
    return Code;
  return sqlite3_snapshot_open(Db, "main", Snapshot);
}

int releasesAComparedSnapshot(sqlite3 *Db, sqlite3_snapshot *Other) {
  sqlite3_snapshot *Snapshot;
  if (sqlite3_snapshot_get(Db, "main", &Snapshot) != SQLITE_OK)
    return 0;
  int Order = sqlite3_snapshot_cmp(Snapshot, Other);
  sqlite3_snapshot_free(Snapshot);
  return Order;
}
