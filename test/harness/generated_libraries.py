"""What generate_fixes.py knows of each library: how a handle is acquired, tested,
used, read from and released. {v} is the handle's variable, {p} its parent's."""

import dataclasses
from typing import Optional


@dataclasses.dataclass
class Resource:
    names: list  # of variables
    type: str
    how: str  # "returned", "out" or "in place"
    acquire: str
    release: str
    bad: list  # conditions under which there is nothing to be used
    uses: list  # statements
    numbers: list  # expressions
    texts: list  # expressions: what they give is borrowed
    good: str = ""  # of "out": compares the status
    children: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Library:
    header: str
    resource: Resource
    parameter: str = ""  # of each function
    argument: str = ""
    parent: Optional[str] = None


RESULT = Resource(
    ["r", "res"], "PGresult *", "returned", 'PQexec({p}, "")', "PQclear({v})",
    ["PQresultStatus({v}) != PGRES_TUPLES_OK", "!{v}", "!PQntuples({v})"],
    ["PQntuples({v});", "note(PQgetvalue({v}, 0, 0));"],
    ["PQntuples({v})", "PQnfields({v})"],
    ["PQresultErrorMessage({v})"],
)
LIBPQ = Resource(
    ["c", "conn"], "PGconn *", "returned", 'PQconnectdb("")', "PQfinish({v})",
    ["PQstatus({v}) != CONNECTION_OK", "!{v}", "{v} == NULL", "PQstatus({v}) == CONNECTION_BAD",
     "!{v} || PQstatus({v}) != CONNECTION_OK"],
    ["PQstatus({v});", "note(PQerrorMessage({v}));", "watch({v});"],
    ["PQstatus({v})", "look({v})"],
    ["PQerrorMessage({v})"],
    children=[RESULT],
)
STATEMENT = Resource(
    ["s", "stmt"], "sqlite3_stmt *", "out", 'sqlite3_prepare_v2({p}, "", -1, &{v}, NULL)',
    "sqlite3_finalize({v})",
    ["sqlite3_step({v}) != SQLITE_ROW", "!{v}"],
    ["sqlite3_step({v});", "note((const char *)sqlite3_column_text({v}, 0));"],
    ["sqlite3_column_int({v}, 0)", "sqlite3_step({v})"],
    ["(const char *)sqlite3_column_text({v}, 0)"],
    good="SQLITE_OK",
)
SQLITE = Resource(
    ["db", "base"], "sqlite3 *", "out", 'sqlite3_open("", &{v})', "sqlite3_close({v})",
    ["sqlite3_errcode({v}) != SQLITE_OK", "!{v}"],
    ["sqlite3_busy_timeout({v}, 7);", "note(sqlite3_errmsg({v}));", "watch({v});"],
    ['sqlite3_exec({v}, "", NULL, NULL, NULL)', "sqlite3_changes({v})", "look({v})"],
    ["sqlite3_errmsg({v})"],
    good="SQLITE_OK", children=[STATEMENT],
)
ROWS = Resource(
    ["rows", "set"], "MYSQL_RES *", "returned", "mysql_store_result({p})", "mysql_free_result({v})",
    ["!{v}", "{v} == NULL"],
    ["mysql_fetch_row({v});"],
    ["(int)mysql_num_rows({v})"],
    [],
)
MYSQL = Resource(
    ["m", "my"], "MYSQL *", "returned", "mysql_init(NULL)", "mysql_close({v})",
    ["!{v}", '!mysql_real_connect({v}, "", "", "", "", 0, NULL, 0)', 'mysql_query({v}, "")'],
    ['mysql_query({v}, "");', "note(mysql_error({v}));", "watch({v});"],
    ["(int)mysql_errno({v})", "mysql_ping({v})", "look({v})"],
    ["mysql_error({v})"],
    children=[ROWS],
)
MYSQL_IN_PLACE = dataclasses.replace(
    MYSQL, type="MYSQL ", how="in place", acquire="mysql_init(&{v})", release="mysql_close(&{v})",
    bad=['!mysql_real_connect(&{v}, "", "", "", "", 0, NULL, 0)', 'mysql_query(&{v}, "")'],
    uses=['mysql_query(&{v}, "");', "note(mysql_error(&{v}));"],
    numbers=["(int)mysql_errno(&{v})", "mysql_ping(&{v})"], texts=["mysql_error(&{v})"],
    children=[dataclasses.replace(ROWS, acquire="mysql_store_result(&{p})")],
)
REPLY = Resource(
    ["r", "reply"], "redisReply *", "returned", '(redisReply *)redisCommand({p}, "PING")',
    "freeReplyObject({v})",
    ["!{v}", "!{v} || {v}->type == REDIS_REPLY_ERROR"],
    ["if ({v}) note({v}->str);"],
    ["({v} ? (int){v}->integer : 0)"],
    [],
)
HIREDIS = Resource(
    ["c", "redis"], "redisContext *", "returned", 'redisConnect("", 1)', "redisFree({v})",
    ["!{v} || {v}->err", "{v} == NULL || {v}->err", "!{v}"],
    ['if ({v}) redisAppendCommand({v}, "");', "watch({v});"],
    ["({v} ? {v}->err : 0)", "look({v})"],
    [],
    children=[REPLY],
)
ODBC_STATEMENT = Resource(
    ["s", "stmt"], "SQLHSTMT ", "out", "SQLAllocHandle(SQL_HANDLE_STMT, {p}, &{v})",
    "SQLFreeHandle(SQL_HANDLE_STMT, {v})",
    ["!SQL_SUCCEEDED(SQLExecute({v}))", "SQLFetch({v}) != SQL_SUCCESS"],
    ["SQLExecute({v});"], ["SQLFetch({v})"], [], good="SQL_SUCCESS",
)
ODBC = Resource(
    ["dbc", "link"], "SQLHDBC ", "out", "SQLAllocHandle(SQL_HANDLE_DBC, env, &{v})",
    "SQLFreeHandle(SQL_HANDLE_DBC, {v})",
    ["SQLGetInfo({v}, 0, NULL, 0, NULL) != SQL_SUCCESS"],
    ["watch({v});"], ["look({v})"], [], good="SQL_SUCCESS", children=[ODBC_STATEMENT],
)
CURSOR = Resource(
    ["cur", "found"], "mongoc_cursor_t *", "returned",
    "mongoc_collection_find_with_opts({p}, NULL, NULL, NULL)", "mongoc_cursor_destroy({v})",
    ["mongoc_cursor_error({v}, NULL)"], ["mongoc_cursor_error({v}, NULL);"], [], [],
)
COLLECTION = Resource(
    ["col", "table"], "mongoc_collection_t *", "returned",
    'mongoc_client_get_collection({p}, "", "")', "mongoc_collection_destroy({v})",
    ["!{v}"], ["watch({v});"], ["look({v})"], [], children=[CURSOR],
)
MONGO = Resource(
    ["cl", "client"], "mongoc_client_t *", "returned", 'mongoc_client_new("")',
    "mongoc_client_destroy({v})", ["!{v}", "{v} == NULL"], ["watch({v});"], ["look({v})"], [],
    children=[COLLECTION],
)
LEASE = dataclasses.replace(
    MONGO, names=["lease", "got"], acquire="mongoc_client_pool_try_pop(pool)",
    release="mongoc_client_pool_push(pool, {v})",
)

LIBRARIES = [
    Library("libpq-fe.h", LIBPQ),
    Library("sqlite3.h", SQLITE),
    Library("mysql.h", MYSQL),
    Library("mysql.h", MYSQL_IN_PLACE),
    Library("hiredis/hiredis.h", HIREDIS),
    Library("sql.h", ODBC, "SQLHENV env", 'oracle_handle("SQLHENV")'),
    Library("mongoc/mongoc.h", MONGO),
    Library("mongoc/mongoc.h", LEASE, "mongoc_client_pool_t *pool",
            '(mongoc_client_pool_t *)oracle_handle("mongoc_client_pool_t")'),
]
