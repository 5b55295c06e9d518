// A lease that gives itself back needs no rule and gives no finding.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/pool.yaml

#include "lease.h"

int count(ConnectionPool &Pool) {
  Lease Held = lease(Pool);
  Held->execute("lock table orders");
  int Count = Held->count();
  if (Count == 0)
    return 0;
  if (Count < 0)
    throw Count;
  return Count;
}

int countsFromTheStart(ConnectionPool &Pool) {
  std::unique_ptr<Session, GiveBack> Held(Pool.acquire(), GiveBack{&Pool});
  Held->execute("lock table orders");
  return Held->count();
}

int countsWithALambda(ConnectionPool &Pool) {
  auto Back = [&Pool](Session *Held) { Pool.release(Held); };
  std::unique_ptr<Session, decltype(Back)> Held(Pool.acquire(), Back);
  Held->execute("lock table orders");
  return Held->count();
}

std::shared_ptr<Session> shares(ConnectionPool &Pool) {
  return std::shared_ptr<Session>(
      Pool.acquire(), [&Pool](Session *Held) { Pool.release(Held); });
}

int leaksWhatTheLeaseLetGo(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  Lease Owner(Held, GiveBack{&Pool});
  Owner.release();
  return Count;
}
