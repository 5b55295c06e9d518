// RUN: %check_dbtidy %s db-session-leak %t -std=c++17

// wxWidgets does not throw, nor do Qt's functions for C strings.

#include "libpq-fe.h"

class wxString {
public:
  wxString(const char *text);
  wxString &Append(const char *text);
};
void wxMessageOutput(const wxString &text);
int qstrcmp(const char *a, const char *b);

class Window {
public:
  void show(const wxString &text);
};

void clears(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  wxString text(PQgetvalue(r, 0, 0));
  text.Append("!");
  if (qstrcmp(PQgetvalue(r, 0, 0), "1") == 0)
    wxMessageOutput(text);
  PQclear(r);
}

// A file in which exceptions are used: others may throw.
void fails() { throw 1; }

void shows(PGconn *c, Window &w) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  w.show(PQgetvalue(r, 0, 0));
  PQclear(r);
}
