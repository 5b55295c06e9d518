#!/usr/bin/env python3
"""How the check's own time grows with the size of one function.

For each shape of shapes.py and each size, the user time of clang-tidy with
db-session-leak minus that of the same clang-tidy, plugin loaded, with a check
that does nothing, on the same file. Called by run.sh.
"""

import argparse
import json
import os
import sys

from measure import describe, interleaved, machine, median, pairs
from shapes import SHAPES

# Looks at #include lines only; what remains is clang's parser and clang-tidy.
NOTHING = "portability-restrict-system-includes"
# Beyond this, only the deepest nesting fails: clang's parser is recursive.
FLAGS = ["-w", "-fbracket-depth=1000000"]


def commands(arguments, path):
    def tidy(check):
        return [
            arguments.clang_tidy,
            "--load=" + arguments.plugin,
            "--config={}",
            "--checks=-*," + check,
            path,
            "--",
            "-I" + arguments.mock,
        ] + FLAGS

    return {"nothing": tidy(NOTHING), "check": tidy("db-session-leak")}


def measure(arguments, shape, size):
    generate, suffix, _ = SHAPES[shape]
    path = os.path.join(arguments.scratch, "%s-%d.%s" % (shape, size, suffix))
    with open(path, "w") as file:
        file.write(generate(size))
    runs = interleaved(
        commands(arguments, path), arguments.rounds, limit=arguments.limit
    )
    record = {"shape": shape, "size": size}
    for name in ("nothing", "check"):
        record[name] = median([r.user for r in runs[name]])
        bad = [r.status for r in runs[name] if r.status < 0]
        if bad:
            record[name + "-failed"] = describe(bad[0])
    record["own"] = median([b - a for a, b in pairs(runs, "nothing", "check")])
    record["rss"] = median(
        [(b - a) / 1024 for a, b in pairs(runs, "nothing", "check", "rss")]
    )
    return record


def show(record):
    text = "%-22s %6d  nothing %7.3f s  own %7.3f s  %+7.1f MiB" % (
        record["shape"],
        record["size"],
        record["nothing"],
        record["own"],
        record["rss"],
    )
    for name in ("nothing", "check"):
        if name + "-failed" in record:
            text += "  %s: %s" % (name, record[name + "-failed"])
    print(text, flush=True)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--scratch", required=True, help="a folder for sources")
    parser.add_argument("--mock", default=os.path.join(here, "../harness/mock"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=20, help="seconds per run")
    parser.add_argument("--sizes", default="10,100,1000,10000")
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--output", help="a JSON file, for plot.py and tables.py")
    arguments = parser.parse_args()
    os.makedirs(arguments.scratch, exist_ok=True)
    print(machine(), flush=True)
    records = []
    for shape in arguments.shapes.split(","):
        if shape not in SHAPES:
            sys.exit("no shape '%s'; there are %s" % (shape, ", ".join(SHAPES)))
        for size in map(int, arguments.sizes.split(",")):
            records.append(measure(arguments, shape, size))
            show(records[-1])
            if "check-failed" in records[-1]:
                break  # It will not get better with more of it.
    if arguments.output:
        with open(arguments.output, "w") as file:
            json.dump({"machine": machine(), "records": records}, file, indent=1)


if __name__ == "__main__":
    main()
