//===- RulesLoad.cpp - What loading the built-in rules costs --------------===//
//
// Measures parsing, validating and merging every rule file of rules/, and the
// look-up that follows in the same process. The result is kept for the life of
// a process, so the first load is measured once per process, by hand; the
// second with Google Benchmark. Built and called by run.sh.
//
//===----------------------------------------------------------------------===//

#include "model/RuleReader.h"
#include <benchmark/benchmark.h>
#include <ctime>
#include <fmt/format.h>

static void cachedLoad(benchmark::State &Timer) {
  for (auto _ : Timer)
    benchmark::DoNotOptimize(dbtidy::loadRules({}));
}
BENCHMARK(cachedLoad);

int main(int Count, char **Words) {
  // Processor time: the machine may be busy with something else.
  std::clock_t Start = std::clock();
  dbtidy::LoadedRules Loaded = dbtidy::loadRules({});
  double Took = 1e3 * double(std::clock() - Start) / CLOCKS_PER_SEC;
  fmt::print("first load: {:.2f} ms, {} resources\n", Took,
             Loaded.Rules ? Loaded.Rules->resources().size() : 0);
  if (Count > 1 && llvm::StringRef(Words[1]) == "--first-only")
    return 0;
  benchmark::Initialize(&Count, Words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
