//===- mysql.h - A stand-in for the header of MariaDB and MySQL ---*- C -*-===//
//
// The declarations of MariaDB and MySQL that the rules name, for tests that
// need no installed library. Names and signatures are those of the real header;
// nothing else is. Tests of the rules use the real one (test/rules/).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_MYSQL_H
#define DBTIDY_MOCK_MYSQL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef char my_bool;
typedef unsigned long long my_ulonglong;
typedef int my_socket;
typedef struct st_mysql {
  void *net;
  const char *host;
  unsigned int status;
} MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef struct st_mysql_rpl {
  const char *file_name;
  unsigned long long start_position;
  unsigned long size;
} MYSQL_RPL;
typedef struct st_mariadb_rpl MARIADB_RPL;
typedef struct st_mariadb_rpl_event MARIADB_RPL_EVENT;
typedef struct st_mariadb_rpl_row MARIADB_RPL_ROW;
typedef struct st_mysql_field {
  char *name;
  char *table;
  unsigned long length;
  unsigned int flags;
} MYSQL_FIELD;
typedef char **MYSQL_ROW;
typedef unsigned int MYSQL_FIELD_OFFSET;
typedef struct st_mysql_rows {
  struct st_mysql_rows *next;
  MYSQL_ROW data;
  unsigned long length;
} MYSQL_ROWS;
typedef MYSQL_ROWS *MYSQL_ROW_OFFSET;
typedef struct st_mysql_bind {
  unsigned long *length;
  my_bool *is_null;
  void *buffer;
  unsigned long buffer_length;
  int buffer_type;
} MYSQL_BIND;
typedef struct character_set {
  unsigned int number;
  const char *csname;
} MY_CHARSET_INFO;

enum mysql_option {
  MYSQL_OPT_CONNECT_TIMEOUT,
  MYSQL_OPT_COMPRESS,
  MYSQL_SET_CHARSET_NAME = 7,
  MYSQL_OPT_RECONNECT = 20,
  MYSQL_OPT_NONBLOCK = 6000
};
enum mysql_enum_shutdown_level { SHUTDOWN_DEFAULT = 0, KILL_QUERY = 254 };
enum enum_mysql_set_option {
  MYSQL_OPTION_MULTI_STATEMENTS_ON,
  MYSQL_OPTION_MULTI_STATEMENTS_OFF
};
enum enum_stmt_attr_type {
  STMT_ATTR_UPDATE_MAX_LENGTH,
  STMT_ATTR_CURSOR_TYPE,
  STMT_ATTR_PREFETCH_ROWS
};
enum enum_session_state_type {
  SESSION_TRACK_SYSTEM_VARIABLES,
  SESSION_TRACK_SCHEMA
};
enum mariadb_value { MARIADB_CHARSET_ID, MARIADB_CHARSET_NAME };
enum mariadb_rpl_option {
  MARIADB_RPL_FILENAME,
  MARIADB_RPL_START,
  MARIADB_RPL_SERVER_ID
};
enum net_async_status {
  NET_ASYNC_COMPLETE,
  NET_ASYNC_NOT_READY,
  NET_ASYNC_ERROR,
  NET_ASYNC_COMPLETE_NO_MORE_RESULTS
};

#define MYSQL_NO_DATA 100
#define MYSQL_DATA_TRUNCATED 101
#define MYSQL_WAIT_READ 1
#define MARIADB_RPL_VERSION 0x0001
#define mysql_library_init mysql_server_init
#define mysql_library_end mysql_server_end
#define mariadb_rpl_init(Mysql)                                                \
  mariadb_rpl_init_ex((Mysql), MARIADB_RPL_VERSION)

MYSQL *mysql_init(MYSQL *);
void mysql_close(MYSQL *);
int mysql_close_start(MYSQL *);
int mysql_close_cont(MYSQL *, int);
const char *mysql_error(MYSQL *);
const char *mysql_sqlstate(MYSQL *);
const char *mysql_info(MYSQL *);
char *mysql_stat(MYSQL *);
char *mysql_get_server_info(MYSQL *);
char *mysql_get_host_info(MYSQL *);
const char *mysql_character_set_name(MYSQL *);
const char *mysql_get_ssl_cipher(MYSQL *);
unsigned long mysql_thread_id(MYSQL *);
unsigned long mysql_get_server_version(MYSQL *);
unsigned int mysql_get_proto_info(MYSQL *);
my_socket mysql_get_socket(MYSQL *);
MYSQL *mysql_real_connect(MYSQL *, const char *, const char *, const char *,
                          const char *, unsigned int, const char *,
                          unsigned long);
