// A class that lends sessions and takes them back.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/pool.yaml

#include "pool.h"

void audit(const char *What);

int leaksOnEarlyReturn(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  if (!Held)
    return -1;
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool.release(Held);
  return Count;
}

int releasesOnEveryPath(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  if (!Held)
    return -1;
  int Count = Held->count();
  Pool.release(Held);
  return Count;
}

void leaksByException(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  Held->execute("delete from carts");
  Pool.release(Held);
}

void releasesOnException(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  try {
    Held->execute("delete from carts");
  } catch (...) {
    Pool.release(Held);
    throw;
  }
  Pool.release(Held);
}

void leaksWhereTheHandlerSwallows(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  try {
    Held->execute("delete from carts");
    Pool.release(Held);
  } catch (...) {
  }
}

void leaksTheFirstOfTwo(ConnectionPool &Pool) {
  Session *First = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'First' acquired by 'acquire' is not released on every path [db-session-leak]
  Session *Second = Pool.acquire();
  Pool.release(Second);
  Pool.release(First);
}

void discards(ConnectionPool &Pool) {
  Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'acquire' is not released on every path [db-session-leak]
}

void overwrites(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  Held = nullptr;
  Pool.release(Held);
}

int leaksInALoop(ConnectionPool &Pool, int Rounds) {
  int Sum = 0;
  for (int I = 0; I < Rounds; ++I) {
    Session *Held = Pool.acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      continue;
    Sum += Count;
    Pool.release(Held);
  }
  return Sum;
}

int releasesInALoop(ConnectionPool &Pool, int Rounds) {
  int Sum = 0;
  for (int I = 0; I < Rounds; ++I) {
    Session *Held = Pool.acquire();
    Sum += Held->count();
    Pool.release(Held);
  }
  return Sum;
}

Session *handsOn(ConnectionPool &Pool) { return Pool.acquire(); }

// A guard releases what its constructor acquired.
class Guard {
public:
  explicit Guard(ConnectionPool &Pool) : Pool(Pool), Held(Pool.acquire()) {}
  ~Guard() { Pool.release(Held); }
  Session *operator->() const noexcept { return Held; }

private:
  ConnectionPool &Pool;
  Session *Held;
};

void owns(ConnectionPool &Pool) {
  Guard Held(Pool);
  Held->execute("delete from carts");
  audit("carts");
}
