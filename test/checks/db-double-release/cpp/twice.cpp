// RUN: %check_dbtidy %s db-double-release %t -std=c++11,c++17,c++20,c++23

#include "libpq-fe.h"
#include <memory>
#include <string>

void notify(const std::string &text);

struct Finish {
  void operator()(PGconn *c) const { PQfinish(c); }
};

// By hand, and by its smart pointer.
void smart(const char *where) {
  std::unique_ptr<PGconn, Finish> owner(PQconnectdb(where));
  // CHECK-NOTES: :[[@LINE+2]]:3: warning: session 'owner' is released by hand, and again by its owner [db-double-release]
  // CHECK-NOTES: :[[@LINE-2]]:35: note: 'owner' releases what it owns
  PQfinish(owner.get());
}

void smartOfHandle(const char *where) {
  PGconn *c = PQconnectdb(where);
  std::shared_ptr<PGconn> owner(c, &PQfinish);
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: session 'owner' is released by hand, and again by its owner [db-double-release]
    // CHECK-NOTES: :[[@LINE-3]]:7: note: taking the true branch
    // CHECK-NOTES: :[[@LINE-5]]:27: note: 'owner' releases what it owns
    return;
  }
  notify("up");
}

void smartReset(const char *where) {
  std::unique_ptr<PGconn, decltype(&PQfinish)> owner(PQconnectdb(where),
                                                     &PQfinish);
  PQfinish(owner.get());
  owner.reset();
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'owner' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'owner' is released here
}

// A smart pointer that only lends.
void smartThatLends(const char *where) {
  PGconn *c = PQconnectdb(where);
  std::shared_ptr<PGconn> lent(c, [](PGconn *) {});
  notify("up");
  PQfinish(c);
}

void smartGivenUp(const char *where) {
  std::unique_ptr<PGconn, Finish> owner(PQconnectdb(where));
  PQfinish(owner.release());
}

// In the handler, and behind it.
void handler(PGconn *c) {
  try {
    notify("begin");
  } catch (...) {
    PQfinish(c);
  }
  PQfinish(c);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'c' is released twice [db-double-release]
  // CHECK-NOTES: :[[@LINE-4]]:5: note: 'c' is released here
}

void handlerThatRethrows(PGconn *c) {
  try {
    notify("begin");
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}

void handlerThatForgets(PGconn *c) {
  try {
    notify("begin");
  } catch (...) {
    PQfinish(c);
    c = nullptr;
  }
  PQfinish(c);
}

// A class that releases what it holds.
class Session {
  PGconn *c;

public:
  explicit Session(const char *where) : c(PQconnectdb(where)) {}
  Session(const Session &) = delete;
  ~Session() { PQfinish(c); }
  void close() {
    PQfinish(c);
    c = nullptr;
  }
  PGconn *get() { return c; }
};

void closed(const char *where) {
  Session s(where);
  s.close();
}
