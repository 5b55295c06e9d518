// A pool that hands out numbers; -1 where every session is lent.
#ifndef NUMBER_H
#define NUMBER_H

class Sessions {
public:
  int open();
  void close(int Number) noexcept;
  int count(int Number) noexcept;
};

#endif
