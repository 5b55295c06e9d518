#!/usr/bin/env python3
"""Holds rule files, real headers, mock headers and tests of a library together.

    check_names.py --clang=CLANG --rules=DIR --mock=DIR LIBRARY...

Fails, with one line each, when
  - a rule names a function that the real headers do not declare (those of a
    newer release stand in NEWER, with the release that introduced them);
  - the real headers declare a function that takes or returns a handle and that
    no rule names: nobody has decided what it does to the handle;
  - a mock header declares a function otherwise than the real one;
  - no test of the library calls a function that a rule names.
names.test runs it. It reads the rules by pattern, so that no YAML module is
needed; validating them is the reader's task.
"""

import argparse
import json
import os
import re
import subprocess
import sys

# The headers, their folders, and the macros that make them declare everything.
HEADERS = {
    "libpq": (
        ["stdio.h", "libpq-fe.h", "libpq-events.h"],
        ["/usr/include/postgresql"],
        [],
    ),
    "sqlite3": (
        ["sqlite3.h"],
        [],
        ["SESSION", "PREUPDATE_HOOK", "NORMALIZE"],
    ),
    "mariadb": (["mysql.h", "mariadb_rpl.h"], ["/usr/include/mariadb"], []),
    "odbc": (["sql.h", "sqlext.h", "sqlucode.h"], [], []),
}

# Function: the release that introduced it, where Debian 12 has an older one.
NEWER = {
    "PQconnectionUsedGSSAPI": "PostgreSQL 16",
    "PQcancelBlocking": "PostgreSQL 17",
    "PQcancelCreate": "PostgreSQL 17",
    "PQcancelErrorMessage": "PostgreSQL 17",
    "PQcancelFinish": "PostgreSQL 17",
    "PQcancelPoll": "PostgreSQL 17",
    "PQcancelReset": "PostgreSQL 17",
    "PQcancelSocket": "PostgreSQL 17",
    "PQcancelStart": "PostgreSQL 17",
    "PQcancelStatus": "PostgreSQL 17",
    "PQchangePassword": "PostgreSQL 17",
    "PQclosePortal": "PostgreSQL 17",
    "PQclosePrepared": "PostgreSQL 17",
    "PQsendClosePortal": "PostgreSQL 17",
    "PQsendClosePrepared": "PostgreSQL 17",
    "PQsendPipelineSync": "PostgreSQL 17",
    "PQsetChunkedRowsMode": "PostgreSQL 17",
    "sqlite3_is_interrupted": "SQLite 3.41",
    "sqlite3_stmt_scanstatus_v2": "SQLite 3.42",
    "sqlite3_stmt_explain": "SQLite 3.43",
    "sqlite3_get_clientdata": "SQLite 3.44",
    "sqlite3_set_clientdata": "SQLite 3.44",
    "mysql_binlog_close": "MySQL 8.0.16",
    "mysql_binlog_fetch": "MySQL 8.0.16",
    "mysql_binlog_open": "MySQL 8.0.16",
    "mysql_fetch_row_nonblocking": "MySQL 8.0.16",
    "mysql_free_result_nonblocking": "MySQL 8.0.16",
    "mysql_next_result_nonblocking": "MySQL 8.0.16",
    "mysql_real_connect_nonblocking": "MySQL 8.0.16",
    "mysql_real_query_nonblocking": "MySQL 8.0.16",
    "mysql_reset_connection_nonblocking": "MySQL 8.0.16",
    "mysql_send_query_nonblocking": "MySQL 8.0.16",
    "mysql_store_result_nonblocking": "MySQL 8.0.16",
    "mysql_real_connect_dns_srv": "MySQL 8.0.22",
}

# What needs no rule.
EXEMPT = {
    "sqlite3_context_db_handle": "takes a context, which is no handle",
    "ma_open": "internal to MariaDB Connector/C",
    "ma_net_safe_read": "internal to MariaDB Connector/C",
    "ma_simple_command": "internal to MariaDB Connector/C",
    "my_set_error": "internal to MariaDB Connector/C",
}

# Types that serve for much else.
COMMON_TYPES = {"int", "char **", "SQLHANDLE"}


def values(text, key):
    """What stands after `key:`: a word, or a list of them."""
    found = []
    pattern = r"\b%s:\s*(\[[^\]]*\]|\"[^\"]*\"|[^\[\]{}\n]+)" % re.escape(key)
    for match in re.finditer(pattern, text):
        found += [v.strip().strip('"') for v in match[1].strip("[]").split(",")]
    return [value for value in found if value]


def declared(clang, headers, folders, enabled):
    """Name: (type of the result, types of the parameters)."""
    source = "".join("#include <%s>\n" % header for header in headers)
    command = [clang, "-x", "c", "-std=c11", "-fsyntax-only"]
    command += ["-DSQLITE_ENABLE_" + name for name in enabled]
    command += [word for folder in folders for word in ("-I", folder)]
    command += ["-Xclang", "-ast-dump=json", "-"]
    run = subprocess.run(command, input=source, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    functions = {}
    for node in json.loads(run.stdout)["inner"]:
        if node["kind"] != "FunctionDecl":
            continue
        result = node["type"]["qualType"].split("(")[0].strip()
        parameters = [
            inner["type"]["qualType"]
            for inner in node.get("inner", [])
            if inner["kind"] == "ParmVarDecl"
        ]
        functions[node["name"]] = (result, parameters)
    return functions


def plain(spelling):
    return spelling.replace("const ", "").replace("struct ", "")


def check(library, arguments):
    headers, folders, enabled = HEADERS[library]
    with open(os.path.join(arguments.rules, library + ".yaml")) as file:
        rules = re.sub(r"(?m)(^|\s)#.*$", "", file.read())
    named = set(values(rules, "function"))
    handles = set(values(rules, "handle")) - COMMON_TYPES
    real = declared(arguments.clang, headers, folders, enabled)
    mock = declared(arguments.clang, headers, [arguments.mock], enabled)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), library)
    tests = ""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            tests += file.read()

    for name in sorted(named - set(real) - set(NEWER)):
        yield "%s: no header declares '%s'" % (library, name)
    for name, (result, parameters) in sorted(real.items()):
        takes = handles & {plain(spelling) for spelling in [result, *parameters]}
        if takes and name not in named and name not in EXEMPT:
            yield "%s: no rule names '%s', which has a '%s'" % (
                library,
                name,
                min(takes),
            )
        if name in named and mock.get(name) != (result, parameters):
            yield "%s: the mock of '%s' is %s, the real one %s" % (
                library,
                name,
                mock.get(name),
                (result, parameters),
            )
    for name in sorted(named - set(real) - set(mock)):
        yield "%s: no mock header declares '%s'" % (library, name)
    for name in sorted(named):
        if not re.search(r"\b%s\(" % name, tests):
            yield "%s: no test calls '%s'" % (library, name)


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
