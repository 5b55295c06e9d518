// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Handles kept for the life of the process.
#include "libpq-fe.h"

static PGconn *Shared;
PGconn *const Constant = PQconnectdb("");
namespace {
PGconn *Hidden = PQconnectdb("");
}
struct Registry {
  static PGconn *Instance;
};
PGconn *Registry::Instance = PQconnectdb("");
thread_local PGconn *PerThread = nullptr;

PGconn *singleton() {
  static PGconn *c = PQconnectdb("");
  return c;
}

int singletonUsed() {
  static PGconn *const c = PQconnectdb("");
  return PQserverVersion(c);
}

void storesInAGlobal() {
  Shared = PQconnectdb("");
}

void storesInAGlobalLater(bool ok) {
  PGconn *c = PQconnectdb("");
  if (ok)
    Shared = c;
  else
    PQfinish(c);
}

void storesInAGlobalOnOnePath(bool ok) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (ok)
    Shared = c;
}

void storesInAStaticMember() {
  Registry::Instance = PQconnectdb("");
}

void storesInAThreadLocal() {
  if (!PerThread)
    PerThread = PQconnectdb("");
}

PGconn *lazily() {
  static PGconn *c = nullptr;
  if (!c)
    c = PQconnectdb("");
  return c;
}
