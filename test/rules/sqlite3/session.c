// The objects of the session extension of SQLite.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK

#include <sqlite3.h>
#include <stddef.h>

int readMore(void *From, void *Into, int *Length);

void leaksSqlite3sessionCreate(sqlite3 *Db) {
  sqlite3_session *Session = NULL;
  sqlite3session_create(Db, "main", &Session);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Session' acquired by 'sqlite3session_create' is not released on every path [db-session-leak]
}

void releasesSqlite3sessionCreate(sqlite3 *Db) {
  sqlite3_session *Session = NULL;
  if (sqlite3session_create(Db, "main", &Session) == 0)
    sqlite3session_delete(Session);
}

void leaksSqlite3changesetStart(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  sqlite3changeset_start(&Changes, 16, Data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Changes' acquired by 'sqlite3changeset_start' is not released on every path [db-session-leak]
}

void releasesSqlite3changesetStart(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  if (sqlite3changeset_start(&Changes, 16, Data) == 0)
    sqlite3changeset_finalize(Changes);
}

void leaksSqlite3changesetStartV2(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  sqlite3changeset_start_v2(&Changes, 16, Data, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Changes' acquired by 'sqlite3changeset_start_v2' is not released on every path [db-session-leak]
}

void releasesSqlite3changesetStartV2(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  if (sqlite3changeset_start_v2(&Changes, 16, Data, 0) == 0)
    sqlite3changeset_finalize(Changes);
}

void leaksSqlite3changesetStartStrm(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  sqlite3changeset_start_strm(&Changes, readMore, Data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Changes' acquired by 'sqlite3changeset_start_strm' is not released on every path [db-session-leak]
}

void releasesSqlite3changesetStartStrm(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  if (sqlite3changeset_start_strm(&Changes, readMore, Data) == 0)
    sqlite3changeset_finalize(Changes);
}

void leaksSqlite3changesetStartV2Strm(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  sqlite3changeset_start_v2_strm(&Changes, readMore, Data, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Changes' acquired by 'sqlite3changeset_start_v2_strm' is not released on every path [db-session-leak]
}

void releasesSqlite3changesetStartV2Strm(void *Data) {
  sqlite3_changeset_iter *Changes = NULL;
  if (sqlite3changeset_start_v2_strm(&Changes, readMore, Data, 0) == 0)
    sqlite3changeset_finalize(Changes);
}

void leaksSqlite3changegroupNew(void) {
  sqlite3_changegroup *Group = NULL;
  sqlite3changegroup_new(&Group);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Group' acquired by 'sqlite3changegroup_new' is not released on every path [db-session-leak]
}

void releasesSqlite3changegroupNew(void) {
  sqlite3_changegroup *Group = NULL;
  if (sqlite3changegroup_new(&Group) == 0)
    sqlite3changegroup_delete(Group);
}

void leaksSqlite3rebaserCreate(void) {
  sqlite3_rebaser *Rebaser = NULL;
  sqlite3rebaser_create(&Rebaser);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Rebaser' acquired by 'sqlite3rebaser_create' is not released on every path [db-session-leak]
}

void releasesSqlite3rebaserCreate(void) {
  sqlite3_rebaser *Rebaser = NULL;
  if (sqlite3rebaser_create(&Rebaser) == 0)
    sqlite3rebaser_delete(Rebaser);
}

void leaksUsedSession(sqlite3 *Db) {
  sqlite3_session *Session;
  if (sqlite3session_create(Db, "main", &Session) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Session' acquired by 'sqlite3session_create' is not released on every path [db-session-leak]
    return;
  sqlite3session_attach(Session, 0);
  sqlite3session_changeset(Session, 0, 0);
  sqlite3session_changeset_size(Session);
  sqlite3session_changeset_strm(Session, 0, 0);
  sqlite3session_diff(Session, 0, 0, 0);
  sqlite3session_enable(Session, 0);
  sqlite3session_indirect(Session, 0);
  sqlite3session_isempty(Session);
  sqlite3session_memory_used(Session);
  sqlite3session_object_config(Session, 0, 0);
  sqlite3session_patchset(Session, 0, 0);
  sqlite3session_patchset_strm(Session, 0, 0);
  sqlite3session_table_filter(Session, 0, 0);
}

void releasesUsedSession(sqlite3 *Db) {
  sqlite3_session *Session;
  if (sqlite3session_create(Db, "main", &Session) != SQLITE_OK)
    return;
  sqlite3session_attach(Session, 0);
  sqlite3session_changeset(Session, 0, 0);
  sqlite3session_changeset_size(Session);
  sqlite3session_changeset_strm(Session, 0, 0);
  sqlite3session_diff(Session, 0, 0, 0);
  sqlite3session_enable(Session, 0);
  sqlite3session_indirect(Session, 0);
  sqlite3session_isempty(Session);
  sqlite3session_memory_used(Session);
  sqlite3session_object_config(Session, 0, 0);
  sqlite3session_patchset(Session, 0, 0);
  sqlite3session_patchset_strm(Session, 0, 0);
  sqlite3session_table_filter(Session, 0, 0);
  sqlite3session_delete(Session);
}

void leaksUsedChanges(void *Data) {
  sqlite3_changeset_iter *Changes;
  if (sqlite3changeset_start(&Changes, 16, Data) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Changes' acquired by 'sqlite3changeset_start' is not released on every path [db-session-leak]
    return;
  sqlite3changeset_conflict(Changes, 0, 0);
  sqlite3changeset_fk_conflicts(Changes, 0);
  sqlite3changeset_new(Changes, 0, 0);
  sqlite3changeset_next(Changes);
  sqlite3changeset_old(Changes, 0, 0);
  sqlite3changeset_op(Changes, 0, 0, 0, 0);
  sqlite3changeset_pk(Changes, 0, 0);
}

void releasesUsedChanges(void *Data) {
  sqlite3_changeset_iter *Changes;
  if (sqlite3changeset_start(&Changes, 16, Data) != SQLITE_OK)
    return;
  sqlite3changeset_conflict(Changes, 0, 0);
  sqlite3changeset_fk_conflicts(Changes, 0);
  sqlite3changeset_new(Changes, 0, 0);
  sqlite3changeset_next(Changes);
  sqlite3changeset_old(Changes, 0, 0);
  sqlite3changeset_op(Changes, 0, 0, 0, 0);
  sqlite3changeset_pk(Changes, 0, 0);
  sqlite3changeset_finalize(Changes);
}

void leaksUsedGroup(void) {
  sqlite3_changegroup *Group;
  if (sqlite3changegroup_new(&Group) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Group' acquired by 'sqlite3changegroup_new' is not released on every path [db-session-leak]
    return;
  sqlite3changegroup_add(Group, 0, 0);
  sqlite3changegroup_add_strm(Group, 0, 0);
  sqlite3changegroup_output(Group, 0, 0);
  sqlite3changegroup_output_strm(Group, 0, 0);
}

void releasesUsedGroup(void) {
  sqlite3_changegroup *Group;
  if (sqlite3changegroup_new(&Group) != SQLITE_OK)
    return;
  sqlite3changegroup_add(Group, 0, 0);
  sqlite3changegroup_add_strm(Group, 0, 0);
  sqlite3changegroup_output(Group, 0, 0);
  sqlite3changegroup_output_strm(Group, 0, 0);
  sqlite3changegroup_delete(Group);
}

void leaksUsedRebaser(void) {
  sqlite3_rebaser *Rebaser;
  if (sqlite3rebaser_create(&Rebaser) != SQLITE_OK)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Rebaser' acquired by 'sqlite3rebaser_create' is not released on every path [db-session-leak]
    return;
  sqlite3rebaser_configure(Rebaser, 0, 0);
  sqlite3rebaser_rebase(Rebaser, 0, 0, 0, 0);
  sqlite3rebaser_rebase_strm(Rebaser, 0, 0, 0, 0);
}

void releasesUsedRebaser(void) {
  sqlite3_rebaser *Rebaser;
  if (sqlite3rebaser_create(&Rebaser) != SQLITE_OK)
    return;
  sqlite3rebaser_configure(Rebaser, 0, 0);
  sqlite3rebaser_rebase(Rebaser, 0, 0, 0, 0);
  sqlite3rebaser_rebase_strm(Rebaser, 0, 0, 0, 0);
  sqlite3rebaser_delete(Rebaser);
}
