//===- sqlite3.h - A stand-in for the header of SQLite ------------*- C -*-===//
//
// The declarations of SQLite that the rules name, for tests that need no
// installed library. Names and signatures are those of the real header; nothing
// else is. Tests of the rules use the real one (test/rules/).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_SQLITE3_H
#define DBTIDY_MOCK_SQLITE3_H

#ifdef __cplusplus
extern "C" {
#endif

#define SQLITE_OK 0
#define SQLITE_ERROR 1
#define SQLITE_INTERNAL 2
#define SQLITE_PERM 3
#define SQLITE_ABORT 4
#define SQLITE_BUSY 5
#define SQLITE_LOCKED 6
#define SQLITE_NOMEM 7
#define SQLITE_READONLY 8
#define SQLITE_INTERRUPT 9
#define SQLITE_IOERR 10
#define SQLITE_CORRUPT 11
#define SQLITE_NOTFOUND 12
#define SQLITE_FULL 13
#define SQLITE_CANTOPEN 14
#define SQLITE_PROTOCOL 15
#define SQLITE_EMPTY 16
#define SQLITE_SCHEMA 17
#define SQLITE_TOOBIG 18
#define SQLITE_CONSTRAINT 19
#define SQLITE_MISMATCH 20
#define SQLITE_MISUSE 21
#define SQLITE_NOLFS 22
#define SQLITE_AUTH 23
#define SQLITE_FORMAT 24
#define SQLITE_RANGE 25
#define SQLITE_NOTADB 26
#define SQLITE_NOTICE 27
#define SQLITE_WARNING 28
#define SQLITE_ROW 100
#define SQLITE_DONE 101
#define SQLITE_INTEGER 1
#define SQLITE_FLOAT 2
#define SQLITE_TEXT 3
#define SQLITE_BLOB 4
#define SQLITE_NULL 5
#define SQLITE_OPEN_READONLY 1
#define SQLITE_OPEN_READWRITE 2
#define SQLITE_OPEN_CREATE 4
#define SQLITE_OPEN_URI 64
#define SQLITE_PREPARE_PERSISTENT 1
#define SQLITE_STATIC ((sqlite3_destructor_type)0)
#define SQLITE_TRANSIENT ((sqlite3_destructor_type) - 1)

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_blob sqlite3_blob;
typedef struct sqlite3_backup sqlite3_backup;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_mutex sqlite3_mutex;
typedef struct sqlite3_str sqlite3_str;
typedef struct sqlite3_module sqlite3_module;
typedef struct sqlite3_index_info sqlite3_index_info;
typedef struct sqlite3_rtree_geometry sqlite3_rtree_geometry;
typedef struct sqlite3_rtree_query_info sqlite3_rtree_query_info;
typedef struct sqlite3_session sqlite3_session;
typedef struct sqlite3_changeset_iter sqlite3_changeset_iter;
typedef struct sqlite3_changegroup sqlite3_changegroup;
typedef struct sqlite3_rebaser sqlite3_rebaser;
typedef struct sqlite3_snapshot {
  unsigned char hidden[48];
} sqlite3_snapshot;
typedef long long sqlite3_int64;
typedef unsigned long long sqlite3_uint64;
typedef const char *sqlite3_filename;
typedef void (*sqlite3_destructor_type)(void *);
typedef int (*sqlite3_callback)(void *, int, char **, char **);
typedef double sqlite3_rtree_dbl;

int sqlite3_open(const char *, sqlite3 **);
int sqlite3_open16(const void *, sqlite3 **);
int sqlite3_open_v2(const char *, sqlite3 **, int, const char *);
int sqlite3_close(sqlite3 *);
int sqlite3_close_v2(sqlite3 *);
const char *sqlite3_errmsg(sqlite3 *);
const void *sqlite3_errmsg16(sqlite3 *);
const char *sqlite3_db_name(sqlite3 *, int);
sqlite3_filename sqlite3_db_filename(sqlite3 *, const char *);
sqlite3_mutex *sqlite3_db_mutex(sqlite3 *);
sqlite3_stmt *sqlite3_next_stmt(sqlite3 *, sqlite3_stmt *);
int sqlite3_db_release_memory(sqlite3 *);
int sqlite3_db_cacheflush(sqlite3 *);
int sqlite3_errcode(sqlite3 *);
int sqlite3_extended_errcode(sqlite3 *);
int sqlite3_error_offset(sqlite3 *);
int sqlite3_get_autocommit(sqlite3 *);
int sqlite3_txn_state(sqlite3 *, const char *);
int sqlite3_changes(sqlite3 *);
sqlite3_int64 sqlite3_changes64(sqlite3 *);
int sqlite3_is_interrupted(sqlite3 *);
void *sqlite3_get_clientdata(sqlite3 *, const char *);
int sqlite3_set_clientdata(sqlite3 *, const char *, void *, void (*)(void *));
int sqlite3_autovacuum_pages(sqlite3 *,
                             unsigned int (*)(void *, const char *,
                                              unsigned int, unsigned int,
                                              unsigned int),
                             void *, void (*)(void *));
sqlite3_backup *sqlite3_backup_init(sqlite3 *, const char *, sqlite3 *,
                                    const char *);
int sqlite3_blob_open(sqlite3 *, const char *, const char *, const char *,
                      sqlite3_int64, int, sqlite3_blob **);
int sqlite3_busy_handler(sqlite3 *, int (*)(void *, int), void *);
int sqlite3_busy_timeout(sqlite3 *, int);
int sqlite3_collation_needed(sqlite3 *, void *,
                             void (*)(void *, sqlite3 *, int, const char *));
int sqlite3_collation_needed16(sqlite3 *, void *,
                               void (*)(void *, sqlite3 *, int, const void *));
void *sqlite3_commit_hook(sqlite3 *, int (*)(void *), void *);
int sqlite3_create_collation(sqlite3 *, const char *, int, void *,
                             int (*)(void *, int, const void *, int,
                                     const void *));
int sqlite3_create_collation16(sqlite3 *, const void *, int, void *,
                               int (*)(void *, int, const void *, int,
                                       const void *));
int sqlite3_create_collation_v2(sqlite3 *, const char *, int, void *,
                                int (*)(void *, int, const void *, int,
                                        const void *),
                                void (*)(void *));
int sqlite3_create_function(sqlite3 *, const char *, int, int, void *,
                            void (*)(sqlite3_context *, int, sqlite3_value **),
                            void (*)(sqlite3_context *, int, sqlite3_value **),
                            void (*)(sqlite3_context *));
int sqlite3_create_function16(sqlite3 *, const void *, int, int, void *,
                              void (*)(sqlite3_context *, int,
                                       sqlite3_value **),
                              void (*)(sqlite3_context *, int,
                                       sqlite3_value **),
                              void (*)(sqlite3_context *));
int sqlite3_create_function_v2(sqlite3 *, const char *, int, int, void *,
                               void (*)(sqlite3_context *, int,
                                        sqlite3_value **),
                               void (*)(sqlite3_context *, int,
                                        sqlite3_value **),
                               void (*)(sqlite3_context *), void (*)(void *));
int sqlite3_create_module(sqlite3 *, const char *, const sqlite3_module *,
                          void *);
int sqlite3_create_module_v2(sqlite3 *, const char *, const sqlite3_module *,
                             void *, void (*)(void *));
int sqlite3_create_window_function(
    sqlite3 *, const char *, int, int, void *,
    void (*)(sqlite3_context *, int, sqlite3_value **),
    void (*)(sqlite3_context *), void (*)(sqlite3_context *),
    void (*)(sqlite3_context *, int, sqlite3_value **), void (*)(void *));
int sqlite3_db_config(sqlite3 *, int, ...);
int sqlite3_db_readonly(sqlite3 *, const char *);
int sqlite3_db_status(sqlite3 *, int, int *, int *, int);
int sqlite3_declare_vtab(sqlite3 *, const char *);
int sqlite3_deserialize(sqlite3 *, const char *, unsigned char *, sqlite3_int64,
                        sqlite3_int64, unsigned int);
int sqlite3_drop_modules(sqlite3 *, const char **);
int sqlite3_enable_load_extension(sqlite3 *, int);
int sqlite3_exec(sqlite3 *, const char *,
                 int (*)(void *, int, char **, char **), void *, char **);
int sqlite3_extended_result_codes(sqlite3 *, int);
int sqlite3_file_control(sqlite3 *, const char *, int, void *);
int sqlite3_get_table(sqlite3 *, const char *, char ***, int *, int *, char **);
void sqlite3_interrupt(sqlite3 *);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *);
int sqlite3_limit(sqlite3 *, int, int);
int sqlite3_load_extension(sqlite3 *, const char *, const char *, char **);
int sqlite3_overload_function(sqlite3 *, const char *, int);
int sqlite3_prepare(sqlite3 *, const char *, int, sqlite3_stmt **,
                    const char **);
