// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A shared pointer with a lambda as its deleter: assigned to again and again,
// or a local of the helper that takes the handle.

#include "libpq-fe.h"
#include "mysql.h"
#include <memory>

bool flush(PGconn *c) noexcept;
void idle() noexcept;

void readAll(PGconn *c) {
  std::shared_ptr<PGresult> res;
  while (flush(c)) {
    res = std::shared_ptr<PGresult>(PQgetResult(c),
                                    [](PGresult *p) { PQclear(p); });
    if (!res)
      return;
    if (PQresultStatus(res.get()) == PGRES_TUPLES_OK) {
      idle();
      continue;
    }
  }
}

class Query {
public:
  void start() {
    MYSQL_RES *ret;
    int wait = mysql_store_result_start(&ret, Mysql);
    if (wait == 0) {
      if (!ret && mysql_errno(Mysql))
        return;
      take(ret);
    }
  }
  void startAndLook() {
    MYSQL_RES *ret;
    int wait = mysql_store_result_start(&ret, Mysql);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: result 'ret' acquired by 'mysql_store_result_start' is not released on every path [db-session-leak]
    if (wait == 0) {
      if (!ret && mysql_errno(Mysql))
        return;
      look(ret);
    }
  }

private:
  void take(MYSQL_RES *r);
  void look(MYSQL_RES *r);
  MYSQL *Mysql;
};

void Query::take(MYSQL_RES *r) {
  auto owner =
      std::shared_ptr<MYSQL_RES>(r, [](MYSQL_RES *p) { mysql_free_result(p); });
}

void Query::look(MYSQL_RES *r) { (void)mysql_num_rows(r); }
