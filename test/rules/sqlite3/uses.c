// What uses, asks and borrows gives nothing back.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -DSQLITE_ENABLE_NORMALIZE

#include <sqlite3.h>
#include <stddef.h>

void leaksConnection(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  sqlite3_errmsg(Db);
  sqlite3_errmsg16(Db);
  sqlite3_db_name(Db, 0);
  sqlite3_db_filename(Db, 0);
  sqlite3_db_mutex(Db);
  sqlite3_next_stmt(Db, 0);
  sqlite3_db_release_memory(Db);
  sqlite3_db_cacheflush(Db);
  sqlite3_errcode(Db);
  sqlite3_extended_errcode(Db);
  sqlite3_error_offset(Db);
  sqlite3_get_autocommit(Db);
  sqlite3_txn_state(Db, 0);
  sqlite3_changes(Db);
  sqlite3_changes64(Db);
  sqlite3_autovacuum_pages(Db, 0, 0, 0);
  sqlite3_busy_handler(Db, 0, 0);
  sqlite3_busy_timeout(Db, 0);
  sqlite3_collation_needed(Db, 0, 0);
  sqlite3_collation_needed16(Db, 0, 0);
  sqlite3_commit_hook(Db, 0, 0);
  sqlite3_create_collation(Db, 0, 0, 0, 0);
  sqlite3_create_collation16(Db, 0, 0, 0, 0);
  sqlite3_create_collation_v2(Db, 0, 0, 0, 0, 0);
  sqlite3_create_function(Db, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_function16(Db, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_function_v2(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_module(Db, 0, 0, 0);
  sqlite3_create_module_v2(Db, 0, 0, 0, 0);
  sqlite3_create_window_function(Db, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_db_config(Db, SQLITE_DBCONFIG_RESET_DATABASE);
  sqlite3_db_readonly(Db, 0);
  sqlite3_db_status(Db, 0, 0, 0, 0);
  sqlite3_declare_vtab(Db, 0);
  sqlite3_deserialize(Db, 0, 0, 0, 0, 0);
  sqlite3_drop_modules(Db, 0);
  sqlite3_enable_load_extension(Db, 0);
  sqlite3_exec(Db, 0, 0, 0, 0);
  sqlite3_extended_result_codes(Db, 0);
  sqlite3_file_control(Db, 0, 0, 0);
  sqlite3_interrupt(Db);
  sqlite3_last_insert_rowid(Db);
  sqlite3_limit(Db, 0, 0);
  sqlite3_load_extension(Db, 0, 0, 0);
  sqlite3_overload_function(Db, 0, 0);
  sqlite3_preupdate_blobwrite(Db);
  sqlite3_preupdate_count(Db);
  sqlite3_preupdate_depth(Db);
  sqlite3_preupdate_hook(Db, 0, 0);
  sqlite3_preupdate_new(Db, 0, 0);
  sqlite3_preupdate_old(Db, 0, 0);
  sqlite3_profile(Db, 0, 0);
  sqlite3_progress_handler(Db, 0, 0, 0);
  sqlite3_rollback_hook(Db, 0, 0);
  sqlite3_rtree_geometry_callback(Db, 0, 0, 0);
  sqlite3_rtree_query_callback(Db, 0, 0, 0, 0);
  sqlite3_serialize(Db, 0, 0, 0);
  sqlite3_set_authorizer(Db, 0, 0);
  sqlite3_set_last_insert_rowid(Db, 0);
  sqlite3_snapshot_open(Db, 0, 0);
  sqlite3_snapshot_recover(Db, 0);
  sqlite3_str_new(Db);
  sqlite3_system_errno(Db);
  sqlite3_table_column_metadata(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_total_changes(Db);
  sqlite3_total_changes64(Db);
  sqlite3_trace(Db, 0, 0);
  sqlite3_trace_v2(Db, 0, 0, 0);
  sqlite3_unlock_notify(Db, 0, 0);
  sqlite3_update_hook(Db, 0, 0);
  sqlite3_vtab_config(Db, 0);
  sqlite3_vtab_on_conflict(Db);
  sqlite3_wal_autocheckpoint(Db, 0);
  sqlite3_wal_checkpoint(Db, 0);
  sqlite3_wal_checkpoint_v2(Db, 0, 0, 0, 0);
  sqlite3_wal_hook(Db, 0, 0);
  sqlite3changeset_apply(Db, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_strm(Db, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_v2(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_v2_strm(Db, 0, 0, 0, 0, 0, 0, 0, 0);
}

void releasesConnection(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  sqlite3_errmsg(Db);
  sqlite3_errmsg16(Db);
  sqlite3_db_name(Db, 0);
  sqlite3_db_filename(Db, 0);
  sqlite3_db_mutex(Db);
  sqlite3_next_stmt(Db, 0);
  sqlite3_db_release_memory(Db);
  sqlite3_db_cacheflush(Db);
  sqlite3_errcode(Db);
  sqlite3_extended_errcode(Db);
  sqlite3_error_offset(Db);
  sqlite3_get_autocommit(Db);
  sqlite3_txn_state(Db, 0);
  sqlite3_changes(Db);
  sqlite3_changes64(Db);
  sqlite3_autovacuum_pages(Db, 0, 0, 0);
  sqlite3_busy_handler(Db, 0, 0);
  sqlite3_busy_timeout(Db, 0);
  sqlite3_collation_needed(Db, 0, 0);
  sqlite3_collation_needed16(Db, 0, 0);
  sqlite3_commit_hook(Db, 0, 0);
  sqlite3_create_collation(Db, 0, 0, 0, 0);
  sqlite3_create_collation16(Db, 0, 0, 0, 0);
  sqlite3_create_collation_v2(Db, 0, 0, 0, 0, 0);
  sqlite3_create_function(Db, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_function16(Db, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_function_v2(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_create_module(Db, 0, 0, 0);
  sqlite3_create_module_v2(Db, 0, 0, 0, 0);
  sqlite3_create_window_function(Db, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_db_config(Db, SQLITE_DBCONFIG_RESET_DATABASE);
  sqlite3_db_readonly(Db, 0);
  sqlite3_db_status(Db, 0, 0, 0, 0);
  sqlite3_declare_vtab(Db, 0);
  sqlite3_deserialize(Db, 0, 0, 0, 0, 0);
  sqlite3_drop_modules(Db, 0);
  sqlite3_enable_load_extension(Db, 0);
  sqlite3_exec(Db, 0, 0, 0, 0);
  sqlite3_extended_result_codes(Db, 0);
  sqlite3_file_control(Db, 0, 0, 0);
  sqlite3_interrupt(Db);
  sqlite3_last_insert_rowid(Db);
  sqlite3_limit(Db, 0, 0);
  sqlite3_load_extension(Db, 0, 0, 0);
  sqlite3_overload_function(Db, 0, 0);
  sqlite3_preupdate_blobwrite(Db);
  sqlite3_preupdate_count(Db);
  sqlite3_preupdate_depth(Db);
  sqlite3_preupdate_hook(Db, 0, 0);
  sqlite3_preupdate_new(Db, 0, 0);
  sqlite3_preupdate_old(Db, 0, 0);
  sqlite3_profile(Db, 0, 0);
  sqlite3_progress_handler(Db, 0, 0, 0);
  sqlite3_rollback_hook(Db, 0, 0);
  sqlite3_rtree_geometry_callback(Db, 0, 0, 0);
  sqlite3_rtree_query_callback(Db, 0, 0, 0, 0);
  sqlite3_serialize(Db, 0, 0, 0);
  sqlite3_set_authorizer(Db, 0, 0);
  sqlite3_set_last_insert_rowid(Db, 0);
  sqlite3_snapshot_open(Db, 0, 0);
  sqlite3_snapshot_recover(Db, 0);
  sqlite3_str_new(Db);
  sqlite3_system_errno(Db);
  sqlite3_table_column_metadata(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_total_changes(Db);
  sqlite3_total_changes64(Db);
  sqlite3_trace(Db, 0, 0);
  sqlite3_trace_v2(Db, 0, 0, 0);
  sqlite3_unlock_notify(Db, 0, 0);
  sqlite3_update_hook(Db, 0, 0);
  sqlite3_vtab_config(Db, 0);
  sqlite3_vtab_on_conflict(Db);
  sqlite3_wal_autocheckpoint(Db, 0);
  sqlite3_wal_checkpoint(Db, 0);
  sqlite3_wal_checkpoint_v2(Db, 0, 0, 0, 0);
  sqlite3_wal_hook(Db, 0, 0);
  sqlite3changeset_apply(Db, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_strm(Db, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_v2(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3changeset_apply_v2_strm(Db, 0, 0, 0, 0, 0, 0, 0, 0);
  sqlite3_close(Db);
}

void leaksStatement(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  sqlite3_column_blob(Statement, 0);
  sqlite3_column_text(Statement, 0);
  sqlite3_column_text16(Statement, 0);
  sqlite3_column_value(Statement, 0);
  sqlite3_column_name(Statement, 0);
  sqlite3_column_name16(Statement, 0);
  sqlite3_column_database_name(Statement, 0);
  sqlite3_column_database_name16(Statement, 0);
  sqlite3_column_table_name(Statement, 0);
  sqlite3_column_table_name16(Statement, 0);
  sqlite3_column_origin_name(Statement, 0);
  sqlite3_column_origin_name16(Statement, 0);
  sqlite3_column_decltype(Statement, 0);
  sqlite3_column_decltype16(Statement, 0);
  sqlite3_sql(Statement);
  sqlite3_normalized_sql(Statement);
  sqlite3_bind_parameter_name(Statement, 0);
  sqlite3_bind_parameter_count(Statement);
  sqlite3_column_count(Statement);
  sqlite3_data_count(Statement);
  sqlite3_stmt_busy(Statement);
  sqlite3_stmt_isexplain(Statement);
  sqlite3_stmt_readonly(Statement);
  sqlite3_reset(Statement);
  sqlite3_clear_bindings(Statement);
  sqlite3_db_handle(Statement);
  sqlite3_expanded_sql(Statement);
  sqlite3_bind_blob(Statement, 0, 0, 0, 0);
  sqlite3_bind_blob64(Statement, 0, 0, 0, 0);
  sqlite3_bind_double(Statement, 0, 0);
  sqlite3_bind_int(Statement, 0, 0);
  sqlite3_bind_int64(Statement, 0, 0);
  sqlite3_bind_null(Statement, 0);
  sqlite3_bind_parameter_index(Statement, 0);
  sqlite3_bind_pointer(Statement, 0, 0, 0, 0);
  sqlite3_bind_text(Statement, 0, 0, 0, 0);
  sqlite3_bind_text16(Statement, 0, 0, 0, 0);
  sqlite3_bind_text64(Statement, 0, 0, 0, 0, 0);
  sqlite3_bind_value(Statement, 0, 0);
  sqlite3_bind_zeroblob(Statement, 0, 0);
  sqlite3_bind_zeroblob64(Statement, 0, 0);
  sqlite3_column_bytes(Statement, 0);
  sqlite3_column_bytes16(Statement, 0);
  sqlite3_column_double(Statement, 0);
  sqlite3_column_int(Statement, 0);
  sqlite3_column_int64(Statement, 0);
  sqlite3_column_type(Statement, 0);
  sqlite3_expired(Statement);
  sqlite3_step(Statement);
  sqlite3_stmt_scanstatus(Statement, 0, 0, 0);
  sqlite3_stmt_scanstatus_reset(Statement);
  sqlite3_stmt_status(Statement, 0, 0);
  sqlite3_transfer_bindings(Statement, 0);
  sqlite3_next_stmt(0, Statement);
  sqlite3_transfer_bindings(0, Statement);
}

void releasesStatement(sqlite3 *Db) {
  sqlite3_stmt *Statement = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Statement, NULL);
  sqlite3_column_blob(Statement, 0);
  sqlite3_column_text(Statement, 0);
  sqlite3_column_text16(Statement, 0);
  sqlite3_column_value(Statement, 0);
  sqlite3_column_name(Statement, 0);
  sqlite3_column_name16(Statement, 0);
  sqlite3_column_database_name(Statement, 0);
  sqlite3_column_database_name16(Statement, 0);
  sqlite3_column_table_name(Statement, 0);
  sqlite3_column_table_name16(Statement, 0);
  sqlite3_column_origin_name(Statement, 0);
  sqlite3_column_origin_name16(Statement, 0);
  sqlite3_column_decltype(Statement, 0);
  sqlite3_column_decltype16(Statement, 0);
  sqlite3_sql(Statement);
  sqlite3_normalized_sql(Statement);
  sqlite3_bind_parameter_name(Statement, 0);
  sqlite3_bind_parameter_count(Statement);
  sqlite3_column_count(Statement);
  sqlite3_data_count(Statement);
  sqlite3_stmt_busy(Statement);
  sqlite3_stmt_isexplain(Statement);
  sqlite3_stmt_readonly(Statement);
  sqlite3_reset(Statement);
  sqlite3_clear_bindings(Statement);
  sqlite3_db_handle(Statement);
  sqlite3_expanded_sql(Statement);
  sqlite3_bind_blob(Statement, 0, 0, 0, 0);
  sqlite3_bind_blob64(Statement, 0, 0, 0, 0);
  sqlite3_bind_double(Statement, 0, 0);
  sqlite3_bind_int(Statement, 0, 0);
  sqlite3_bind_int64(Statement, 0, 0);
  sqlite3_bind_null(Statement, 0);
  sqlite3_bind_parameter_index(Statement, 0);
  sqlite3_bind_pointer(Statement, 0, 0, 0, 0);
  sqlite3_bind_text(Statement, 0, 0, 0, 0);
  sqlite3_bind_text16(Statement, 0, 0, 0, 0);
  sqlite3_bind_text64(Statement, 0, 0, 0, 0, 0);
  sqlite3_bind_value(Statement, 0, 0);
  sqlite3_bind_zeroblob(Statement, 0, 0);
  sqlite3_bind_zeroblob64(Statement, 0, 0);
  sqlite3_column_bytes(Statement, 0);
  sqlite3_column_bytes16(Statement, 0);
  sqlite3_column_double(Statement, 0);
  sqlite3_column_int(Statement, 0);
  sqlite3_column_int64(Statement, 0);
  sqlite3_column_type(Statement, 0);
  sqlite3_expired(Statement);
  sqlite3_step(Statement);
  sqlite3_stmt_scanstatus(Statement, 0, 0, 0);
  sqlite3_stmt_scanstatus_reset(Statement);
  sqlite3_stmt_status(Statement, 0, 0);
  sqlite3_transfer_bindings(Statement, 0);
  sqlite3_next_stmt(0, Statement);
  sqlite3_transfer_bindings(0, Statement);
  sqlite3_finalize(Statement);
}

void leaksBlob(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: cursor 'Blob' acquired by 'sqlite3_blob_open' is not released on every path [db-session-leak]
  sqlite3_blob_bytes(Blob);
  sqlite3_blob_reopen(Blob, 0);
  sqlite3_blob_read(Blob, 0, 0, 0);
  sqlite3_blob_write(Blob, 0, 0, 0);
}

void releasesBlob(sqlite3 *Db) {
  sqlite3_blob *Blob = NULL;
  sqlite3_blob_open(Db, "main", "t", "c", 1, 0, &Blob);
  sqlite3_blob_bytes(Blob);
  sqlite3_blob_reopen(Blob, 0);
  sqlite3_blob_read(Blob, 0, 0, 0);
  sqlite3_blob_write(Blob, 0, 0, 0);
  sqlite3_blob_close(Blob);
}

void leaksBackup(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Backup' acquired by 'sqlite3_backup_init' is not released on every path [db-session-leak]
  sqlite3_backup_pagecount(Backup);
  sqlite3_backup_remaining(Backup);
  sqlite3_backup_step(Backup, 0);
}

void releasesBackup(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  sqlite3_backup_pagecount(Backup);
  sqlite3_backup_remaining(Backup);
  sqlite3_backup_step(Backup, 0);
  sqlite3_backup_finish(Backup);
}