int sqlite3_prepare16(sqlite3 *, const void *, int, sqlite3_stmt **,
                      const void **);
int sqlite3_prepare16_v2(sqlite3 *, const void *, int, sqlite3_stmt **,
                         const void **);
int sqlite3_prepare16_v3(sqlite3 *, const void *, int, unsigned int,
                         sqlite3_stmt **, const void **);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **,
                       const char **);
int sqlite3_prepare_v3(sqlite3 *, const char *, int, unsigned int,
                       sqlite3_stmt **, const char **);
int sqlite3_preupdate_blobwrite(sqlite3 *);
int sqlite3_preupdate_count(sqlite3 *);
int sqlite3_preupdate_depth(sqlite3 *);
void *sqlite3_preupdate_hook(sqlite3 *,
                             void (*)(void *, sqlite3 *, int, const char *,
                                      const char *, sqlite3_int64,
                                      sqlite3_int64),
                             void *);
int sqlite3_preupdate_new(sqlite3 *, int, sqlite3_value **);
int sqlite3_preupdate_old(sqlite3 *, int, sqlite3_value **);
void *sqlite3_profile(sqlite3 *, void (*)(void *, const char *, sqlite3_uint64),
                      void *);
void sqlite3_progress_handler(sqlite3 *, int, int (*)(void *), void *);
void *sqlite3_rollback_hook(sqlite3 *, void (*)(void *), void *);
int sqlite3_rtree_geometry_callback(sqlite3 *, const char *,
                                    int (*)(sqlite3_rtree_geometry *, int,
                                            sqlite3_rtree_dbl *, int *),
                                    void *);
