#!/usr/bin/env bash
# Fails unless both folders hold the same rule files.
# usage: same_files.sh FOLDER FOLDER
set -eu
list() { (cd "$1" && find . -name '*.yaml' -o -name schema.json) | sort; }
diff <(list "$1") <(list "$2")
