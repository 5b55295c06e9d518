// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A lambda's body is a function of its own; what it captures is seen through.
#include "libpq-fe.h"
#include <functional>

void mayThrow();
extern "C" bool ready(PGconn *);
void enqueue(std::function<void()>) noexcept;

void ownBodyLeaks() {
  auto job = [](bool bad) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (bad)
      return;
    PQfinish(c);
  };
  (void)job;
}

void ownBodyReleases() {
  auto job = [](bool bad) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
    if (bad)
      return;
  };
  (void)job;
}

void ownBodyThrows() {
  auto job = [] {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    mayThrow();
    PQfinish(c);
  };
  (void)job;
}

void returnInALambdaDoesNotLeaveTheFunction() {
  PGconn *c = PQconnectdb("");
  auto job = [] { return; };
  job();
  PQfinish(c);
}

void definedButNotCalled() {
  PGconn *c = PQconnectdb("");
  auto job = [] { mayThrow(); };
  PQfinish(c);
  job();
}

void calledWhileHeld() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto job = [] { mayThrow(); };
  job();
  PQfinish(c);
}

void immediatelyInvoked() {
  PGconn *c = PQconnectdb("");
  int version = [&] { return PQserverVersion(c); }();
  PQfinish(c);
  (void)version;
}

void immediatelyInvokedThrows() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  [] { throw 1; }();
  PQfinish(c);
}

void immediatelyInvokedReturnsTheHandle() {
  PGconn *c = [] { return PQconnectdb(""); }();
  PQfinish(c);
}

void immediatelyInvokedReleases() {
  PGconn *c = PQconnectdb("");
  [&] { PQfinish(c); }();
}

void immediatelyInvokedReleasesACopy() {
  PGconn *c = PQconnectdb("");
  [c] { PQfinish(c); }();
}

void immediatelyInvokedReleasesSometimes() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  [&] {
    if (ready(c))
      PQfinish(c);
  }();
}

void cleanupCalledOnEachPath(bool bad) {
  PGconn *c = PQconnectdb("");
  auto cleanup = [&] { PQfinish(c); };
  if (bad) {
    cleanup();
    return;
  }
  cleanup();
}

void cleanupMissedOnOnePath(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto cleanup = [&] { PQfinish(c); };
  if (bad)
    return;
  cleanup();
}

void cleanupByValueOnEachPath(bool bad) {
  PGconn *c = PQconnectdb("");
  const auto cleanup = [=] { PQfinish(c); };
  if (bad) {
    cleanup();
    return;
  }
  cleanup();
}

void cleanupByValueMissedOnOnePath(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  const auto cleanup = [=] { PQfinish(c); };
  if (bad)
    return;
  cleanup();
}

void cleanupMissedByThrow(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto cleanup = [&c] { PQfinish(c); };
  if (bad)
    throw 1;
  cleanup();
}

void cleanupWithAParameter(bool bad) {
  auto cleanup = [](PGconn *c) { PQfinish(c); };
  PGconn *c = PQconnectdb("");
  if (bad) {
    cleanup(c);
    return;
  }
  cleanup(c);
}

void cleanupWithAParameterMissed(bool bad) {
  auto cleanup = [](PGconn *c) { PQfinish(c); };
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  cleanup(c);
}

void opensByReference() {
  PGconn *c = nullptr;
  auto connect = [&c] { c = PQconnectdb(""); };
  connect();
  PQfinish(c);
}

void capturedAndOutlives() {
  PGconn *c = PQconnectdb("");
  enqueue([c] { PQfinish(c); });
}

std::function<void()> capturedAndReturned() {
  PGconn *c = PQconnectdb("");
  return [c] { PQfinish(c); };
}

void throwsBeforeTheCapture() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  enqueue([c] { PQfinish(c); });
}

void usedByALocalLambdaOnly() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  auto version = [c]() noexcept { return PQserverVersion(c); };
  version();
}
