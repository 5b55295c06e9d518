// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// give_back is not noexcept. Whoever gave the lease back gave it back, also
// where that throws; the same behind a helper.

#include "soci/connection-pool.h"

void mayThrow();

static void putBack(soci::connection_pool &Pool, std::size_t Lease) {
  Pool.give_back(Lease);
}

void direct(soci::connection_pool &Pool) {
  std::size_t Lease = Pool.lease();
  Pool.give_back(Lease);
}

void throughHelper(soci::connection_pool &Pool) {
  std::size_t Lease = Pool.lease();
  putBack(Pool, Lease);
}

static void putBackLate(soci::connection_pool &Pool, std::size_t Lease) {
  mayThrow();
  Pool.give_back(Lease);
}

void tooLate(soci::connection_pool &Pool) {
  std::size_t Lease = Pool.lease();
  // CHECK-NOTES: :[[@LINE-1]]:23: warning: session 'Lease' acquired by 'lease' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: 'putBackLate' may throw and leaves the function without 'give_back'
  putBackLate(Pool, Lease);
}
