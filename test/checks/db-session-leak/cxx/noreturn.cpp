// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A call that never returns is not a way out; returning from main is.
#include "libpq-fe.h"
#include <cstdlib>
#include <exception>

[[noreturn]] void die(const char *) noexcept;
static void dieQuietly() { std::exit(2); }
static void spin() noexcept {
  for (;;) {
  }
}

void exits(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    std::exit(1);
  PQfinish(c);
}

void aborts(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    std::abort();
  PQfinish(c);
}

void terminates(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    std::terminate();
  PQfinish(c);
}

void declaredNoreturn(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    die("bad");
  PQfinish(c);
}

void visiblyNeverReturns(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    dieQuietly();
  PQfinish(c);
}

void visiblyNeverReturnsInALoop(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    spin();
  PQfinish(c);
}

struct Failure {
  [[noreturn]] void stop() const noexcept;
};

void noreturnMethod(const Failure &f, bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad)
    f.stop();
  PQfinish(c);
}

int main(int argc, char **) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (argc < 2)
    return 1;
  if (argc < 3)
    std::exit(1);
  PQfinish(c);
}
