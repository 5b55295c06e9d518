// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A class that stores the handle it is given and whose destructor calls what
// is defined elsewhere: it owns the handle.

#include "libpq-fe.h"

class Result {
public:
  explicit Result(PGresult *r) { init(r); }
  ~Result() { clear(); }
  void reset(PGresult *r = nullptr) {
    clear();
    init(r);
  }
  void check(const char *message) const;
  operator const PGresult *() const { return Held; }

private:
  void init(PGresult *r) { Held = r; }
  void clear();
  PGresult *Held;
  Result(const Result &) = delete;
  Result &operator=(const Result &) = delete;
};

void drain(PGconn *c) {
  for (;;) {
    PGresult *r = PQgetResult(c);
    if (!r)
      break;
    Result owner(r);
    owner.check("drain");
  }
}

void prepare(PGconn *c) {
  Result r(PQprepare(c, "", "", 0, nullptr));
  r.check("prepare");
}

static void hardExec(PGconn *c, const char *sql) {
  Result(PQexec(c, sql)).check(sql);
}

void transaction(PGconn *c) {
  hardExec(c, "BEGIN");
  hardExec(c, "COMMIT");
}

class Statement {
public:
  void execute() { Last.reset(PQexec(Conn, "")); }
  void fetchAll() {
    for (;;) {
      Last.reset(PQgetResult(Conn));
      const PGresult *r = Last;
      if (!r)
        break;
    }
  }

private:
  PGconn *Conn;
  Result Last;
};

// Nothing here is told that the result is its own.
class View {
public:
  explicit View(PGresult *r) : Seen(r) {}
  int rows() const { return PQntuples(Seen); }

private:
  PGresult *Seen;
};

int viewed(PGconn *c) {
  View v(PQexec(c, ""));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: result 'v.Seen' acquired by 'PQexec' is not released on every path [db-session-leak]
  return v.rows();
}
