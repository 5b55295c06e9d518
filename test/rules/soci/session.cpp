// SOCI's classes are owners: nothing to report but the lease beside them.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <soci/soci.h>
#include <string>

// A session, a statement, a rowset and a transaction release themselves.
int counts(soci::connection_pool &Pool) {
  soci::session Session(Pool);
  soci::transaction Transaction(Session);
  int Count = 0;
  Session << "select count(*) from orders", soci::into(Count);
  if (Count == 0)
    return 0;
  soci::statement Statement =
      (Session.prepare << "select id from orders", soci::into(Count));
  Statement.execute();
  while (Statement.fetch())
    if (Count < 0)
      throw soci::soci_error("negative");
  Transaction.commit();
  return Count;
}

int countsOnItsOwn(const std::string &Where) {
  soci::session Session(Where);
  int Count = 0;
  Session << "select count(*) from orders", soci::into(Count);
  return Count;
}

int leaksBesideASession(soci::connection_pool &Pool) {
  std::size_t Position = Pool.lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Position' acquired by 'lease' is not released on every path [db-session-leak]
  int Count = 0;
  Pool.at(Position) << "select count(*) from orders", soci::into(Count);
  Pool.give_back(Position);
  return Count;
}
