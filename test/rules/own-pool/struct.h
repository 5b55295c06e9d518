// A small struct is the handle, passed by value.
#ifndef STRUCT_H
#define STRUCT_H

struct Session;
struct Ticket {
  int Number;
  Session *Held;
};

class Desk {
public:
  Ticket take();
  void giveBack(Ticket T) noexcept;
  int count(const Ticket &T) noexcept;
};

#endif
