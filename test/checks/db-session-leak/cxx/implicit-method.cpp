// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Methods, virtual or not, static or not, may throw unless they say otherwise.
#include "libpq-fe.h"

struct Logger {
  void write(const char *);
  void flush() noexcept;
  static void rotate();
  virtual void event(int);
  virtual void quiet(int) noexcept;
  int Level;
  int level() const { return Level; }
};

void method(Logger &log) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  log.write("connected");
  PQfinish(c);
}

void methodNoexcept(Logger &log) {
  PGconn *c = PQconnectdb("");
  log.flush();
  PQfinish(c);
}

void methodThroughPointer(Logger *log) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  log->write("connected");
  PQfinish(c);
}

void staticMethod() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Logger::rotate();
  PQfinish(c);
}

void virtualMethod(Logger &log) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  log.event(1);
  PQfinish(c);
}

void virtualMethodNoexcept(Logger &log) {
  PGconn *c = PQconnectdb("");
  log.quiet(1);
  PQfinish(c);
}

void inlineMethodThatCannotThrow(Logger &log) {
  PGconn *c = PQconnectdb("");
  int n = log.level();
  PQfinish(c);
  (void)n;
}

void methodBeforeTheAcquisition(Logger &log) {
  log.write("connecting");
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  log.write("done");
}

void pointerToMember(Logger &log, void (Logger::*fn)(const char *)) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  (log.*fn)("connected");
  PQfinish(c);
}

struct Service {
  Logger Log;
  void step();
  void run() {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    step();
    PQfinish(c);
  }
  void runAfterwards() {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
    step();
    this->step();
  }
};
