// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// References and casts name the same handle.
#include "libpq-fe.h"
#include <cstdint>

void throughAReference() {
  PGconn *c = PQconnectdb("");
  PGconn *&r = c;
  PQfinish(r);
}

void throughAReferenceOnOnePath(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PGconn *&r = c;
  if (bad)
    return;
  PQfinish(r);
}

void acquiredThroughAReference() {
  PGconn *c = nullptr;
  PGconn *&r = c;
  r = PQconnectdb("");
  PQfinish(c);
}

void referenceToTheObject() {
  PGconn &r = *PQconnectdb("");
  PQfinish(&r);
}

void throughAPointerToTheVariable() {
  PGconn *c = PQconnectdb("");
  PGconn **p = &c;
  PQfinish(*p);
}

void throughACopy() {
  PGconn *c = PQconnectdb("");
  auto *const d = c;
  PQfinish(d);
}

void throughVoid() {
  PGconn *c = PQconnectdb("");
  void *p = c;
  PQfinish(static_cast<PGconn *>(p));
}

void throughVoidForgets(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session {{('[^']*' )?}}acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  void *p = c;
  if (bad)
    return;
  PQfinish(static_cast<PGconn *>(p));
}

void throughAnInteger() {
  auto handle = reinterpret_cast<std::uintptr_t>(PQconnectdb(""));
  PQfinish(reinterpret_cast<PGconn *>(handle));
}

void throughConst() {
  const PGconn *c = PQconnectdb("");
  PQfinish(const_cast<PGconn *>(c));
}

void throughConstForgets(bool bad) {
  const PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (bad)
    return;
  PQfinish(const_cast<PGconn *>(c));
}

void throughACStyleCast() {
  void *c = (void *)PQconnectdb("");
  PQfinish((PGconn *)c);
}
