// Pools derived from a pool.
#ifndef DERIVED_H
#define DERIVED_H

struct Session {
  int count() const noexcept;
};

class Pool {
public:
  virtual ~Pool();
  virtual Session *acquire();
  virtual void release(Session *Held) noexcept;
};

class TenantPool : public Pool {
public:
  void select(const char *Tenant);
};

class CountingPool : public Pool {
public:
  Session *acquire() override;
  void release(Session *Held) noexcept override;
};

#endif
