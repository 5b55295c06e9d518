//===- SolverWorkTest.cpp - The solver stays within its bounds ------------===//
//
// Functions of one shape each, made of 10, 100 and 1000 pieces. No function of
// these sizes may be given up (counters), and what is leaked after all of it
// must still be found. Counts only, so that the machine does not matter.
//
//===----------------------------------------------------------------------===//

#include "support/Snippet.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace dbtidy {
namespace {

/// One shape: what is repeated, and what closes it.
struct Shape {
  const char *Name;
  const char *Piece; ///< {0} is the number of the piece.
  const char *Close;
  unsigned Most; ///< Pieces at most; nested ones are held by clang's limits.
};

const Shape Shapes[] = {
    {"Branches", "if (x[{0}]) y++;\n", "", 1000},
    {"Chains", "if (x[{0}] == 1) y++; else ", ";", 200},
    {"Returns", "if (x[{0}]) {{ PQfinish(c); return; }}\n", "", 1000},
    {"Flags", "int f{0} = 0; if (x[{0}]) f{0} = 1;\n", "", 1000},
    {"Loops", "while (x[{0}]) y++;\n", "", 1000},
    {"LoopsWithUse", "while (x[{0}]) PQstatus(c);\n", "", 1000},
    {"NestedConditions", "if (x[{0}]) {{\n", "}", 200},
    {"NestedLoops", "while (x[{0}]) {{ y++;\n", "}", 50},
    {"Cases",
     "switch (x[{0}]) {{ case 1: y++; case 2: break; default: y--; }}\n", "",
     1000},
    {"Acquisitions", "PGresult *r{0} = PQexec(c, \"\"); PQclear(r{0});\n", "",
     1000},
    {"CheckedAcquisitions",
     "PGresult *r{0} = PQexec(c, \"\"); if (!r{0}) {{ PQfinish(c); return; }}"
     " PQclear(r{0});\n",
     "", 1000},
    {"HeldTogether", "PGresult *r{0} = PQexec(c, \"\"); PQntuples(r{0});\n", "",
     100},
    {"Tries", "try {{ audit(); }} catch (...) {{ y++; }}\n", "", 1000},
    {"Calls", "try {{ audit(); audit(); }} catch (...) {{ PQstatus(c); }}\n",
     "", 1000},
    {"Ors", "if (x[{0}] || x[{0} + 1] && y) y++;\n", "", 1000},
};

std::string functionOf(const Shape &S, unsigned Pieces) {
  std::string Code = "void audit();\nvoid f(int *x, int y) {\n"
                     "PGconn *c = PQconnectdb(\"\");\n";
  for (unsigned I = 0; I < Pieces; ++I)
    Code += fmt::format(fmt::runtime(S.Piece), I);
  for (unsigned I = 0; *S.Close && I < (*S.Close == '}' ? Pieces : 1); ++I)
    Code += S.Close;
  return Code + "\n}\n";
}

class SolverWorkTest
    : public ::testing::TestWithParam<std::tuple<Shape, unsigned>> {};

TEST_P(SolverWorkTest, StaysWithinBounds) {
  const auto &[S, Pieces] = GetParam();
  if (Pieces > S.Most)
    GTEST_SKIP() << "deeper than compilers accept";
  AnalysisOptions Options;
  Options.ImplicitExceptions = false;
  Outcome Result = analyse(Snippet(functionOf(S, Pieces)), Options);
  EXPECT_EQ(Result.Counters.Functions, 1u);
  EXPECT_EQ(Result.Counters.StepsExceeded, 0u);
  EXPECT_EQ(Result.Counters.StatesDropped, 0u);
  // The connection is never released at the end.
  ASSERT_FALSE(Result.Findings.empty());
  EXPECT_EQ(Result.Findings.front().Variable, "c");
}

INSTANTIATE_TEST_SUITE_P(Shapes, SolverWorkTest,
                         ::testing::Combine(::testing::ValuesIn(Shapes),
                                            ::testing::Values(10u, 50u, 100u,
                                                              200u, 1000u)),
                         [](const auto &Info) {
                           return fmt::format("{}_{}",
                                              std::get<0>(Info.param).Name,
                                              std::get<1>(Info.param));
                         });

} // namespace
} // namespace dbtidy
