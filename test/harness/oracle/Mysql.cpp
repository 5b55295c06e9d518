//===- Mysql.cpp - A MySQL client that counts -----------------------------===//
//
// https://mariadb.com/kb/en/mariadb-connectorc-api-functions/. A handle is owed
// from mysql_init on, whether connecting succeeds or not.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <mysql.h>

using namespace oracle;

static const char *text(const char *Function, const char *Kind,
                        const void *Memory, const char *Content) {
  Handle *H = use(Function, Kind, Memory);
  return H ? borrow(H, Content) : borrow(nullptr, "");
}

static MYSQL_RES *result(const char *Function, MYSQL *M) {
  if (!use(Function, "MYSQL", M) || choose(2))
    return nullptr;
  return static_cast<MYSQL_RES *>(acquire(Function, "MYSQL_RES")->Memory);
}

static int answer(const char *Function, const char *Kind, const void *Memory) {
  return !use(Function, Kind, Memory) || choose(2) ? 1 : 0;
}

extern "C" {

MYSQL *mysql_init(MYSQL *M) {
  if (M) {
    *M = MYSQL();
    acquireInPlace("mysql_init", "MYSQL", M);
    return M;
  }
  if (choose(2))
    return nullptr;
  return static_cast<MYSQL *>(
      acquire("mysql_init", "MYSQL", sizeof(MYSQL))->Memory);
}
void mysql_close(MYSQL *M) { release("mysql_close", "MYSQL", M); }
MYSQL *mysql_real_connect(MYSQL *M, const char *, const char *, const char *,
                          const char *, unsigned int, const char *,
                          unsigned long) {
  return answer("mysql_real_connect", "MYSQL", M) ? nullptr : M;
}
const char *mysql_error(MYSQL *M) {
  return text("mysql_error", "MYSQL", M, "error of the connection");
}
unsigned int mysql_errno(MYSQL *M) {
  return use("mysql_errno", "MYSQL", M) ? 2 : 0;
}
int mysql_query(MYSQL *M, const char *) {
  return answer("mysql_query", "MYSQL", M);
}
int mysql_real_query(MYSQL *M, const char *, unsigned long) {
  return answer("mysql_real_query", "MYSQL", M);
}
int mysql_ping(MYSQL *M) { return answer("mysql_ping", "MYSQL", M); }
int mysql_select_db(MYSQL *M, const char *) {
  return answer("mysql_select_db", "MYSQL", M);
}
my_ulonglong mysql_affected_rows(MYSQL *M) {
  return use("mysql_affected_rows", "MYSQL", M) ? 1 : 0;
}
unsigned int mysql_field_count(MYSQL *M) {
  return use("mysql_field_count", "MYSQL", M) ? 1 : 0;
}

MYSQL_RES *mysql_store_result(MYSQL *M) {
  return result("mysql_store_result", M);
}
MYSQL_RES *mysql_use_result(MYSQL *M) { return result("mysql_use_result", M); }
MYSQL_RES *mysql_list_tables(MYSQL *M, const char *) {
  return result("mysql_list_tables", M);
}
void mysql_free_result(MYSQL_RES *R) {
  release("mysql_free_result", "MYSQL_RES", R);
}
MYSQL_ROW mysql_fetch_row(MYSQL_RES *R) {
  Handle *H = use("mysql_fetch_row", "MYSQL_RES", R);
  if (!H || H->State)
    return nullptr;
  // One row, then none. The row is a pointer to a pointer to borrowed text.
  H->State = 1;
  auto **Row = static_cast<char **>(H->Memory);
  Row[0] = borrow(H, "7");
  return Row;
}
my_ulonglong mysql_num_rows(MYSQL_RES *R) {
  return use("mysql_num_rows", "MYSQL_RES", R) ? 1 : 0;
}
unsigned int mysql_num_fields(MYSQL_RES *R) {
  return use("mysql_num_fields", "MYSQL_RES", R) ? 1 : 0;
}

MYSQL_STMT *mysql_stmt_init(MYSQL *M) {
  if (!use("mysql_stmt_init", "MYSQL", M) || choose(2))
    return nullptr;
  return static_cast<MYSQL_STMT *>(
      acquire("mysql_stmt_init", "MYSQL_STMT", 64, M)->Memory);
}
int mysql_stmt_prepare(MYSQL_STMT *S, const char *, unsigned long) {
  return answer("mysql_stmt_prepare", "MYSQL_STMT", S);
}
int mysql_stmt_execute(MYSQL_STMT *S) {
  return answer("mysql_stmt_execute", "MYSQL_STMT", S);
}
int mysql_stmt_fetch(MYSQL_STMT *S) {
  Handle *H = use("mysql_stmt_fetch", "MYSQL_STMT", S);
  if (!H || choose(2))
    return 1;
  H->State = !H->State;
  return H->State ? 0 : MYSQL_NO_DATA;
}
const char *mysql_stmt_error(MYSQL_STMT *S) {
  return text("mysql_stmt_error", "MYSQL_STMT", S, "error of the statement");
}
my_bool mysql_stmt_close(MYSQL_STMT *S) {
  if (!S)
    noteError("mysql_stmt_close: null is no handle");
  release("mysql_stmt_close", "MYSQL_STMT", S);
  return 0;
}
}
