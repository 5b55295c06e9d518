#!/usr/bin/env bash
# Builds dbtidy and runs all its tests; installs what that needs first. The last
# line counts them: `N passed, N failed`, and the exit code says whether any did.
set -u

usage() {
  cat <<'TEXT'
usage: test/run.sh [--llvm NN | --preset NAME] [--no-install]

  --llvm NN      the LLVM to build and test against, 16 to 22 (default: the
                 newest that is installed or that apt offers)
  --preset NAME  one of CMakePresets.json: llvm-22, llvm-19, llvm-16, asan, gcc
  --no-install   install nothing: say what is missing, and fail if anything is
  --help         this text

Results are in build/PRESET/results. To run single tests, see
docs/contributing.md.
TEXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
# shellcheck source=integrations/packages.sh
. integrations/packages.sh

not_built() {
  echo "0 passed, 1 failed"
  exit 1
}

llvm='' preset='' install=yes
while [ $# -gt 0 ]; do
  case $1 in
  --help | -h) usage && exit ;;
  --no-install) install=no ;;
  --llvm | --preset)
    [ $# -ge 2 ] || fail "$1 needs a value; see --help"
    if [ "$1" = --llvm ]; then llvm=$2; else preset=$2; fi
    shift
    ;;
  --llvm=*) llvm=${1#*=} ;;
  --preset=*) preset=${1#*=} ;;
  *) fail "unknown argument '$1'; see --help" ;;
  esac
  shift
done
case $preset in
llvm-*) llvm=${preset#llvm-} ;;
asan | gcc) llvm=22 ;;
'') ;;
*) fail "there is no preset '$preset'; see --help" ;;
esac

echo "[1/4] Looking for what is missing"
choose_llvm "$install" build/logs/apt.log
preset=${preset:-llvm-$llvm}
build=build/$preset
# Beside the compiler: the test tools, and the libraries whose real headers the
# rules are tested against.
packages="$(build_packages "$llvm") llvm-$llvm-tools ccache libgtest-dev libgmock-dev
  python3-yaml python3-jsonschema shellcheck libpq-dev libsqlite3-dev
  libmariadb-dev unixodbc-dev libhiredis-dev libmongoc-dev libsoci-dev
  libboost-dev libzdb-dev libmsgsl-dev libabsl-dev"
[ "$preset" != asan ] || packages="$packages libclang-rt-$llvm-dev"
# shellcheck disable=SC2086 # a list of words
provide "$install" build/logs/apt.log $packages

echo "[2/4] Configuring $build"
options=()
[ "${CI-}" != true ] || options+=(-DDBTIDY_WERROR=ON)
if grep -q "\"name\": \"$preset\"" CMakePresets.json; then
  options+=(--preset "$preset")
else
  options+=(-S . -B "$build" -G Ninja "-DDBTIDY_LLVM_VERSION=$llvm")
fi
run_logged "$build/logs/configure.log" cmake "${options[@]}" || not_built

echo "[3/4] Building"
run_logged "$build/logs/build.log" cmake --build "$build" --parallel 2 || not_built
grep -E 'warning:' "$build/logs/build.log" | sort -u # In CI they are errors.

echo "[4/4] Testing"
rm -rf "$build/results" && mkdir "$build/results"
ctest --test-dir "$build" --output-on-failure --output-junit "$PWD/$build/results/ctest.xml" </dev/null &&
  sed -n '/^Testing Time/,/^---/{/^---/!p}' "$build/Testing/Temporary/LastTest.log"
python3 test/harness/count_results.py "$build/results/ctest.xml" "$build/results"
