// A connection made by a static function and closed by a method.
#ifndef FACTORY_H
#define FACTORY_H

class Connection {
public:
  static Connection *open(const char *Where);
  void close() noexcept;
  bool ping() noexcept;

private:
  Connection();
};

#endif
