// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20 -check-suffixes=HEADER -- --header-filter=leaky
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20 -expect-silence -- --header-filter=nothing
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20 -expect-silence -- --header-filter=.* --exclude-header-filter=leaky

// REQUIRES: llvm-19-or-later
// Findings in headers follow the header filters.
#include "Inputs/leaky.h"
// CHECK-MESSAGES-HEADER: leaky.h:5:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]

void usesTheHeader() {
  leaksInAHeader();
  cleanInAHeader();
}