int sqlite3_rtree_query_callback(sqlite3 *, const char *,
                                 int (*)(sqlite3_rtree_query_info *), void *,
                                 void (*)(void *));
unsigned char *sqlite3_serialize(sqlite3 *, const char *, sqlite3_int64 *,
                                 unsigned int);
int sqlite3_set_authorizer(sqlite3 *,
                           int (*)(void *, int, const char *, const char *,
                                   const char *, const char *),
                           void *);
void sqlite3_set_last_insert_rowid(sqlite3 *, sqlite3_int64);
int sqlite3_snapshot_get(sqlite3 *, const char *, sqlite3_snapshot **);
int sqlite3_snapshot_open(sqlite3 *, const char *, sqlite3_snapshot *);
int sqlite3_snapshot_recover(sqlite3 *, const char *);
sqlite3_str *sqlite3_str_new(sqlite3 *);
int sqlite3_system_errno(sqlite3 *);
int sqlite3_table_column_metadata(sqlite3 *, const char *, const char *,
                                  const char *, const char **, const char **,
                                  int *, int *, int *);
int sqlite3_total_changes(sqlite3 *);
sqlite3_int64 sqlite3_total_changes64(sqlite3 *);
void *sqlite3_trace(sqlite3 *, void (*)(void *, const char *), void *);
int sqlite3_trace_v2(sqlite3 *, unsigned int,
                     int (*)(unsigned int, void *, void *, void *), void *);
int sqlite3_unlock_notify(sqlite3 *, void (*)(void **, int), void *);
void *sqlite3_update_hook(sqlite3 *,
                          void (*)(void *, int, const char *, const char *,
                                   sqlite3_int64),
                          void *);
int sqlite3_vtab_config(sqlite3 *, int, ...);
int sqlite3_vtab_on_conflict(sqlite3 *);
int sqlite3_wal_autocheckpoint(sqlite3 *, int);
int sqlite3_wal_checkpoint(sqlite3 *, const char *);
int sqlite3_wal_checkpoint_v2(sqlite3 *, const char *, int, int *, int *);
void *sqlite3_wal_hook(sqlite3 *, int (*)(void *, sqlite3 *, const char *, int),
                       void *);
int sqlite3changeset_apply(sqlite3 *, int, void *,
                           int (*)(void *, const char *),
                           int (*)(void *, int, sqlite3_changeset_iter *),
                           void *);
int sqlite3changeset_apply_strm(sqlite3 *, int (*)(void *, void *, int *),
                                void *, int (*)(void *, const char *),
                                int (*)(void *, int, sqlite3_changeset_iter *),
                                void *);
int sqlite3changeset_apply_v2(sqlite3 *, int, void *,
                              int (*)(void *, const char *),
                              int (*)(void *, int, sqlite3_changeset_iter *),
                              void *, void **, int *, int);
