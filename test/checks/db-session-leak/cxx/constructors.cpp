// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A constructor that throws after acquiring leaks: the destructor of its class does not run.
#include "libpq-fe.h"

void mayThrow();
extern "C" void logLine(const char *);

class ThrowsInTheBody {
  PGconn *Conn;

public:
  ThrowsInTheBody() : Conn(PQconnectdb("")) { mayThrow(); }
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ~ThrowsInTheBody() { PQfinish(Conn); }
};

class QuietBody {
  PGconn *Conn;

public:
  QuietBody() : Conn(PQconnectdb("")) { logLine("connected"); }
  ~QuietBody() { PQfinish(Conn); }
};

class ThrowsWhenStatusIsBad {
  PGconn *Conn;

public:
  explicit ThrowsWhenStatusIsBad(const char *address) {
    Conn = PQconnectdb(address);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(Conn) != CONNECTION_OK)
      throw 1;
  }
  ~ThrowsWhenStatusIsBad() { PQfinish(Conn); }
};

class ReleasesBeforeItThrows {
  PGconn *Conn;

public:
  explicit ReleasesBeforeItThrows(const char *address) {
    Conn = PQconnectdb(address);
    if (PQstatus(Conn) != CONNECTION_OK) {
      PQfinish(Conn);
      throw 1;
    }
  }
  ~ReleasesBeforeItThrows() { PQfinish(Conn); }
};

struct Part {
  Part(int);
};

class LaterMemberThrows {
  PGconn *Conn;
  Part Rest;

public:
  LaterMemberThrows() : Conn(PQconnectdb("")), Rest(1) {}
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ~LaterMemberThrows() { PQfinish(Conn); }
};

class EarlierMemberThrows {
  Part Rest;
  PGconn *Conn;

public:
  EarlierMemberThrows() : Rest(1), Conn(PQconnectdb("")) {}
  ~EarlierMemberThrows() { PQfinish(Conn); }
};

class OrderOfDeclarationCounts {
  PGconn *Conn;
  Part Rest;

public:
  OrderOfDeclarationCounts() : Rest(1), Conn(PQconnectdb("")) {}
// CHECK-MESSAGES: :[[@LINE-1]]:46: warning: session '{{(.*(->|\.))?}}Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  ~OrderOfDeclarationCounts() { PQfinish(Conn); }
};

class DelegatedToAComplete {
  PGconn *Conn;

public:
  DelegatedToAComplete() : Conn(PQconnectdb("")) {}
  explicit DelegatedToAComplete(int) : DelegatedToAComplete() { mayThrow(); }
  ~DelegatedToAComplete() { PQfinish(Conn); }
};

class HandlerInside {
  PGconn *Conn;

public:
  HandlerInside() : Conn(PQconnectdb("")) {
    try {
      mayThrow();
    } catch (...) {
      PQfinish(Conn);
      throw;
    }
  }
  ~HandlerInside() { PQfinish(Conn); }
};

class Owner {
  PGconn *Conn;

public:
  explicit Owner(PGconn *c) noexcept : Conn(c) {}
  Owner(const Owner &) = delete;
  ~Owner() { PQfinish(Conn); }
};

class MemberThatOwns {
  Owner Conn;

public:
  MemberThatOwns() : Conn(PQconnectdb("")) { mayThrow(); }
};

class BaseThatOwns : Owner {
public:
  BaseThatOwns() : Owner(PQconnectdb("")) { mayThrow(); }
};

class NoexceptConstructor {
  PGconn *Conn;

public:
  NoexceptConstructor() noexcept : Conn(PQconnectdb("")) { mayThrow(); }
  ~NoexceptConstructor() { PQfinish(Conn); }
};

class LocalInAConstructor {
  int Version;

public:
  LocalInAConstructor() {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    Version = PQserverVersion(c);
    if (Version < 90000)
      return;
    PQfinish(c);
  }
};