enum net_async_status mysql_real_connect_nonblocking(MYSQL *, const char *,
                                                     const char *, const char *,
                                                     const char *, unsigned int,
                                                     const char *,
                                                     unsigned long);
MYSQL *mysql_real_connect_dns_srv(MYSQL *, const char *, const char *,
                                  const char *, const char *, unsigned long);
enum net_async_status mysql_real_query_nonblocking(MYSQL *, const char *,
                                                   unsigned long);
enum net_async_status mysql_send_query_nonblocking(MYSQL *, const char *,
                                                   unsigned long);
enum net_async_status mysql_next_result_nonblocking(MYSQL *);
enum net_async_status mysql_reset_connection_nonblocking(MYSQL *);
enum net_async_status mysql_store_result_nonblocking(MYSQL *, MYSQL_RES **);
int mysql_binlog_open(MYSQL *, MYSQL_RPL *);
void mysql_binlog_close(MYSQL *, MYSQL_RPL *);
int mysql_binlog_fetch(MYSQL *, MYSQL_RPL *);
int mysql_reset_connection(MYSQL *);
my_bool mysql_change_user(MYSQL *, const char *, const char *, const char *);
int mysql_shutdown(MYSQL *, enum mysql_enum_shutdown_level);
int mysql_kill(MYSQL *, unsigned long);
int mysql_refresh(MYSQL *, unsigned int);
int mariadb_cancel(MYSQL *);
my_bool mariadb_connection(MYSQL *);
my_bool mariadb_get_info(MYSQL *, enum mariadb_value, void *);
my_bool mariadb_get_infov(MYSQL *, enum mariadb_value, void *, ...);
my_bool mariadb_reconnect(MYSQL *);
MARIADB_RPL *mariadb_rpl_init_ex(MYSQL *, unsigned int);
my_ulonglong mysql_affected_rows(MYSQL *);
my_bool mysql_autocommit(MYSQL *, my_bool);
my_bool mysql_commit(MYSQL *);
int mysql_dump_debug_info(MYSQL *);
unsigned int mysql_errno(MYSQL *);
unsigned int mysql_field_count(MYSQL *);
void mysql_get_character_set_info(MYSQL *, MY_CHARSET_INFO *);
int mysql_get_option(MYSQL *, enum mysql_option, void *);
int mysql_get_optionv(MYSQL *, enum mysql_option, void *, ...);
const char *mysql_get_server_name(MYSQL *);
unsigned int mysql_get_timeout_value(const MYSQL *);
unsigned int mysql_get_timeout_value_ms(const MYSQL *);
my_ulonglong mysql_insert_id(MYSQL *);
MYSQL_RES *mysql_list_dbs(MYSQL *, const char *);
MYSQL_RES *mysql_list_fields(MYSQL *, const char *, const char *);
MYSQL_RES *mysql_list_processes(MYSQL *);
MYSQL_RES *mysql_list_tables(MYSQL *, const char *);
my_bool mysql_more_results(MYSQL *);
unsigned long mysql_net_read_packet(MYSQL *);
int mysql_next_result(MYSQL *);
int mysql_options(MYSQL *, enum mysql_option, const void *);
int mysql_options4(MYSQL *, enum mysql_option, const void *, const void *);
int mysql_optionsv(MYSQL *, enum mysql_option, ...);
int mysql_ping(MYSQL *);
int mysql_query(MYSQL *, const char *);
my_bool mysql_read_query_result(MYSQL *);
unsigned long mysql_real_escape_string(MYSQL *, char *, const char *,
                                       unsigned long);
int mysql_real_query(MYSQL *, const char *, unsigned long);
my_bool mysql_rollback(MYSQL *);
int mysql_select_db(MYSQL *, const char *);
int mysql_send_query(MYSQL *, const char *, unsigned long);
int mysql_session_track_get_first(MYSQL *, enum enum_session_state_type,
                                  const char **, size_t *);
int mysql_session_track_get_next(MYSQL *, enum enum_session_state_type,
                                 const char **, size_t *);
