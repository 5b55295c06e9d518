// One pool for the whole program.
#ifndef SINGLETON_H
#define SINGLETON_H

struct Session {
  int count() const noexcept;
};

class Pool {
public:
  static Pool &instance() noexcept;
  Session *acquire();
  void release(Session *Held);
};

#endif
