// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A destructor declared noexcept(false) may throw; every other one terminates.
#include "libpq-fe.h"

struct Loud {
  ~Loud() noexcept(false);
};
struct Quiet {
  ~Quiet();
};
struct Member {
  Loud Part;
};
struct Explicit {
  ~Explicit() noexcept;
};

void scopeEndsWhileHeld() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  {
    Loud l;
  }
  PQfinish(c);
}

void scopeEndsBefore() {
  {
    Loud l;
  }
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}

void ordinaryDestructor() {
  PGconn *c = PQconnectdb("");
  {
    Quiet q;
    Explicit e;
  }
  PQfinish(c);
}

void implicitDestructorOfAMember() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  {
    Member m;
  }
  PQfinish(c);
}

void destroyedAfterTheRelease() {
  Loud l;
  PGconn *c = PQconnectdb("");
  PQfinish(c);
}

void temporaryDestroyedWhileHeld() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Loud();
  PQfinish(c);
}

void deleteExpression(Loud *l) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  delete l;
  PQfinish(c);
}

void destructionIsCaught() {
  PGconn *c = PQconnectdb("");
  try {
    Loud l;
  } catch (...) {
  }
  PQfinish(c);
}