int mysql_set_character_set(MYSQL *, const char *);
void mysql_set_local_infile_default(MYSQL *);
void mysql_set_local_infile_handler(MYSQL *,
                                    int (*)(void **, const char *, void *),
                                    int (*)(void *, char *, unsigned int),
                                    void (*)(void *),
                                    int (*)(void *, char *, unsigned int),
                                    void *);
int mysql_set_server_option(MYSQL *, enum enum_mysql_set_option);
int mysql_ssl_set(MYSQL *, const char *, const char *, const char *,
                  const char *, const char *);
MYSQL_STMT *mysql_stmt_init(MYSQL *);
MYSQL_RES *mysql_store_result(MYSQL *);
MYSQL_RES *mysql_use_result(MYSQL *);
unsigned int mysql_warning_count(MYSQL *);
int mysql_autocommit_cont(my_bool *, MYSQL *, int);
int mysql_autocommit_start(my_bool *, MYSQL *, my_bool);
int mysql_change_user_cont(my_bool *, MYSQL *, int);
int mysql_change_user_start(my_bool *, MYSQL *, const char *, const char *,
                            const char *);
int mysql_commit_cont(my_bool *, MYSQL *, int);
int mysql_commit_start(my_bool *, MYSQL *);
int mysql_dump_debug_info_cont(int *, MYSQL *, int);
int mysql_dump_debug_info_start(int *, MYSQL *);
int mysql_kill_cont(int *, MYSQL *, int);
int mysql_kill_start(int *, MYSQL *, unsigned long);
int mysql_list_fields_cont(MYSQL_RES **, MYSQL *, int);
int mysql_list_fields_start(MYSQL_RES **, MYSQL *, const char *, const char *);
int mysql_next_result_cont(int *, MYSQL *, int);
int mysql_next_result_start(int *, MYSQL *);
int mysql_ping_cont(int *, MYSQL *, int);
int mysql_ping_start(int *, MYSQL *);
int mysql_query_cont(int *, MYSQL *, int);
int mysql_query_start(int *, MYSQL *, const char *);
int mysql_read_query_result_cont(my_bool *, MYSQL *, int);
int mysql_read_query_result_start(my_bool *, MYSQL *);
int mysql_real_connect_cont(MYSQL **, MYSQL *, int);
int mysql_real_connect_start(MYSQL **, MYSQL *, const char *, const char *,
                             const char *, const char *, unsigned int,
                             const char *, unsigned long);
