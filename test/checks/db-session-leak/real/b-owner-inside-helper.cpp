// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A smart pointer that is a local of a helper owns its handle: neither the
// helper's caller nor the caller's caller owes anything.

#include "libpq-fe.h"
#include "mysql.h"
#include <memory>

struct Free {
  void operator()(PGresult *r) const { PQclear(r); }
};
using Result = std::unique_ptr<PGresult, Free>;
using SharedResult = std::shared_ptr<PGresult>;

void inspect(const PGresult &r);
int fetch(const SharedResult &r);
bool more();

Result query(PGconn *c, const char *sql) {
  PGresult *r = PQexec(c, sql);
  if (!r)
    throw 1;
  auto result = Result(r);
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    throw 2;
  return result;
}

SharedResult sharedQuery(PGconn *c, const char *sql) {
  PGresult *r = PQexec(c, sql);
  if (!r)
    throw 1;
  return SharedResult(r, [](PGresult *p) { PQclear(p); });
}

// The helper itself may throw; then there is nothing to release here.
void uses(PGconn *c) {
  auto r = query(c, "");
  inspect(*r);
}

void usesShared(PGconn *c) {
  SharedResult r;
  r = sharedQuery(c, "");
  while (fetch(r)) {
  }
}

void usesBoth(PGconn *c) {
  uses(c);
  usesShared(c);
}

struct Holder {
  Result Held;
  explicit Holder(PGconn *c) : Held(query(c, "")) { inspect(*Held); }
};

// The deleter is the library's own function.
static bool canPrepare(MYSQL *m) {
  std::unique_ptr<MYSQL_STMT, decltype(&mysql_stmt_close)> st(
      mysql_stmt_init(m), &mysql_stmt_close);
  if (!st)
    return false;
  return mysql_stmt_param_count(st.get()) == 2;
}

bool opens(MYSQL *m) { return canPrepare(m) && more(); }

int dropped(PGconn *c) {
  PGresult *r = query(c, "").release();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'query' is not released on every path [db-session-leak]
  return PQntuples(r);
}
