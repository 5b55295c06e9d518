#!/usr/bin/env python3
"""Holds rule files, real headers, mock headers and tests of a library together,
where a library has far more functions than rules.

    check_declared.py --clang=CLANG --rules=DIR --mock=DIR LIBRARY...

Fails, with one line each, when
  - a rule names a function or a method that the real headers do not declare
    (those of a newer release stand in NEWER and must be in a mock header);
  - a mock header declares a function otherwise than the real one;
  - no test of the library calls a function that acquires, releases or adopts.
declared.test runs it; check_names.py is the stricter one.
"""

import argparse
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
import check_names  # noqa: E402

# Real headers, their folders, mock headers.
HEADERS = {
    "hiredis": (
        ["hiredis/hiredis.h", "hiredis/async.h"],
        [],
        ["hiredis/hiredis.h", "hiredis/async.h"],
    ),
    "mongo-c-driver": (
        ["mongoc/mongoc.h"],
        ["/usr/include/libmongoc-1.0", "/usr/include/libbson-1.0"],
        ["mongoc/mongoc.h"],
    ),
    "soci": (
        ["soci/connection-pool.h", "soci/soci-simple.h"],
        [],
        ["soci/connection-pool.h"],
    ),
    "libzdb": (
        ["stdio.h", "time.h", "zdb.h"],
        ["/usr/include/zdb"],
        ["zdb/zdb.h"],
    ),
}

# Where Debian 12 has an older release, or the adapter's own library is needed.
NEWER = {
    "redisConnectWithOptions",
    "redisAsyncConnectWithOptions",
    "redisCreateSSLContext",
    "redisCreateSSLContextWithOptions",
    "redisFreeSSLContext",
    "redisInitiateSSLWithContext",
    "redisAeAttach",
    "redisIvykisAttach",
    "redisLibeventAttach",
    "redisLibevAttach",
    "redisLibhvAttach",
    "redisLibsdeventAttach",
    "redisLibuvAttach",
    "redisMacOSAttach",
    "redisPollAttach",
    "redis_source_new",
    "RedisQtAdapter::setContext",
    "ConnectionPool_getConnectionOrException",
}

NAME = r"[A-Za-z_]\w*(?:::\w+)*"
CALL = re.compile(
    r"^      - (?:function|method): *(?:(%s)|\[([^\]]*)\]|\n((?: {10}- .*\n)+))"
    % NAME,
    re.MULTILINE,
)
EFFECT = re.compile(r"^    (\w+):\n((?:(?:      |\s*#).*\n)+)", re.MULTILINE)


def named(rules):
    """Effect: the names that its calls have."""
    found = {}
    for effect, calls in EFFECT.findall(rules):
        for match in CALL.finditer(calls):
            found.setdefault(effect, set()).update(
                re.findall(NAME, "".join(text or "" for text in match.groups()))
            )
    return found


def undeclared(clang, headers, folders, names):
    """What of NAMES a C++ compiler does not know."""
    source = "".join("#include <%s>\n" % header for header in headers)
    source += "void refer() {\n"
    first = source.count("\n") + 1
    source += "".join("(void)&%s;\n" % name for name in names) + "}\n"
    command = [clang, "-x", "c++", "-std=c++17", "-fsyntax-only", "-w"]
    command += ["-ferror-limit=0"]
    command += [word for folder in folders for word in ("-isystem", folder)]
    run = subprocess.run(command + ["-"], input=source, capture_output=True, text=True)
    lines = {int(n) for n in re.findall(r"^<stdin>:(\d+):\d+: error", run.stderr, re.M)}
    if run.returncode and not lines:
        sys.exit(run.stderr)
    return [name for n, name in enumerate(names, first) if n in lines]


def check(library, arguments):
    real_headers, folders, mock_headers = HEADERS[library]
    with open(os.path.join(arguments.rules, library + ".yaml")) as file:
        by_effect = named(file.read())
    names = sorted(set().union(*by_effect.values()))
    if not names:
        sys.exit("%s: no rule names a function" % library)
    real = [name for name in names if name not in NEWER]
    for name in undeclared(arguments.clang, real_headers, folders, real):
        yield "%s: no header declares '%s'" % (library, name)

    if library != "soci":  # its headers are C++
        truth = check_names.declared(arguments.clang, real_headers, folders, [])
        mock = check_names.declared(arguments.clang, mock_headers, [arguments.mock], [])
        for name in sorted(set(truth) & set(mock)):
            if truth[name] != mock[name] and name in names:
                yield "%s: the mock of '%s' is %s, the real one %s" % (
                    library,
                    name,
                    mock[name],
                    truth[name],
                )

    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), library)
    tests = ""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            tests += file.read()
    for effect in ("acquire", "release", "adopt"):
        for name in sorted(by_effect.get(effect, ())):
            called = name.rsplit("::", 1)[-1]
            if not re.search(r"\b%s\(" % called, tests):
                yield "%s: no test calls '%s'" % (library, name)
            if effect == "acquire" and "acquired by '%s'" % called not in tests:
                yield "%s: no test leaks what '%s' acquires" % (library, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--mock", required=True)
    parser.add_argument("library", nargs="+")
    arguments = parser.parse_args()
    errors = [e for library in arguments.library for e in check(library, arguments)]
    print("\n".join(errors))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
