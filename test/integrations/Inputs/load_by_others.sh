#!/usr/bin/env bash
# Loads PLUGIN, built for LLVM OWN, into every other clang-tidy installed.
# usage: load_by_others.sh PLUGIN OWN
set -u
source=$(mktemp --suffix=.cpp)
trap 'rm -f "$source"' EXIT
echo 'int X;' >"$source"
for host in 14 15 16 17 18 19 20 21 22; do
  tidy=/usr/lib/llvm-$host/bin/clang-tidy
  { [ "$host" -ne "$2" ] && [ -x "$tidy" ]; } || continue
  text=$("$tidy" "--load=$1" '--checks=-*,db-*' "$source" -- 2>&1)
  echo "LLVM $host exits with $?: $text"
  hosts=1
done
[ -n "${hosts-}" ] || echo "no other LLVM"
