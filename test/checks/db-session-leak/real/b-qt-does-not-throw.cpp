// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Qt's own functions throw when memory runs out and for nothing else.

#include "libpq-fe.h"

class QString {
public:
  QString();
  static QString fromLatin1(const char *text, int size = -1);
  ~QString();
};
bool qEqual(const QString &l, const QString &r);
bool equal(const QString &l, const QString &r);

bool startsWell(PGconn *c) {
  PGresult *result = PQexec(c, "SELECT 1");
  bool good = false;
  if (PQresultStatus(result) == PGRES_TUPLES_OK)
    good = qEqual(QString::fromLatin1(PQgetvalue(result, 0, 0)), QString());
  PQclear(result);
  return good;
}

// A file in which exceptions are used: others may throw.
void fails() { throw 1; }

bool startsBadly(PGconn *c) {
  PGresult *result = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'result' acquired by 'PQexec' is not released on every path [db-session-leak]
  bool good = equal(QString::fromLatin1(PQgetvalue(result, 0, 0)), QString());
  PQclear(result);
  return good;
}