int sqlite3changeset_apply_v2_strm(sqlite3 *, int (*)(void *, void *, int *),
                                   void *, int (*)(void *, const char *),
                                   int (*)(void *, int,
                                           sqlite3_changeset_iter *),
                                   void *, void **, int *, int);
int sqlite3session_create(sqlite3 *, const char *, sqlite3_session **);
int sqlite3_finalize(sqlite3_stmt *);
const void *sqlite3_column_blob(sqlite3_stmt *, int);
const unsigned char *sqlite3_column_text(sqlite3_stmt *, int);
const void *sqlite3_column_text16(sqlite3_stmt *, int);
sqlite3_value *sqlite3_column_value(sqlite3_stmt *, int);
const char *sqlite3_column_name(sqlite3_stmt *, int);
const void *sqlite3_column_name16(sqlite3_stmt *, int);
const char *sqlite3_column_database_name(sqlite3_stmt *, int);
const void *sqlite3_column_database_name16(sqlite3_stmt *, int);
const char *sqlite3_column_table_name(sqlite3_stmt *, int);
const void *sqlite3_column_table_name16(sqlite3_stmt *, int);
const char *sqlite3_column_origin_name(sqlite3_stmt *, int);
const void *sqlite3_column_origin_name16(sqlite3_stmt *, int);
const char *sqlite3_column_decltype(sqlite3_stmt *, int);
const void *sqlite3_column_decltype16(sqlite3_stmt *, int);
const char *sqlite3_sql(sqlite3_stmt *);
const char *sqlite3_normalized_sql(sqlite3_stmt *);
const char *sqlite3_bind_parameter_name(sqlite3_stmt *, int);
int sqlite3_bind_parameter_count(sqlite3_stmt *);
int sqlite3_column_count(sqlite3_stmt *);
int sqlite3_data_count(sqlite3_stmt *);
int sqlite3_stmt_busy(sqlite3_stmt *);
int sqlite3_stmt_isexplain(sqlite3_stmt *);
int sqlite3_stmt_readonly(sqlite3_stmt *);
int sqlite3_reset(sqlite3_stmt *);
int sqlite3_clear_bindings(sqlite3_stmt *);
sqlite3 *sqlite3_db_handle(sqlite3_stmt *);
char *sqlite3_expanded_sql(sqlite3_stmt *);
int sqlite3_stmt_scanstatus_v2(sqlite3_stmt *, int, int, int, void *);
int sqlite3_stmt_explain(sqlite3_stmt *, int);
int sqlite3_bind_blob(sqlite3_stmt *, int, const void *, int, void (*)(void *));
int sqlite3_bind_blob64(sqlite3_stmt *, int, const void *, sqlite3_uint64,
                        void (*)(void *));
int sqlite3_bind_double(sqlite3_stmt *, int, double);
int sqlite3_bind_int(sqlite3_stmt *, int, int);
int sqlite3_bind_int64(sqlite3_stmt *, int, sqlite3_int64);
int sqlite3_bind_null(sqlite3_stmt *, int);
int sqlite3_bind_parameter_index(sqlite3_stmt *, const char *);
int sqlite3_bind_pointer(sqlite3_stmt *, int, void *, const char *,
                         void (*)(void *));
int sqlite3_bind_text(sqlite3_stmt *, int, const char *, int, void (*)(void *));
int sqlite3_bind_text16(sqlite3_stmt *, int, const void *, int,
                        void (*)(void *));
int sqlite3_bind_text64(sqlite3_stmt *, int, const char *, sqlite3_uint64,
                        void (*)(void *), unsigned char);
