// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Callbacks with user data: what the callback does with it decides.
#include "libpq-fe.h"

extern "C" {
typedef void (*Callback)(void *);
void onDone(Callback, void *);
void each(Callback, void *);
}

static void finishes(void *data) { PQfinish(static_cast<PGconn *>(data)); }
static void looks(void *data) { PQserverVersion(static_cast<PGconn *>(data)); }

void callbackReleases() {
  PGconn *c = PQconnectdb("");
  onDone(finishes, c);
}

void callbackLooks(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  each(looks, c);
  if (bad)
    return;
  PQfinish(c);
}

void callbackLooksAndReleased(bool bad) {
  PGconn *c = PQconnectdb("");
  each(looks, c);
  PQfinish(c);
  if (bad)
    return;
}
