// A connection pool as many projects write it for themselves.
#ifndef POOL_H
#define POOL_H

class Session {
public:
  void execute(const char *Sql);
  int count() const noexcept;
};

class ConnectionPool {
public:
  Session *acquire();
  void release(Session *Held);
};

#endif