int sqlite3_bind_value(sqlite3_stmt *, int, const sqlite3_value *);
int sqlite3_bind_zeroblob(sqlite3_stmt *, int, int);
int sqlite3_bind_zeroblob64(sqlite3_stmt *, int, sqlite3_uint64);
int sqlite3_column_bytes(sqlite3_stmt *, int);
int sqlite3_column_bytes16(sqlite3_stmt *, int);
double sqlite3_column_double(sqlite3_stmt *, int);
int sqlite3_column_int(sqlite3_stmt *, int);
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *, int);
int sqlite3_column_type(sqlite3_stmt *, int);
int sqlite3_expired(sqlite3_stmt *);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_stmt_scanstatus(sqlite3_stmt *, int, int, void *);
void sqlite3_stmt_scanstatus_reset(sqlite3_stmt *);
int sqlite3_stmt_status(sqlite3_stmt *, int, int);
int sqlite3_transfer_bindings(sqlite3_stmt *, sqlite3_stmt *);
int sqlite3_blob_close(sqlite3_blob *);
int sqlite3_blob_bytes(sqlite3_blob *);
int sqlite3_blob_reopen(sqlite3_blob *, sqlite3_int64);
int sqlite3_blob_read(sqlite3_blob *, void *, int, int);
int sqlite3_blob_write(sqlite3_blob *, const void *, int, int);
int sqlite3_backup_finish(sqlite3_backup *);
int sqlite3_backup_pagecount(sqlite3_backup *);
int sqlite3_backup_remaining(sqlite3_backup *);
int sqlite3_backup_step(sqlite3_backup *, int);
void sqlite3_snapshot_free(sqlite3_snapshot *);
int sqlite3_snapshot_cmp(sqlite3_snapshot *, sqlite3_snapshot *);
void sqlite3_free_table(char **);
void sqlite3session_delete(sqlite3_session *);
int sqlite3session_attach(sqlite3_session *, const char *);
int sqlite3session_changeset(sqlite3_session *, int *, void **);
sqlite3_int64 sqlite3session_changeset_size(sqlite3_session *);
int sqlite3session_changeset_strm(sqlite3_session *,
                                  int (*)(void *, const void *, int), void *);
int sqlite3session_diff(sqlite3_session *, const char *, const char *, char **);
int sqlite3session_enable(sqlite3_session *, int);
int sqlite3session_indirect(sqlite3_session *, int);
int sqlite3session_isempty(sqlite3_session *);
sqlite3_int64 sqlite3session_memory_used(sqlite3_session *);
int sqlite3session_object_config(sqlite3_session *, int, void *);
int sqlite3session_patchset(sqlite3_session *, int *, void **);
int sqlite3session_patchset_strm(sqlite3_session *,
                                 int (*)(void *, const void *, int), void *);
void sqlite3session_table_filter(sqlite3_session *,
                                 int (*)(void *, const char *), void *);
int sqlite3changeset_start(sqlite3_changeset_iter **, int, void *);
int sqlite3changeset_start_v2(sqlite3_changeset_iter **, int, void *, int);
int sqlite3changeset_start_strm(sqlite3_changeset_iter **,
                                int (*)(void *, void *, int *), void *);
int sqlite3changeset_start_v2_strm(sqlite3_changeset_iter **,
                                   int (*)(void *, void *, int *), void *, int);
int sqlite3changeset_finalize(sqlite3_changeset_iter *);
int sqlite3changeset_conflict(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_fk_conflicts(sqlite3_changeset_iter *, int *);
int sqlite3changeset_new(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_next(sqlite3_changeset_iter *);
int sqlite3changeset_old(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_op(sqlite3_changeset_iter *, const char **, int *, int *,
                        int *);
int sqlite3changeset_pk(sqlite3_changeset_iter *, unsigned char **, int *);
int sqlite3changegroup_new(sqlite3_changegroup **);
void sqlite3changegroup_delete(sqlite3_changegroup *);
int sqlite3changegroup_add(sqlite3_changegroup *, int, void *);
int sqlite3changegroup_add_strm(sqlite3_changegroup *,
                                int (*)(void *, void *, int *), void *);
int sqlite3changegroup_output(sqlite3_changegroup *, int *, void **);
int sqlite3changegroup_output_strm(sqlite3_changegroup *,
                                   int (*)(void *, const void *, int), void *);
int sqlite3rebaser_create(sqlite3_rebaser **);
void sqlite3rebaser_delete(sqlite3_rebaser *);
int sqlite3rebaser_configure(sqlite3_rebaser *, int, const void *);
int sqlite3rebaser_rebase(sqlite3_rebaser *, int, const void *, int *, void **);
int sqlite3rebaser_rebase_strm(sqlite3_rebaser *,
                               int (*)(void *, void *, int *), void *,
                               int (*)(void *, const void *, int), void *);
void sqlite3_free(void *);
void *sqlite3_malloc(int);
char *sqlite3_mprintf(const char *, ...);
char *sqlite3_snprintf(int n, char *to, const char *format, ...);
const char *sqlite3_errstr(int);
const unsigned char *sqlite3_value_text(sqlite3_value *);
int sqlite3_value_int(sqlite3_value *);
sqlite3 *sqlite3_context_db_handle(sqlite3_context *);
void sqlite3_result_error(sqlite3_context *, const char *, int);
void *sqlite3_user_data(sqlite3_context *);
int sqlite3_sleep(int);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_MOCK_SQLITE3_H
