// The same names in two namespaces; the rules name one of them.
#ifndef NAMESPACES_H
#define NAMESPACES_H

namespace shop {
namespace db {
inline namespace v2 {
struct Session {
  int Number;
};
Session *take();
void put(Session *Held) noexcept;
class Pool {
public:
  Session *take();
  void put(Session *Held) noexcept;
};
} // namespace v2
} // namespace db
} // namespace shop

namespace museum {
struct Session {
  int Number;
};
Session *take();
void put(Session *Held) noexcept;
} // namespace museum

#endif
