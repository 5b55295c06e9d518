// A connection without a destructor: close() is the caller's to call.
#ifndef CONSTRUCTED_H
#define CONSTRUCTED_H

namespace shop {
class Connection {
public:
  explicit Connection(const char *Where);
  void close() noexcept;
  int count(const char *Sql);

private:
  int Descriptor;
};
} // namespace shop

#endif