int mysql_real_query_cont(int *, MYSQL *, int);
int mysql_real_query_start(int *, MYSQL *, const char *, unsigned long);
int mysql_refresh_cont(int *, MYSQL *, int);
int mysql_refresh_start(int *, MYSQL *, unsigned int);
int mysql_reset_connection_cont(int *, MYSQL *, int);
int mysql_reset_connection_start(int *, MYSQL *);
int mysql_rollback_cont(my_bool *, MYSQL *, int);
int mysql_rollback_start(my_bool *, MYSQL *);
int mysql_select_db_cont(int *, MYSQL *, int);
int mysql_select_db_start(int *, MYSQL *, const char *);
int mysql_send_query_cont(int *, MYSQL *, int);
int mysql_send_query_start(int *, MYSQL *, const char *, unsigned long);
int mysql_set_character_set_cont(int *, MYSQL *, int);
int mysql_set_character_set_start(int *, MYSQL *, const char *);
int mysql_set_server_option_cont(int *, MYSQL *, int);
int mysql_set_server_option_start(int *, MYSQL *, enum enum_mysql_set_option);
int mysql_shutdown_cont(int *, MYSQL *, int);
int mysql_shutdown_start(int *, MYSQL *, enum mysql_enum_shutdown_level);
int mysql_stat_cont(const char **, MYSQL *, int);
int mysql_stat_start(const char **, MYSQL *);
int mysql_store_result_cont(MYSQL_RES **, MYSQL *, int);
int mysql_store_result_start(MYSQL_RES **, MYSQL *);
MYSQL_RES *mysql_stmt_result_metadata(MYSQL_STMT *);
MYSQL_RES *mysql_stmt_param_metadata(MYSQL_STMT *);
void mysql_free_result(MYSQL_RES *);
int mysql_free_result_start(MYSQL_RES *);
int mysql_free_result_cont(MYSQL_RES *, int);
enum net_async_status mysql_free_result_nonblocking(MYSQL_RES *);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *);
unsigned long *mysql_fetch_lengths(MYSQL_RES *);
MYSQL_FIELD *mysql_fetch_field(MYSQL_RES *);
MYSQL_FIELD *mysql_fetch_fields(MYSQL_RES *);
MYSQL_FIELD *mysql_fetch_field_direct(MYSQL_RES *, unsigned int);
MYSQL_ROWS *mysql_row_tell(MYSQL_RES *);
MYSQL_ROW_OFFSET mysql_row_seek(MYSQL_RES *, MYSQL_ROW_OFFSET);
my_ulonglong mysql_num_rows(MYSQL_RES *);
unsigned int mysql_num_fields(MYSQL_RES *);
my_bool mysql_eof(MYSQL_RES *);
unsigned int mysql_field_tell(MYSQL_RES *);
enum net_async_status mysql_fetch_row_nonblocking(MYSQL_RES *, MYSQL_ROW *);
void mysql_data_seek(MYSQL_RES *, unsigned long long);
MYSQL_FIELD_OFFSET mysql_field_seek(MYSQL_RES *, MYSQL_FIELD_OFFSET);
int mysql_fetch_row_cont(MYSQL_ROW *, MYSQL_RES *, int);
int mysql_fetch_row_start(MYSQL_ROW *, MYSQL_RES *);
my_bool mysql_stmt_close(MYSQL_STMT *);
int mysql_stmt_close_start(my_bool *, MYSQL_STMT *);
int mysql_stmt_close_cont(my_bool *, MYSQL_STMT *, int);
const char *mysql_stmt_error(MYSQL_STMT *);
const char *mysql_stmt_sqlstate(MYSQL_STMT *);
MYSQL_ROW_OFFSET mysql_stmt_row_tell(MYSQL_STMT *);
MYSQL_ROW_OFFSET mysql_stmt_row_seek(MYSQL_STMT *, MYSQL_ROW_OFFSET);
MYSQL_FIELD *mariadb_stmt_fetch_fields(MYSQL_STMT *);
unsigned int mysql_stmt_errno(MYSQL_STMT *);
unsigned int mysql_stmt_field_count(MYSQL_STMT *);
unsigned long mysql_stmt_param_count(MYSQL_STMT *);
unsigned long long mysql_stmt_num_rows(MYSQL_STMT *);
unsigned long long mysql_stmt_affected_rows(MYSQL_STMT *);
unsigned long long mysql_stmt_insert_id(MYSQL_STMT *);
my_bool mysql_stmt_free_result(MYSQL_STMT *);
my_bool mysql_stmt_reset(MYSQL_STMT *);
int mysql_stmt_free_result_start(my_bool *, MYSQL_STMT *);
int mysql_stmt_free_result_cont(my_bool *, MYSQL_STMT *, int);
int mysql_stmt_reset_start(my_bool *, MYSQL_STMT *);
int mysql_stmt_reset_cont(my_bool *, MYSQL_STMT *, int);
int mariadb_stmt_execute_direct(MYSQL_STMT *, const char *, size_t);
my_bool mysql_stmt_attr_get(MYSQL_STMT *, enum enum_stmt_attr_type, void *);
my_bool mysql_stmt_attr_set(MYSQL_STMT *, enum enum_stmt_attr_type,
                            const void *);
my_bool mysql_stmt_bind_param(MYSQL_STMT *, MYSQL_BIND *);
my_bool mysql_stmt_bind_result(MYSQL_STMT *, MYSQL_BIND *);
void mysql_stmt_data_seek(MYSQL_STMT *, unsigned long long);
int mysql_stmt_execute(MYSQL_STMT *);
int mysql_stmt_fetch(MYSQL_STMT *);
int mysql_stmt_fetch_column(MYSQL_STMT *, MYSQL_BIND *, unsigned int,
                            unsigned long);
my_bool mysql_stmt_more_results(MYSQL_STMT *);
int mysql_stmt_next_result(MYSQL_STMT *);
int mysql_stmt_prepare(MYSQL_STMT *, const char *, unsigned long);
my_bool mysql_stmt_send_long_data(MYSQL_STMT *, unsigned int, const char *,
                                  unsigned long);
