// Overloads of one name: one lends a session, the other one looks at it.
#ifndef OVERLOADS_H
#define OVERLOADS_H

struct Session {
  int Number;
};

class Pool {
public:
  Session *get() noexcept;
  Session *get(int TimeOut);
  void put() noexcept;
  void put(Session *Held) noexcept;
};

#endif
