// RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17,c++20,c++23 -fix-alone
// ORACLE-CLEAN: *
#include <hiredis/hiredis.h>
#include <mysql.h>
#include <sqlite3.h>

void show(int number) noexcept;

int sqlite(const char *file) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  sqlite3_stmt *st = nullptr;
  int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr);
  if (rc != SQLITE_OK) {
    sqlite3_close(db);
    return 2;
  }
  while (sqlite3_step(st) == SQLITE_ROW)
    show(sqlite3_column_int(st, 0));
  sqlite3_finalize(st);
  sqlite3_close(db);
  return 0;
}

int status_is_read(const char *file) {
  sqlite3 *db = nullptr;
  int rc = sqlite3_open(file, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec(db, "VACUUM", nullptr, nullptr, nullptr);
  int closed = sqlite3_close(db);
  return rc != SQLITE_OK ? rc : closed;
}

int mariadb(MYSQL *m) {
  if (mysql_query(m, "SELECT 1") != 0)
    return -1;
  MYSQL_RES *rows = mysql_store_result(m);
  if (!rows)
    return -2;
  int n = int(mysql_num_rows(rows));
  mysql_free_result(rows);
  return n;
}

int hiredis(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  if (c == nullptr)
    return 1;
  if (c->err) {
    redisFree(c);
    return 2;
  }
  auto *reply = static_cast<redisReply *>(redisCommand(c, "PING"));
  if (reply) {
    show(int(reply->integer));
    freeReplyObject(reply);
  }
  redisFree(c);
  return 0;
}

// CHECK-FIXES: #include <hiredis/hiredis.h>
// CHECK-FIXES-NEXT: #include <mysql.h>
// CHECK-FIXES-NEXT: #include <sqlite3.h>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void show(int number) noexcept;
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int sqlite(const char *file) {
// CHECK-FIXES-NEXT:   sqlite3 *db = nullptr;
// CHECK-FIXES-NEXT:   const auto dbStatus = sqlite3_open(file, &db);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3, decltype(&sqlite3_close)> dbOwner(db, &sqlite3_close);
// CHECK-FIXES-NEXT:   if (dbStatus != SQLITE_OK) {
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   sqlite3_stmt *st = nullptr;
// CHECK-FIXES-NEXT:   int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> stOwner(rc == 0 ? st : nullptr, &sqlite3_finalize);
// CHECK-FIXES-NEXT:   if (rc != SQLITE_OK) {
// CHECK-FIXES-NEXT:     stOwner.reset();
// CHECK-FIXES-NEXT:     return 2;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   while (sqlite3_step(st) == SQLITE_ROW)
// CHECK-FIXES-NEXT:     show(sqlite3_column_int(st, 0));
// CHECK-FIXES-NEXT:   stOwner.reset();
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int status_is_read(const char *file) {
// CHECK-FIXES-NEXT:   sqlite3 *db = nullptr;
// CHECK-FIXES-NEXT:   int rc = sqlite3_open(file, &db);
// CHECK-FIXES-NEXT:   std::unique_ptr<sqlite3, decltype(&sqlite3_close)> dbOwner(db, &sqlite3_close);
// CHECK-FIXES-NEXT:   if (rc == SQLITE_OK)
// CHECK-FIXES-NEXT:     rc = sqlite3_exec(db, "VACUUM", nullptr, nullptr, nullptr);
// CHECK-FIXES-NEXT:   int closed = sqlite3_close(dbOwner.release());
// CHECK-FIXES-NEXT:   return rc != SQLITE_OK ? rc : closed;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int mariadb(MYSQL *m) {
// CHECK-FIXES-NEXT:   if (mysql_query(m, "SELECT 1") != 0)
// CHECK-FIXES-NEXT:     return -1;
// CHECK-FIXES-NEXT:   std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> rows(mysql_store_result(m), &mysql_free_result);
// CHECK-FIXES-NEXT:   if (!rows)
// CHECK-FIXES-NEXT:     return -2;
// CHECK-FIXES-NEXT:   int n = int(mysql_num_rows(rows.get()));
// CHECK-FIXES-NEXT:   return n;
// CHECK-FIXES-NEXT: }
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int hiredis(const char *host) {
// CHECK-FIXES-NEXT:   std::unique_ptr<redisContext, decltype(&redisFree)> c(redisConnect(host, 6379), &redisFree);
// CHECK-FIXES-NEXT:   if (c.get() == nullptr)
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   if (c->err) {
// CHECK-FIXES-NEXT:     return 2;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   std::unique_ptr<redisReply, decltype(&freeReplyObject)> reply(static_cast<redisReply *>(redisCommand(c.get(), "PING")), &freeReplyObject);
// CHECK-FIXES-NEXT:   if (reply) {
// CHECK-FIXES-NEXT:     show(int(reply->integer));
// CHECK-FIXES-NEXT:     reply.reset();
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
