//===- NameBeliefTest.cpp - What names of functions say -------------------===//
//
// One table: the name, and which of the three beliefs it calls for.
//
//===----------------------------------------------------------------------===//

#include "facts/NameBelief.h"
#include <gtest/gtest.h>

namespace dbtidy {
namespace {

struct Belief {
  const char *Name;
  bool Release, Keep, NoReturn;
};

class NameBeliefTest : public ::testing::TestWithParam<Belief> {};

TEST_P(NameBeliefTest, Table) {
  const Belief &B = GetParam();
  EXPECT_EQ(namesRelease(B.Name), B.Release) << B.Name;
  EXPECT_EQ(namesKeep(B.Name), B.Keep) << B.Name;
  EXPECT_EQ(namesNoReturn(B.Name), B.NoReturn) << B.Name;
}

INSTANTIATE_TEST_SUITE_P(Names, NameBeliefTest,
                         ::testing::Values(
                             // Words are found in every style of writing.
                             Belief{"db_close", true, false, false},
                             Belief{"DB_CLOSE", true, false, false},
                             Belief{"freeResult", true, false, false},
                             Belief{"PQFree", true, false, false},
                             Belief{"CloseDB2", true, false, false},
                             Belief{"free", true, false, false},
                             Belief{"putBack", true, true, false},
                             Belief{"give_back", true, true, false},
                             Belief{"return_connection", true, false, false},
                             // Words are whole.
                             Belief{"disclosed", false, false, false},
                             Belief{"freedom", false, false, false},
                             Belief{"settings", false, false, false},
                             Belief{"address_of", false, false, false},
                             Belief{"dieting", false, false, false},
                             // Keeping.
                             Belief{"adopt", false, true, false},
                             Belief{"takeOwnership", false, true, false},
                             Belief{"list_append", false, true, false},
                             Belief{"set_conn", false, true, false},
                             Belief{"push_back", false, true, false},
                             // Neither.
                             Belief{"audit", false, false, false},
                             Belief{"run_query", false, false, false},
                             Belief{"", false, false, false},
                             Belief{"__", false, false, false},
                             Belief{"x1", false, false, false},
                             // Not returning: the first word or the last.
                             Belief{"die", false, false, true},
                             Belief{"fatal_error", false, false, true},
                             Belief{"panic", false, false, true},
                             Belief{"pg_fatal", false, false, true},
                             Belief{"ExitProgram", false, false, true},
                             Belief{"log_fatal_if_needed", false, false, false},
                             // Only speaking of it.
                             Belief{"on_exit", false, false, false},
                             Belief{"atExit", false, false, false},
                             Belief{"is_fatal", false, false, false}));

} // namespace
} // namespace dbtidy
