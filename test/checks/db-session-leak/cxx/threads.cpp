// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20

// What a thread or a task captures outlives the scope.
#include "libpq-fe.h"
#include <future>
#include <thread>

void handedToAThread() noexcept {
  PGconn *c = PQconnectdb("");
  std::thread t([c] { PQfinish(c); });
  t.detach();
}

void handedToAThreadAsArgument() noexcept {
  PGconn *c = PQconnectdb("");
  std::thread t(PQfinish, c);
  t.join();
}

std::future<int> handedToATask() noexcept {
  PGconn *c = PQconnectdb("");
  return std::async(std::launch::async, [c] {
    int version = PQserverVersion(c);
    PQfinish(c);
    return version;
  });
}

void handedOnOnePath(bool bad) noexcept {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  std::thread t([c] { PQfinish(c); });
  t.detach();
}

void ownThreadFunctionLeaks() {
  std::thread t([] {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQreset(c);
  });
  t.join();
}
