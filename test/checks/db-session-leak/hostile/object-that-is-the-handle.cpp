// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20 -options=RuleFiles:%S/Inputs/session-pool.yaml
// Calling a method of the handle uses it; a helper that does keeps nothing.

struct Session {
  void ping() noexcept;
  void run(const char *Sql);
};
struct Derived : Session {};
struct Pool {
  Session *acquire() noexcept;
  void release(Session *Held) noexcept;
};

static void ping(Session *Held) {
  if (Held)
    Held->ping();
}

void forgotten(Pool &From) {
  Session *Held = From.acquire();
  // CHECK-NOTES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:1: note: the function ends without 'release'
  ping(Held);
}

void released(Pool &From) {
  Session *Held = From.acquire();
  ping(Held);
  From.release(Held);
}

static void runOn(Session &Held) { Held.run("COMMIT"); }

void thrown(Pool &From) {
  Session *Held = From.acquire();
  // CHECK-NOTES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'runOn' may throw and leaves the function without 'release'
  runOn(*Held);
  From.release(Held);
}

struct Job {
  Session *Held;
  void work() { Held->ping(); }
};

void inStruct(Pool &From, bool Early) {
  Job Own{From.acquire()};
  // CHECK-NOTES: :[[@LINE-1]]:11: warning: session 'Own.Held' acquired by 'acquire' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'release'
  Own.work();
  if (Early)
    return;
  From.release(Own.Held);
}
