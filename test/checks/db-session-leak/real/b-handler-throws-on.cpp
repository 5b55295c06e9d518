// RUN: %check_dbtidy %s db-session-leak %t -std=c++17

// A handler that throws on what nothing throws is never entered.

#include "libpq-fe.h"
#include <stdexcept>

void audit(int order);

template <typename T> class Shared {
  int *Count = nullptr;
  T *Object = nullptr;

public:
  explicit Shared(T *o) try : Count(new int(1)), Object(o) {
  } catch (...) {
    delete o;
    throw;
  }
  Shared &operator=(T *o) {
    try {
      Count = new int(1);
      Object = o;
    } catch (...) {
      delete o;
      throw;
    }
    return *this;
  }
  void audited(T *o) {
    try {
      audit(*o);
    } catch (...) {
      delete o;
      throw;
    }
  }
};

class Statement {
  PGresult *Result = nullptr;
  Shared<int> Last{nullptr};

public:
  void run(PGconn *c) {
    PGresult *r = PQexec(c, "SELECT 1");
    Last = nullptr;
    Result = r;
  }
  void runAudited(PGconn *c, int *order) {
    PGresult *r = PQexec(c, "SELECT 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    Last.audited(order);
    Result = r;
  }
};
