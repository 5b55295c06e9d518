// A pool whose leases give themselves back.
#ifndef LEASE_H
#define LEASE_H

#include "pool.h"
#include <memory>

struct GiveBack {
  ConnectionPool *Pool;
  void operator()(Session *Held) const { Pool->release(Held); }
};
using Lease = std::unique_ptr<Session, GiveBack>;

inline Lease lease(ConnectionPool &Pool) {
  return Lease(Pool.acquire(), GiveBack{&Pool});
}

#endif
