// A driver whose connections, statements and results are deleted.
#ifndef DELETE_H
#define DELETE_H

namespace sql {
class ResultSet {
public:
  virtual ~ResultSet();
  virtual bool next() noexcept = 0;
};
class Statement {
public:
  virtual ~Statement();
  virtual ResultSet *executeQuery(const char *Sql) = 0;
};
class Connection {
public:
  virtual ~Connection();
  virtual Statement *createStatement() = 0;
  virtual bool isValid() noexcept = 0;
};
class Driver {
public:
  virtual ~Driver();
  virtual Connection *connect(const char *Where) = 0;
};
} // namespace sql

#endif
