// RUN: %check_dbtidy %s db-session-leak %t -std=c++20,c++23

// A class that keeps its session in a unique_ptr, with a lambda as deleter,
// and results in local ones, measured by a function template with a lambda.

#include "libpq-fe.h"
#include <cstddef>
#include <functional>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

struct Options {
  std::string Connect;
  std::string Encoding;
};

std::size_t timed(std::string const &name, std::function<std::size_t()> f);

class Benchmark {
public:
  explicit Benchmark(Options o) : O(std::move(o)) {}
  Options const &options() const noexcept { return O; }

private:
  Options O;
};

class Results final : public Benchmark {
public:
  explicit Results(Options o)
      : Benchmark{std::move(o)}, Cx(PQconnectdb(options().Connect.c_str()),
                                    [](PGconn *c) { PQfinish(c); }) {
    if (Cx == nullptr)
      throw std::bad_alloc{};
    checkConnection();
    if (PQsetClientEncoding(Cx.get(), options().Encoding.c_str()) != 0)
      throw std::runtime_error{"encoding"};
  }

  template <std::size_t Columns> std::size_t query() {
    std::unique_ptr<PGresult, decltype(&PQclear)> const r{
        PQexec(Cx.get(), "select 1"), &PQclear};
    check(r.get());
    if (PQnfields(r.get()) != static_cast<int>(Columns))
      throw std::runtime_error{"columns"};
    return static_cast<std::size_t>(PQntuples(r.get()));
  }

private:
  void checkConnection() const {
    if (PQstatus(Cx.get()) != CONNECTION_OK)
      throw std::runtime_error{PQerrorMessage(Cx.get())};
  }
  void check(PGresult const *r) const {
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      throw std::runtime_error{PQresultErrorMessage(r)};
  }
  std::unique_ptr<PGconn, std::function<void(PGconn *)>> Cx;
};

template <typename B, std::size_t Columns>
std::size_t measure(Options const &o) {
  B bench{o};
  return timed("ints", [&bench] { return bench.template query<Columns>(); });
}

std::size_t run(Options const &o) { return measure<Results, 1>(o); }

std::size_t leaking(Options const &o) {
  PGconn *c = PQconnectdb(o.Connect.c_str());
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  std::size_t n = timed("plain", [] { return std::size_t(1); });
  PQfinish(c);
  return n;
}
