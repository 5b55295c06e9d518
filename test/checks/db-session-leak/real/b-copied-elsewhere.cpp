// RUN: %check_dbtidy %s db-session-leak %t -std=c++17

// A copy that is made elsewhere fails for want of memory, and for that only.

#include "libpq-fe.h"
#include <memory>
#include <string>

struct Parameters {
  Parameters(const Parameters &);
  Parameters &operator=(const Parameters &);
  explicit Parameters(const std::string &);
  Parameters &operator=(const std::string &);
};

class Backend {
  PGconn *Conn = nullptr;
  Parameters Last;

public:
  Backend(const Parameters &p, int) : Last("") {
    Conn = PQconnectdb("");
    Last = p;
  }
  Backend(const Parameters &p, long) : Last("") {
    Conn = PQconnectdb("");
    Parameters Copy(p);
    (void)Copy;
  }
  Backend(const std::string &s, int) : Last("") {
    Conn = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+1]]:5: note: 'operator=' may throw and leaves the function without 'PQfinish'
    Last = s;
  }
  Backend(const std::string &s, long) : Last("") {
    Conn = PQconnectdb("");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    Parameters Made(s);
    (void)Made;
  }
  ~Backend() { PQfinish(Conn); }
};
