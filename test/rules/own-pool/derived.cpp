// A rule for a method holds for the classes derived from its class.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/derived.yaml

#include "derived.h"

int leaksThroughADerivedClass(TenantPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool.release(Held);
  return Count;
}

int releasesThroughADerivedClass(TenantPool &Pool) {
  Session *Held = Pool.acquire();
  int Count = Held->count();
  Pool.release(Held);
  return Count;
}

int leaksThroughAnOverride(CountingPool *Pool) {
  Session *Held = Pool->acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool->release(Held);
  return Count;
}

int releasesThroughAnOverride(CountingPool *Pool) {
  Session *Held = Pool->acquire();
  int Count = Held->count();
  Pool->release(Held);
  return Count;
}

int releasesThroughTheBase(CountingPool &Counting) {
  Pool &Base = Counting;
  Session *Held = Counting.acquire();
  int Count = Held->count();
  Base.release(Held);
  return Count;
}

// An override that calls what it overrides hands the session on.
class LoggingPool : public Pool {
public:
  Session *acquire() override {
    ++Lent;
    return Pool::acquire();
  }
  void release(Session *Held) noexcept override {
    --Lent;
    Pool::release(Held);
  }

private:
  int Lent = 0;
};

int leaksThroughALoggingPool(LoggingPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool.release(Held);
  return Count;
}
