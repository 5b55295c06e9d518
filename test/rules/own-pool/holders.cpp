// The same pool behind references, pointers, smart pointers and members.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/pool.yaml

#include "pool.h"
#include <memory>

int leaksThroughReference(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool.release(Held);
  return Count;
}

int releasesThroughReference(ConnectionPool &Pool) {
  Session *Held = Pool.acquire();
  int Count = Held->count();
  Pool.release(Held);
  return Count;
}

int leaksThroughPointer(ConnectionPool *Pool) {
  Session *Held = Pool->acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool->release(Held);
  return Count;
}

int releasesThroughPointer(ConnectionPool *Pool) {
  Session *Held = Pool->acquire();
  int Count = Held->count();
  Pool->release(Held);
  return Count;
}

int leaksThroughSharedPointer(const std::shared_ptr<ConnectionPool> &Pool) {
  Session *Held = Pool->acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool->release(Held);
  return Count;
}

int releasesThroughSharedPointer(const std::shared_ptr<ConnectionPool> &Pool) {
  Session *Held = Pool->acquire();
  int Count = Held->count();
  Pool->release(Held);
  return Count;
}

int leaksThroughUniquePointer(std::unique_ptr<ConnectionPool> &Pool) {
  Session *Held = Pool->acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  Pool->release(Held);
  return Count;
}

int releasesThroughUniquePointer(std::unique_ptr<ConnectionPool> &Pool) {
  Session *Held = Pool->acquire();
  int Count = Held->count();
  Pool->release(Held);
  return Count;
}

int leaksThroughDereferenced(std::shared_ptr<ConnectionPool> Pool) {
  Session *Held = (*Pool).acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
  int Count = Held->count();
  if (Count == 0)
    return 0;
  (*Pool).release(Held);
  return Count;
}

int releasesThroughDereferenced(std::shared_ptr<ConnectionPool> Pool) {
  Session *Held = (*Pool).acquire();
  int Count = Held->count();
  (*Pool).release(Held);
  return Count;
}

class KeepsByReference {
public:
  explicit KeepsByReference(ConnectionPool &Pool) : Pool(Pool) {}

  int leaks() {
    Session *Held = Pool.acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      return 0;
    Pool.release(Held);
    return Count;
  }

  int releases() {
    Session *Held = Pool.acquire();
    int Count = Held->count();
    Pool.release(Held);
    return Count;
  }

private:
  ConnectionPool &Pool;
};

class KeepsByPointer {
public:
  int leaks() {
    Session *Held = Pool->acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      return 0;
    Pool->release(Held);
    return Count;
  }

  int releases() {
    Session *Held = Pool->acquire();
    int Count = Held->count();
    Pool->release(Held);
    return Count;
  }

private:
  ConnectionPool *Pool;
};

class KeepsByValue {
public:
  int leaks() {
    Session *Held = Pool.acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      return 0;
    Pool.release(Held);
    return Count;
  }

  int releases() {
    Session *Held = Pool.acquire();
    int Count = Held->count();
    Pool.release(Held);
    return Count;
  }

private:
  ConnectionPool Pool;
};

class KeepsByUniquePointer {
public:
  int leaks() {
    Session *Held = Pool->acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      return 0;
    Pool->release(Held);
    return Count;
  }

  int releases() {
    Session *Held = Pool->acquire();
    int Count = Held->count();
    Pool->release(Held);
    return Count;
  }

private:
  std::unique_ptr<ConnectionPool> Pool;
};

class KeepsBySharedPointer {
public:
  int leaks() {
    Session *Held = this->Pool->acquire();
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'Held' acquired by 'acquire' is not released on every path [db-session-leak]
    int Count = Held->count();
    if (Count == 0)
      return 0;
    this->Pool->release(Held);
    return Count;
  }

  int releases() {
    Session *Held = this->Pool->acquire();
    int Count = Held->count();
    this->Pool->release(Held);
    return Count;
  }

private:
  std::shared_ptr<ConnectionPool> Pool;
};

// Two names for one pool.
int releasesThroughAnAlias(std::shared_ptr<ConnectionPool> Pool) {
  ConnectionPool &Same = *Pool;
  Session *Held = Pool->acquire();
  int Count = Held->count();
  Same.release(Held);
  return Count;
}
