// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A handler sees only exceptions of its type: explicit throws of a known type pass by the others.
#include "libpq-fe.h"

struct Error {};
struct Fatal : Error {};
struct Other {};
class Hidden : Error {};

void handlerOfAnotherType(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw Error();
  } catch (const Other &) {
  }
  PQfinish(c);
}

void handlerOfTheSameType(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw Error();
  } catch (const Error &) {
  }
  PQfinish(c);
}

void handlerOfTheBase(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw Fatal();
  } catch (const Error &) {
  }
  PQfinish(c);
}

void handlerOfTheDerived(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw Error();
  } catch (const Fatal &) {
  }
  PQfinish(c);
}

void handlerOfAnInaccessibleBase(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw Hidden();
  } catch (const Error &) {
  }
  PQfinish(c);
}

void pointerThrownReferenceCaught(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw new Error();
  } catch (const Error &) {
  }
  PQfinish(c);
}

void pointerThrownPointerCaught(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw new Fatal();
  } catch (Error *) {
  }
  PQfinish(c);
}

void literalCaughtAsPointerToConst(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw "failed";
  } catch (const char *) {
  }
  PQfinish(c);
}

void literalIsNotAClass(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw "failed";
  } catch (const Error &) {
  }
  PQfinish(c);
}

void integersDoNotConvert(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw 1;
  } catch (long) {
  }
  PQfinish(c);
}

void secondHandlerMatches(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw Other();
  } catch (const Error &) {
    PQfinish(c);
    return;
  } catch (const Other &) {
    PQfinish(c);
    return;
  }
  PQfinish(c);
}

void secondHandlerMatchesAndForgets(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw Other();
  } catch (const Error &) {
    PQfinish(c);
    return;
  } catch (const Other &) {
    return;
  }
  PQfinish(c);
}

void catchAllBehindATypedOne(bool failed) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  try {
    if (failed)
      throw Other();
  } catch (const Error &) {
    PQfinish(c);
    return;
  } catch (...) {
    return;
  }
  PQfinish(c);
}

void typedOneBeforeCatchAllHandles(bool failed) {
  PGconn *c = PQconnectdb("");
  try {
    if (failed)
      throw Error();
  } catch (const Error &) {
    PQfinish(c);
    return;
  } catch (...) {
    PQfinish(c);
    throw;
  }
  PQfinish(c);
}
