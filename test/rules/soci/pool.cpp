// Leases of SOCI's connection pool: positions, given back to the pool.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <soci/connection-pool.h>

void use(soci::session &Session);

void leaksLease(soci::connection_pool &Pool) {
  std::size_t Position = Pool.lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Position' acquired by 'lease' is not released on every path [db-session-leak]
  (void)Position;
}

void releasesLease(soci::connection_pool &Pool) {
  std::size_t Position = Pool.lease();
  Pool.give_back(Position);
}

// Position 0 is a lease like any other.
void leaksWhereThePositionIsZero(soci::connection_pool &Pool) {
  std::size_t Position = Pool.lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Position' acquired by 'lease' is not released on every path [db-session-leak]
  if (Position != 0)
    Pool.give_back(Position);
}

void leaksTryLease(soci::connection_pool &Pool) {
  std::size_t Position;
  if (!Pool.try_lease(Position, 100))
    return;
  // CHECK-MESSAGES: :[[@LINE-2]]:8: warning: session 'Position' acquired by 'try_lease' is not released on every path [db-session-leak]
  use(Pool.at(Position));
}

bool releasesTryLease(soci::connection_pool &Pool) noexcept {
  std::size_t Position;
  if (!Pool.try_lease(Position, 100))
    return false;
  use(Pool.at(Position));
  Pool.give_back(Position);
  return true;
}

void leaksByException(soci::connection_pool *Pool) {
  std::size_t Position = Pool->lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Position' acquired by 'lease' is not released on every path [db-session-leak]
  soci::session &Session = Pool->at(Position);
  use(Session);
  Pool->give_back(Position);
}

void releasesInTheHandler(soci::connection_pool *Pool) {
  std::size_t Position = Pool->lease();
  try {
    use(Pool->at(Position));
  } catch (...) {
    Pool->give_back(Position);
    throw;
  }
  Pool->give_back(Position);
}

void discardsALease(soci::connection_pool &Pool) {
  Pool.lease();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'lease' is not released on every path [db-session-leak]
}

class Lease {
public:
  explicit Lease(soci::connection_pool &Pool)
      : Pool(Pool), Position(Pool.lease()) {}
  ~Lease() { Pool.give_back(Position); }
  soci::session &session() { return Pool.at(Position); }

private:
  soci::connection_pool &Pool;
  std::size_t Position;
};

void ownsALease(soci::connection_pool &Pool) {
  Lease Held(Pool);
  use(Held.session());
}

// A position that was just lent is a valid one.
soci::session *givesBackWhatItLooksAt(soci::connection_pool &Pool) {
  std::size_t Position = Pool.lease();
  soci::session *Session = &Pool.at(Position);
  Pool.give_back(Position);
  return Session;
}
