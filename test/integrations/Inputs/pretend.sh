#!/usr/bin/env bash
# Runs a script of ours on a pretended machine: nothing real is installed, and
# what apt-get is asked to do is printed.
# usage: pretend.sh FOLDER USER-ID "INSTALLED..." "OFFERED..." COMMAND...
set -eu
machine=$1 id=$2 installed=$3 offered=$4
shift 4
rm -rf "$machine" && mkdir -p "$machine/bin"
tr ' ' '\n' <<<"$installed" >"$machine/installed"
tr ' ' '\n' <<<"$offered" >"$machine/offered"

stub() { { echo '#!/usr/bin/env bash' && cat; } >"$machine/bin/$1" && chmod +x "$machine/bin/$1"; }
stub id <<<"echo $id"
stub sudo <<'STUB'
[ "$1" = -v ] && { echo "sudo asks"; exit; }
exec "$@"
STUB
stub dpkg-query <<'STUB'
sed 's/$/ installed/' "$MACHINE/installed"
STUB
stub apt-cache <<'STUB'
[ -e "$MACHINE/updated" ] || exit 0
shift
for package; do
  # A version stands for all packages of that LLVM.
  grep -qxF -e "$package" -e "$(sed -E 's/.*-([0-9]{2})(-dev|-tools)?$/\1/' <<<"$package")" "$MACHINE/offered" || continue
  printf '%s:\n  Installed: (none)\n  Candidate: 1\n' "$package"
done
STUB
stub apt-get <<'STUB'
echo "apt-get $*" >>"$MACHINE/done"
case " $* " in
*" update "*) touch "$MACHINE/updated" ;;
*" install "*) exit 1 ;;
esac
STUB
status=0
MACHINE=$machine PATH=$machine/bin:$PATH "$@" || status=$?
[ ! -e "$machine/done" ] || sed 's/^/done: /' "$machine/done"
exit "$status"
