// libzdb from C++: an exception while a connection is lent.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers -- -- -isystem /usr/include/zdb

#include <stdio.h>
#include <time.h>
#include <zdb.h>

void audit(const char *What);

void leaksAConnection(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Connection' acquired by 'ConnectionPool_getConnection' is not released on every path [db-session-leak]
  if (!Connection)
    return;
  audit("orders");
  Connection_close(Connection);
}

class Lease {
public:
  explicit Lease(ConnectionPool_T Pool)
      : Connection(ConnectionPool_getConnection(Pool)) {}
  Lease(const Lease &) = delete;
  ~Lease() {
    if (Connection)
      Connection_close(Connection);
  }
  Connection_T get() const { return Connection; }

private:
  Connection_T Connection;
};

void ownsAConnection(ConnectionPool_T Pool) {
  Lease Held(Pool);
  if (!Held.get())
    return;
  audit("orders");
  Connection_execute(Held.get(), "delete from carts");
}
