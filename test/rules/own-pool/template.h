// A pool of anything.
#ifndef TEMPLATE_H
#define TEMPLATE_H

struct Session {
  int count() const noexcept;
};
struct Query {
  int rows() const noexcept;
};

template <typename T> class Pool {
public:
  T *acquire();
  bool tryAcquire(T *&Held);
  void release(T *Held);
};

#endif