int mysql_stmt_store_result(MYSQL_STMT *);
int mysql_stmt_warning_count(MYSQL_STMT *);
void stmt_set_error(MYSQL_STMT *, unsigned int, const char *, const char *);
int mysql_stmt_execute_cont(int *, MYSQL_STMT *, int);
int mysql_stmt_execute_start(int *, MYSQL_STMT *);
int mysql_stmt_fetch_cont(int *, MYSQL_STMT *, int);
int mysql_stmt_fetch_start(int *, MYSQL_STMT *);
int mysql_stmt_next_result_cont(int *, MYSQL_STMT *, int);
int mysql_stmt_next_result_start(int *, MYSQL_STMT *);
int mysql_stmt_prepare_cont(int *, MYSQL_STMT *, int);
int mysql_stmt_prepare_start(int *, MYSQL_STMT *, const char *, unsigned long);
int mysql_stmt_send_long_data_cont(my_bool *, MYSQL_STMT *, int);
int mysql_stmt_send_long_data_start(my_bool *, MYSQL_STMT *, unsigned int,
                                    const char *, unsigned long);
int mysql_stmt_store_result_cont(int *, MYSQL_STMT *, int);
int mysql_stmt_store_result_start(int *, MYSQL_STMT *);
void mariadb_rpl_close(MARIADB_RPL *);
const char *mariadb_rpl_error(MARIADB_RPL *);
MARIADB_RPL_EVENT *mariadb_rpl_fetch(MARIADB_RPL *, MARIADB_RPL_EVENT *);
uint32_t mariadb_rpl_errno(MARIADB_RPL *);
MARIADB_RPL_ROW *mariadb_rpl_extract_rows(MARIADB_RPL *, MARIADB_RPL_EVENT *,
                                          MARIADB_RPL_EVENT *);
int mariadb_rpl_get_optionsv(MARIADB_RPL *, enum mariadb_rpl_option, ...);
int mariadb_rpl_open(MARIADB_RPL *);
int mariadb_rpl_optionsv(MARIADB_RPL *, enum mariadb_rpl_option, ...);
void mariadb_free_rpl_event(MARIADB_RPL_EVENT *);
int mysql_server_init(int, char **, char **);
void mysql_server_end(void);
my_bool mysql_thread_init(void);
void mysql_thread_end(void);
unsigned long mysql_escape_string(char *, const char *, unsigned long);
const char *mysql_get_client_info(void);

struct st_mariadb_api {
  MYSQL *(*mysql_init)(MYSQL *);
  void (*mysql_close)(MYSQL *);
  const char *(*mysql_error)(MYSQL *);
  const char *(*mysql_sqlstate)(MYSQL *);
  const char *(*mysql_info)(MYSQL *);
  MYSQL *(*mysql_real_connect)(MYSQL *, const char *, const char *,
                               const char *, const char *, unsigned int,
                               const char *, unsigned long);
  int (*mysql_reset_connection)(MYSQL *);
  MYSQL_RES *(*mysql_store_result)(MYSQL *);
  MYSQL_RES *(*mysql_use_result)(MYSQL *);
  MYSQL_RES *(*mysql_list_dbs)(MYSQL *, const char *);
  MYSQL_RES *(*mysql_list_tables)(MYSQL *, const char *);
  MYSQL_RES *(*mysql_list_fields)(MYSQL *, const char *, const char *);
  MYSQL_RES *(*mysql_list_processes)(MYSQL *);
  MYSQL_RES *(*mysql_stmt_result_metadata)(MYSQL_STMT *);
  MYSQL_RES *(*mysql_stmt_param_metadata)(MYSQL_STMT *);
  void (*mysql_free_result)(MYSQL_RES *);
  MYSQL_ROW (*mysql_fetch_row)(MYSQL_RES *);
  unsigned long *(*mysql_fetch_lengths)(MYSQL_RES *);
  MYSQL_FIELD *(*mysql_fetch_field)(MYSQL_RES *);
  MYSQL_FIELD *(*mysql_fetch_fields)(MYSQL_RES *);
  MYSQL_FIELD *(*mysql_fetch_field_direct)(MYSQL_RES *, unsigned int);
  MYSQL_STMT *(*mysql_stmt_init)(MYSQL *);
  my_bool (*mysql_stmt_close)(MYSQL_STMT *);
  const char *(*mysql_stmt_error)(MYSQL_STMT *);
  const char *(*mysql_stmt_sqlstate)(MYSQL_STMT *);
  my_bool (*mysql_stmt_free_result)(MYSQL_STMT *);
  my_bool (*mysql_stmt_reset)(MYSQL_STMT *);
};

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_MOCK_MYSQL_H
