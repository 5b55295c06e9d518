//===- sqlite3ext.h - A stand-in for the header of SQLite extensions *- C
//-*-===//
//
// The members of sqlite3_api_routines that the rules name, and the macros that
// put them in the place of the functions.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_SQLITE3EXT_H
#define DBTIDY_MOCK_SQLITE3EXT_H

#include "sqlite3.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SQLITE_EXTENSION_INIT1 const sqlite3_api_routines *sqlite3_api = 0;
#define SQLITE_EXTENSION_INIT2(Api) sqlite3_api = Api;

typedef struct sqlite3_api_routines sqlite3_api_routines;
struct sqlite3_api_routines {
  int (*open)(const char *, sqlite3 **);
  int (*open16)(const void *, sqlite3 **);
  int (*open_v2)(const char *, sqlite3 **, int, const char *);
  int (*close)(sqlite3 *);
  int (*close_v2)(sqlite3 *);
  const char *(*errmsg)(sqlite3 *);
  const void *(*errmsg16)(sqlite3 *);
  const char *(*db_filename)(sqlite3 *, const char *);
  sqlite3_mutex *(*db_mutex)(sqlite3 *);
  sqlite3_stmt *(*next_stmt)(sqlite3 *, sqlite3_stmt *);
  int (*db_release_memory)(sqlite3 *);
  int (*prepare)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
  int (*prepare_v2)(sqlite3 *, const char *, int, sqlite3_stmt **,
                    const char **);
  int (*prepare16)(sqlite3 *, const void *, int, sqlite3_stmt **,
                   const void **);
  int (*prepare16_v2)(sqlite3 *, const void *, int, sqlite3_stmt **,
                      const void **);
  int (*prepare_v3)(sqlite3 *, const char *, int, unsigned int, sqlite3_stmt **,
                    const char **);
  int (*prepare16_v3)(sqlite3 *, const void *, int, unsigned int,
                      sqlite3_stmt **, const void **);
  int (*finalize)(sqlite3_stmt *);
  const void *(*column_blob)(sqlite3_stmt *, int);
  const unsigned char *(*column_text)(sqlite3_stmt *, int);
  const void *(*column_text16)(sqlite3_stmt *, int);
  sqlite3_value *(*column_value)(sqlite3_stmt *, int);
  const char *(*column_name)(sqlite3_stmt *, int);
  const void *(*column_name16)(sqlite3_stmt *, int);
  const char *(*column_decltype)(sqlite3_stmt *, int);
  const void *(*column_decltype16)(sqlite3_stmt *, int);
  const char *(*sql)(sqlite3_stmt *);
  int (*reset)(sqlite3_stmt *);
  int (*clear_bindings)(sqlite3_stmt *);
  int (*blob_open)(sqlite3 *, const char *, const char *, const char *,
                   sqlite3_int64, int, sqlite3_blob **);
  int (*blob_close)(sqlite3_blob *);
  int (*blob_reopen)(sqlite3_blob *, sqlite3_int64);
  sqlite3_backup *(*backup_init)(sqlite3 *, const char *, sqlite3 *,
                                 const char *);
  int (*backup_finish)(sqlite3_backup *);
  int (*get_table)(sqlite3 *, const char *, char ***, int *, int *, char **);
  void (*free_table)(char **);
};

#define sqlite3_open sqlite3_api->open
#define sqlite3_open16 sqlite3_api->open16
#define sqlite3_open_v2 sqlite3_api->open_v2
#define sqlite3_close sqlite3_api->close
#define sqlite3_close_v2 sqlite3_api->close_v2
#define sqlite3_errmsg sqlite3_api->errmsg
#define sqlite3_errmsg16 sqlite3_api->errmsg16
#define sqlite3_db_filename sqlite3_api->db_filename
#define sqlite3_db_mutex sqlite3_api->db_mutex
#define sqlite3_next_stmt sqlite3_api->next_stmt
#define sqlite3_db_release_memory sqlite3_api->db_release_memory
#define sqlite3_prepare sqlite3_api->prepare
#define sqlite3_prepare_v2 sqlite3_api->prepare_v2
#define sqlite3_prepare16 sqlite3_api->prepare16
#define sqlite3_prepare16_v2 sqlite3_api->prepare16_v2
#define sqlite3_prepare_v3 sqlite3_api->prepare_v3
#define sqlite3_prepare16_v3 sqlite3_api->prepare16_v3
#define sqlite3_finalize sqlite3_api->finalize
#define sqlite3_column_blob sqlite3_api->column_blob
#define sqlite3_column_text sqlite3_api->column_text
#define sqlite3_column_text16 sqlite3_api->column_text16
#define sqlite3_column_value sqlite3_api->column_value
#define sqlite3_column_name sqlite3_api->column_name
#define sqlite3_column_name16 sqlite3_api->column_name16
#define sqlite3_column_decltype sqlite3_api->column_decltype
#define sqlite3_column_decltype16 sqlite3_api->column_decltype16
#define sqlite3_sql sqlite3_api->sql
#define sqlite3_reset sqlite3_api->reset
#define sqlite3_clear_bindings sqlite3_api->clear_bindings
#define sqlite3_blob_open sqlite3_api->blob_open
#define sqlite3_blob_close sqlite3_api->blob_close
#define sqlite3_blob_reopen sqlite3_api->blob_reopen
#define sqlite3_backup_init sqlite3_api->backup_init
#define sqlite3_backup_finish sqlite3_api->backup_finish
#define sqlite3_get_table sqlite3_api->get_table
#define sqlite3_free_table sqlite3_api->free_table

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_MOCK_SQLITE3EXT_H
