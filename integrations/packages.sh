# shellcheck shell=bash
# Which packages are missing, which LLVM to take, and how to install; sourced
# by quickstart.sh and test/run.sh. Knows nothing of what they do with them.

fail() {
  echo "error: $*" >&2
  exit 1
}

# Every supported LLVM, the most wanted first.
readonly LLVM_VERSIONS="22 21 20 19 18 17 16"

# run_logged LOG COMMAND...: runs it, shows the last line of its output now and
# then, and all of it if it fails.
run_logged() {
  local log=$1 pid status=0 last='' line seconds=0
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    seconds=$((seconds + 1))
    line=$(tail -c 400 "$log" | tr '\r' '\n' | grep -v '^ *$' | tail -n 1 | cut -c 1-70)
    if [ -t 1 ]; then
      [ "$line" = "$last" ] || printf '\r\033[K      %s' "$line"
      last=$line
    elif [ $((seconds % 75)) -eq 0 ] && [ "$line" != "$last" ]; then
      printf '      %s\n' "$line"
      last=$line
    fi
  done
  wait "$pid" || status=$?
  [ ! -t 1 ] || printf '\r\033[K'
  if [ "$status" -ne 0 ]; then
    tail -n 60 "$log" >&2
    echo "error: '$*' failed with exit code $status; all of its output is in $log" >&2
  fi
  return "$status"
}

# missing_packages PACKAGE...: those that are not installed.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk '$2 == "installed" { print $1 }' | sort -u)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed")
}

# offered PACKAGE...: whether apt could install (or has installed) all of them.
offered() {
  local count
  count=$(apt-cache policy "$@" 2>/dev/null | grep -c '^  Candidate: [^(]')
  [ "$count" -eq "$#" ]
}

# The packages that building against LLVM $1 takes.
build_packages() {
  echo "cmake ninja-build g++ python3 libfmt-dev" \
    "llvm-$1-dev libclang-$1-dev clang-$1 clang-tidy-$1"
}

# newest_llvm: the newest supported LLVM that is installed or that apt offers;
# 0 if there is none, or if apt has no lists yet.
newest_llvm() {
  local version
  for version in $LLVM_VERSIONS; do
    # shellcheck disable=SC2046 # a list of words
    if [ -z "$(missing_packages $(build_packages "$version"))" ] ||
      offered $(build_packages "$version"); then
      echo "$version"
      return
    fi
  done
  echo 0
}


# apt_get LOG ARGUMENT...: with sudo where that is needed, said before it is used.
apt_get() {
  local log=$1 sudo=()
  shift
  if [ "$(id -u)" -ne 0 ]; then
    echo "      this needs root: sudo apt-get $*"
    command -v sudo >/dev/null || { echo "error: there is no sudo; run that as root" >&2; return 1; }
    sudo -v || return 1 # asks for the password while it can be seen
    sudo=(sudo)
  fi
  run_logged "$log" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o Acquire::Retries=3 "$@"
}

# choose_llvm INSTALL LOG: sets `llvm`, unless it is set, to the newest that can
# be had. Reads apt's package lists first where there are none.
choose_llvm() {
  case " $LLVM_VERSIONS " in
  *" ${llvm:-22} "*) ;;
  *) fail "LLVM $llvm is not supported; one of: $LLVM_VERSIONS" ;;
  esac
  [ -z "$llvm" ] || return 0
  llvm=$(newest_llvm)
  if [ "$llvm" = 0 ] && [ "$1" = yes ]; then
    echo "      apt knows no LLVM yet: reading the package lists"
    apt_get "$2" update || exit 1
    llvm=$(newest_llvm)
  fi
  [ "$llvm" != 0 ] && return 0
  # shellcheck disable=SC2046 # a list of words
  echo "      missing:" $(missing_packages $(build_packages NN))
  fail "apt offers no LLVM NN from 16 to 22; 'apt-get update' (as root) may help"
}

# provide INSTALL LOG PACKAGE...: makes sure that all of them are installed:
# installs what is missing in one call, or, with INSTALL=no, says what it is.
provide() {
  local install=$1 log=$2 lacking
  shift 2
  mapfile -t lacking < <(missing_packages "$@")
  if [ "${#lacking[@]}" -eq 0 ]; then
    echo "      LLVM $llvm; nothing is missing"
    return
  fi
  echo "      LLVM $llvm; missing: ${lacking[*]}"
  if [ "$install" = no ]; then
    fail "nothing is installed with --no-install; as root: apt-get install ${lacking[*]}"
  fi
  echo "      installing them: up to 600 MB to download on a fresh machine"
  offered "${lacking[@]}" || apt_get "$log" update || exit 1
  apt_get "$log" install --no-install-recommends "${lacking[@]}" && return
  echo "      once more, with fresh package lists"
  apt_get "$log" update || exit 1
  apt_get "$log" install --no-install-recommends "${lacking[@]}" || exit 1
}
