#!/usr/bin/env bash
# Measures what db-session-leak costs: a Release build of the plugin, the growth
# with the size of one function, real translation units, loading the rules.
# Writes tables and a plot; docs/performance.md holds the last ones.
set -eu

usage() {
  cat <<'TEXT'
usage: test/bench/run.sh [option...] [rules] [scaling] [units FOLDER...]

  rules             the time to load the built-in rules
  scaling           one function with 10 to 10,000 branches, loops, ...
  units FOLDER...   real code: folders that hold a compile_commands.json
  (nothing)         rules and scaling

  --llvm NN         the LLVM to use (default: 22)
  --build FOLDER    where to build and to keep results (default: build/bench)
  --rounds N        paired runs of each command (default: 5)
  --files N         how many files of the folders to take (default: 20)
  --instructions    also count instructions with valgrind: slow, but exact
TEXT
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
llvm=22 build=$root/build/bench rounds=5 files=20 extra=()
while [ $# -gt 0 ]; do
  case $1 in
  --help | -h) usage && exit ;;
  --llvm) llvm=$2 && shift 2 ;;
  --build) build=$2 && shift 2 ;;
  --rounds) rounds=$2 && shift 2 ;;
  --files) files=$2 && shift 2 ;;
  --instructions) extra+=(--instructions) && shift ;;
  -*) usage >&2 && exit 1 ;;
  *) break ;;
  esac
done
[ $# -gt 0 ] || set -- rules scaling

prefix=/usr/lib/llvm-$llvm
mkdir -p "$build"
echo "Building the plugin (Release) in $build"
cmake -G Ninja -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DDBTIDY_TESTS=OFF \
  "-DDBTIDY_LLVM_VERSION=$llvm" >"$build/configure.log"
cmake --build "$build" --parallel 2 >"$build/build.log"
plugin=$build/lib/dbtidy.so

rules() {
  "$prefix/bin/clang++" -O2 -std=c++17 -fno-rtti -fno-exceptions -DFMT_HEADER_ONLY \
    -I"$root/checker" -isystem "$build/llvm-headers" "$here/RulesLoad.cpp" \
    "$build/checker/model/libdbtidyModel.a" \
    "$build/checker/model/libdbtidyRuleParser.a" "$prefix/lib/libLLVM.so" \
    -Wl,-rpath,"$prefix/lib" -lbenchmark -lpthread -o "$build/rules-load"
  # The median of eleven processes: the first load is only seen once in each.
  for _ in 1 2 3 4 5 6 7 8 9 10 11; do
    "$build/rules-load" --first-only
  done | sort -k 3 -n | sed -n 6p
  "$build/rules-load" --benchmark_min_time=0.2 2>/dev/null
}

scaling() {
  python3 "$here/scaling.py" --clang-tidy "$prefix/bin/clang-tidy" --plugin "$plugin" \
    --scratch "$build/shapes" --rounds "$rounds" --output "$build/scaling.json"
}

units() {
  python3 "$here/units.py" --clang-tidy "$prefix/bin/clang-tidy" \
    --clang "$prefix/bin/clang" --plugin "$plugin" --rounds "$rounds" \
    --files "$files" --analyzers ${extra[@]+"${extra[@]}"} \
    --output "$build/units.json" "$@"
}

while [ $# -gt 0 ]; do
  case $1 in
  rules | scaling) "$1" && shift ;;
  units) shift && units "$@" && break ;;
  *) usage >&2 && exit 1 ;;
  esac
done
python3 "$here/tables.py" --scaling "$build/scaling.json" --units "$build/units.json" \
  >"$build/tables.md"
[ ! -f "$build/scaling.json" ] ||
  python3 "$here/tables.py" --scaling "$build/scaling.json" --plot "$build/scaling.svg" \
    >/dev/null
echo "Tables are in $build/tables.md"
