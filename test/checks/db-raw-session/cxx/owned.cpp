// RUN: %check_dbtidy %s db-raw-session %t -std=c++17,c++20,c++23
// An owner holds the handle, for a while or to the end.
#include <functional>
#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>
#include <utility>
#include <vector>

void use(PGconn *session) noexcept;

struct Finish {
  void operator()(PGconn *session) const { PQfinish(session); }
};

void unique_at_once(const char *where) {
  std::unique_ptr<PGconn, Finish> session(PQconnectdb(where));
  use(session.get());
}

void unique_later(const char *where) {
  PGconn *raw = PQconnectdb(where);
  std::unique_ptr<PGconn, Finish> session(raw);
  use(session.get());
}

void unique_and_reset(const char *where) {
  PGconn *raw = PQconnectdb(where);
  std::unique_ptr<PGconn, Finish> session(raw);
  use(session.get());
  session.reset();
}

void unique_until_released(const char *where) {
  std::unique_ptr<PGconn, Finish> session(PQconnectdb(where));
  use(session.get());
  PGconn *raw = session.release();
  PQfinish(raw);
}

void shared(const char *where) {
  PGconn *raw = PQconnectdb(where);
  std::shared_ptr<PGconn> session(raw, PQfinish);
  use(session.get());
}

void out_parameter(const char *file) {
  sqlite3 *db = nullptr;
  int rc = sqlite3_open(file, &db);
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> owner(db, &sqlite3_close);
  if (rc != SQLITE_OK)
    return;
}

class Guard {
public:
  explicit Guard(PGconn *session) : Session(session) {}
  ~Guard() { PQfinish(Session); }

private:
  PGconn *Session;
};

void guard(const char *where) {
  PGconn *session = PQconnectdb(where);
  Guard g(session);
  use(session);
}

// Defined elsewhere.
class UnseenGuard {
public:
  explicit UnseenGuard(PGconn *session);
  ~UnseenGuard();
};

void unseen_guard(const char *where) {
  PGconn *session = PQconnectdb(where);
  UnseenGuard g(session);
  use(session);
}

template <typename F> class OnExit {
public:
  explicit OnExit(F f) : Run(std::move(f)) {}
  ~OnExit() { Run(); }

private:
  F Run;
};

void scope_guard(const char *where) {
  PGconn *session = PQconnectdb(where);
  OnExit g([&] { PQfinish(session); });
  use(session);
}

void scope_guard_by_value(const char *where) {
  PGconn *session = PQconnectdb(where);
  OnExit g([session] { PQfinish(session); });
  use(session);
}

void cleanup(PGconn **session) { PQfinish(*session); }

void attribute(const char *where) {
  __attribute__((cleanup(cleanup))) PGconn *session = PQconnectdb(where);
  use(session);
}

void container(const char *where, std::vector<PGconn *> &pool) {
  PGconn *session = PQconnectdb(where);
  use(session);
  pool.push_back(session);
}

void callback(const char *where, std::vector<std::function<void()>> &later) {
  PGconn *session = PQconnectdb(where);
  later.push_back([session] { PQfinish(session); });
}
