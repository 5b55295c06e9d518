#!/usr/bin/env python3
"""Generates one function of a given shape and size, to see how time grows.

Not a test of what is found: every shape is only there to be large in one way.
Called by scaling.py; by hand: shapes.py SHAPE N prints the source.
"""

import sys

HEADER = "#include <libpq-fe.h>\nvoid note(int);\n"


def lines(count, text):
    return "".join(text.replace("@", str(i)) for i in range(count))


def body(text):
    return (
        HEADER
        + "void f(const int *a) {\n  PGconn *c = PQconnectdb(0);\n"
        + text
        + "  PQfinish(c);\n}\n"
    )


def bare(text):
    return HEADER + "void f(const int *a) {\n" + text + "}\n"


def straight(n):
    return body(lines(n, "  note(@);\n"))


def branches(n):
    return body(lines(n, "  if (a[@])\n    note(@);\n"))


def flags(n):
    """Each condition is a variable of its own, which a later branch repeats."""
    return body(
        lines(n, "  int v@ = a[@];\n  if (v@)\n    note(@);\n")
        + lines(n, "  if (v@)\n    note(@);\n")
    )


def returns(n):
    return body(lines(n, "  if (a[@]) {\n    PQfinish(c);\n    return;\n  }\n"))


def leaks(n):
    return body(lines(n, "  if (a[@])\n    return;\n"))


def cases(n):
    return body(
        "  switch (*a) {\n" + lines(n, "  case @:\n    note(@);\n    break;\n") + "  }\n"
    )


def else_if(n):
    return body(
        "  if (*a == -1)\n    note(-1);\n"
        + lines(n, "  else if (*a == @)\n    note(@);\n")
    )


def gotos(n):
    return (
        HEADER
        + "void f(const int *a) {\n  PGconn *c = PQconnectdb(0);\n"
        + lines(n, "  if (a[@])\n    goto out;\n")
        + "out:\n  PQfinish(c);\n}\n"
    )


def loops(n):
    return body(lines(n, "  for (int i = 0; i < a[@]; ++i)\n    note(i);\n"))


def reacquiring_loops(n):
    return bare(
        lines(
            n,
            "  for (int i = 0; i < a[@]; ++i) {\n"
            "    PGconn *c = PQconnectdb(0);\n"
            "    if (PQstatus(c) != CONNECTION_OK) {\n"
            "      PQfinish(c);\n      continue;\n    }\n"
            "    PQfinish(c);\n  }\n",
        )
    )


def nested_conditions(n):
    return body(lines(n, "  if (a[@]) {\n") + "  note(0);\n" + "  }\n" * n)


def nested_loops(n):
    return body(lines(n, "  while (a[@]) {\n") + "  note(0);\n" + "  }\n" * n)


def acquisitions(n):
    return bare(lines(n, "  PGconn *c@ = PQconnectdb(0);\n  PQfinish(c@);\n"))


def checked_acquisitions(n):
    return bare(
        lines(
            n,
            "  PGconn *c@ = PQconnectdb(0);\n"
            "  if (PQstatus(c@) != CONNECTION_OK) {\n"
            "    PQfinish(c@);\n    return;\n  }\n"
            "  note(@);\n  PQfinish(c@);\n",
        )
    )


def one_variable(n):
    return bare(
        "  PGresult *r;\n  PGconn *c = PQconnectdb(0);\n"
        + lines(
            n,
            "  r = PQexec(c, 0);\n"
            "  if (PQresultStatus(r) != PGRES_COMMAND_OK)\n    note(@);\n"
            "  PQclear(r);\n",
        )
        + "  PQfinish(c);\n"
    )


def leaking_acquisitions(n):
    return bare(lines(n, "  PGconn *c@ = PQconnectdb(0);\n  note(@);\n"))


def held_together(n):
    return bare(
        lines(n, "  PGconn *c@ = PQconnectdb(0);\n") + lines(n, "  PQfinish(c@);\n")
    )


def tries(n):
    """One session; each handler releases it."""
    return body(
        lines(
            n,
            "  try {\n    note(@);\n  } catch (...) {\n"
            "    PQfinish(c);\n    throw;\n  }\n",
        )
    )


def own_tries(n):
    return bare(
        lines(
            n,
            "  {\n    PGconn *c@ = PQconnectdb(0);\n"
            "    try {\n      note(@);\n    } catch (...) {\n"
            "      PQfinish(c@);\n      throw;\n    }\n"
            "    PQfinish(c@);\n  }\n",
        )
    )


def nested_tries(n):
    return body("  try {\n" * n + "  note(0);\n" + "  } catch (...) { note(1); }\n" * n)


def throwing_calls(n):
    """One session that each of N calls may leave behind."""
    return body(lines(n, "  note(@);\n"))


def functions(n):
    """A chain of helpers, each of which asks for the next one's summary."""
    return (
        HEADER
        + "static void f%d(PGconn *c) { PQfinish(c); }\n" % n
        + "".join(
            "static void f%d(PGconn *c) { f%d(c); }\n" % (i, i + 1)
            for i in range(n - 1, -1, -1)
        )
        + "void f(void) { f0(PQconnectdb(0)); }\n"
    )


def wrappers(n):
    return (
        HEADER
        + "static PGconn *f%d(void) { return PQconnectdb(0); }\n" % n
        + "".join(
            "static PGconn *f%d(void) { return f%d(); }\n" % (i, i + 1)
            for i in range(n - 1, -1, -1)
        )
        + "void f(void) { PQfinish(f0()); }\n"
    )


def many_functions(n):
    return HEADER + lines(
        n,
        "void f@(const int *a) {\n  PGconn *c = PQconnectdb(0);\n"
        "  if (PQstatus(c) == CONNECTION_OK && *a)\n    note(@);\n"
        "  PQfinish(c);\n}\n",
    )


# name -> (generator, suffix, the largest N that clang itself can take)
SHAPES = {
    "straight": (straight, "c", None),
    "branches": (branches, "c", None),
    "flags": (flags, "c", None),
    "returns": (returns, "c", None),
    "leaks": (leaks, "c", None),
    "cases": (cases, "c", None),
    "gotos": (gotos, "c", None),
    "loops": (loops, "c", None),
    "reacquiring-loops": (reacquiring_loops, "c", None),
    "acquisitions": (acquisitions, "c", None),
    "checked-acquisitions": (checked_acquisitions, "c", None),
    "one-variable": (one_variable, "c", None),
    "leaking-acquisitions": (leaking_acquisitions, "c", None),
    "held-together": (held_together, "c", None),
    "throwing-calls": (throwing_calls, "cpp", None),
    "tries": (tries, "cpp", None),
    "own-tries": (own_tries, "cpp", None),
    "many-functions": (many_functions, "c", None),
    "functions": (functions, "c", None),
    "wrappers": (wrappers, "c", None),
    "else-if": (else_if, "c", None),
    "nested-conditions": (nested_conditions, "c", None),
    "nested-loops": (nested_loops, "c", None),
    "nested-tries": (nested_tries, "cpp", None),
}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SHAPES:
        sys.exit("usage: shapes.py SHAPE N, where SHAPE is " + ", ".join(SHAPES))
    sys.stdout.write(SHAPES[sys.argv[1]][0](int(sys.argv[2])))
