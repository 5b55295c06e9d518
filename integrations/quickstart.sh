#!/usr/bin/env bash
# Finds leaked database sessions: in the example beside this script, or in your
# own code. Installs what is missing and builds dbtidy first, where needed.
set -u

usage() {
  cat <<'TEXT'
usage: integrations/quickstart.sh [OPTION...]                     the example
       integrations/quickstart.sh [OPTION...] FILE... [-- FLAGS]  these files
       integrations/quickstart.sh [OPTION...] -p BUILD_DIR [FILE...]
           all files (or these) of BUILD_DIR/compile_commands.json

  --checks=LIST  which checks, as clang-tidy takes them (default: -*,db-*)
  --llvm NN      the LLVM to build against (default: the newest that your
                 machine's packages offer, from 22 down to 16)
  --build DIR    where dbtidy is built (default: build/release-NN in its tree)
  --no-install   install nothing: say what is missing, and fail if anything is
  --help         this text

Works on Debian 12, Ubuntu 24.04 and later. Root is needed only to install
packages; the command is shown before sudo asks. Exits with 0 when the files
were checked, whatever was found, and with another code on errors.
TEXT
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
# shellcheck source=integrations/packages.sh
. "$here/packages.sh"

llvm='' install=yes build='' build_dir='' checks='-*,db-*' has_flags='' files=() flags=()
while [ $# -gt 0 ]; do
  case $1 in
  --help | -h) usage && exit ;;
  --no-install) install=no ;;
  --checks=*) checks=${1#*=} ;;
  --llvm | --build | -p)
    [ $# -ge 2 ] || fail "$1 needs a value; see --help"
    case $1 in -p) build_dir=$2 ;; --llvm) llvm=$2 ;; *) build=$2 ;; esac
    shift
    ;;
  --llvm=*) llvm=${1#*=} ;;
  --)
    shift
    has_flags=yes flags=("$@")
    break
    ;;
  -*) fail "unknown option '$1'; see --help" ;;
  *) files+=("$1") ;;
  esac
  shift
done
[ -z "$build_dir" ] || [ -z "$has_flags" ] || fail "-p and -- exclude each other: the flags are in the build folder"
[ -z "$build_dir" ] || [ -r "$build_dir/compile_commands.json" ] ||
  fail "no compile_commands.json in '$build_dir'; CMake writes one with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, make with 'bear -- make'"
for file in ${files[@]+"${files[@]}"}; do
  [ -r "$file" ] || fail "cannot read '$file'"
done
command -v apt-get >/dev/null || fail "this needs apt (Debian, Ubuntu); elsewhere see docs/contributing.md"

echo "[1/3] Looking for what is missing"
apt_log=$root/build/logs/apt.log
choose_llvm "$install" "$apt_log"
packages=$(build_packages "$llvm")
# The example uses these two libraries.
[ -n "$build_dir${files[*]-}" ] || packages="$packages libpq-dev libsqlite3-dev"
# shellcheck disable=SC2086 # a list of words
provide "$install" "$apt_log" $packages

build=${build:-$root/build/release-$llvm} logs=$build/logs
mkdir -p "$logs" || fail "cannot write to '$build'; see --build"
echo "[2/3] Building dbtidy in ${build#"$PWD"/} (a few minutes the first time)"
if [ ! -e "$build/build.ninja" ]; then
  run_logged "$logs/configure.log" cmake -S "$root" -B "$build" -G Ninja \
    -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG" \
    "-DDBTIDY_LLVM_VERSION=$llvm" -DDBTIDY_TESTS=OFF || exit 1
fi
run_logged "$logs/build.log" cmake --build "$build" --parallel "$(nproc)" --target dbtidy || exit 1
plugin=$build/lib/dbtidy.so

database=()
if [ -n "$build_dir" ]; then
  database=(-p "$build_dir")
  if [ "${#files[@]}" -eq 0 ]; then
    mapfile -d '' files < <(python3 - "$build_dir/compile_commands.json" <<'PYTHON'
import json, os, sys
entries = json.load(open(sys.argv[1], encoding="utf-8"))
paths = (os.path.join(e.get("directory", "."), e["file"]) for e in entries)
known = dict.fromkeys(os.path.normpath(path) for path in paths)
sources = (".c", ".cc", ".cpp", ".cxx", ".c++", ".C")
print(end="".join(path + "\0" for path in known if path.endswith(sources)))
PYTHON
    )
    [ "${#files[@]}" -gt 0 ] || fail "no C or C++ file in '$build_dir/compile_commands.json'"
  fi
elif [ "${#files[@]}" -eq 0 ]; then
  cd "$here/quickstart" || exit 1
  files=(orders.cpp journal.c)
fi

# described FILE: whether a folder above FILE tells how it is compiled.
described() {
  local folder
  folder=$(cd "$(dirname "$1")" && pwd)
  while :; do
    [ ! -e "$folder/compile_commands.json" ] || return 0
    [ ! -e "$folder/compile_flags.txt" ] || return 0
    [ "$folder" != / ] || return 1
    folder=$(dirname "$folder")
  done
}

echo "[3/3] Checking ${#files[@]} file(s) with $plugin"
errors=0 findings=0 at=0
for file in "${files[@]}"; do
  at=$((at + 1))
  [ ! -t 1 ] || printf '\r\033[K      %d of %d: %s' "$at" "${#files[@]}" "${file:0:60}"
  command=("/usr/lib/llvm-$llvm/bin/clang-tidy" "--load=$plugin" "--checks=$checks" --header-filter=.* --quiet)
  command+=(${database[@]+"${database[@]}"} "$file")
  if [ -n "$has_flags" ]; then
    command+=(-- ${flags[@]+"${flags[@]}"})
  elif [ -z "$build_dir" ] && ! described "$file"; then
    command+=(--)
  fi
  output=$("${command[@]}" 2>"$logs/errors.log")
  status=$?
  [ ! -t 1 ] || printf '\r\033[K'
  [ -z "$output" ] || printf '%s\n' "$output"
  findings=$((findings + $(grep -cE '^[^ ].*: (warning|error): .*\[db-' <<<"$output")))
  if [ "$status" -ne 0 ]; then
    errors=$((errors + 1))
    sed -E '/^USAGE:/,/^Error:/{/^Error:/!d}; /^[0-9]+ warnings?.*generated/d; /^Suppressed/d' "$logs/errors.log" >&2
    echo "error: '$file' could not be checked completely" >&2
  fi
done
echo
echo "$findings finding(s) in ${#files[@]} file(s); again, without this script:"
printf '  /usr/lib/llvm-%s/bin/clang-tidy --load=%q --checks='\''%s'\'' FILE -- FLAGS\n' "$llvm" "$plugin" "$checks"
[ "$errors" -eq 0 ] || fail "$errors file(s) could not be checked; is a flag missing (-I..., -std=...)?"
