#!/usr/bin/env python3
"""What the check costs on real translation units.

For each file of the compilation databases given: user time and peak memory of
`clang -fsyntax-only`, of clang-tidy with a check that does nothing, of the same
with db-session-leak, of clang-tidy with clang-analyzer-*, and of gcc with and
without -fanalyzer, in turn. Called by run.sh.

The plugin's own cost is what db-session-leak adds to the check that does
nothing, with the plugin loaded in both, as a share of -fsyntax-only: what it
would add to a compiler. With --instructions the same is counted by valgrind,
which other work on the machine does not disturb.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from measure import interleaved, machine, median, pairs

NOTHING = "portability-restrict-system-includes"
# A function of a library that has rules; for the share of functions with one.
SESSION_CALL = re.compile(
    r"\b(PQ[a-z]\w+|sqlite3_\w+|mysql_\w+|SQL[A-Z][a-zA-Z]+|redis[A-Z]\w+|"
    r"mongoc_\w+|soci::\w+|Connection_\w+|ConnectionPool_\w+)\s*\("
)


def load(folder):
    with open(os.path.join(folder, "compile_commands.json")) as file:
        return json.load(file)


def flags(entry):
    """The arguments without compiler, input and output."""
    words = entry.get("arguments") or entry["command"].split()
    kept, skip = [], False
    source = os.path.join(entry["directory"], entry["file"])
    for word in words[1:]:
        if skip:
            skip = False
        elif word == "-o":
            skip = True
        elif word != "-c" and os.path.join(entry["directory"], word) != source:
            kept.append(word)
    return kept


def commands(arguments, entry):
    path = os.path.join(entry["directory"], entry["file"])
    cxx = not path.endswith(".c")
    clang = arguments.clang + ("++" if cxx else "")
    gcc = "g++" if cxx else "gcc"
    given = flags(entry)

    def tidy(check, plugin=True):
        load_it = ["--load=" + arguments.plugin] if plugin else []
        tool = [arguments.clang_tidy] + load_it + ["--config={}", "--checks=-*," + check]
        return tool + [path, "--"] + given

    result = {
        "syntax": [clang, "-fsyntax-only"] + given + [path],
        "unloaded": tidy(NOTHING, plugin=False),
        "nothing": tidy(NOTHING),
        "check": tidy("db-session-leak"),
    }
    if arguments.analyzers:
        result["analyzer"] = tidy("clang-analyzer-*", plugin=False)
        plain = [f for f in given if f != "-stdlib=libc++"]
        assembler = ["-S", "-o", "/dev/null", path]
        result["gcc"] = [gcc] + plain + assembler
        result["gcc-analyzer"] = [gcc] + plain + ["-fanalyzer"] + assembler
    return result


def share_with_sessions(entry):
    """The share of the file's functions that call a library with rules.

    Counted in the text: a body is what stands between a brace in the first
    column, or at the end of a line there, and the next closing one there.
    """
    path = os.path.join(entry["directory"], entry["file"])
    with open(path, errors="replace") as file:
        text = file.read()
    bodies = re.findall(r"^\w[^;{}]*\)[\s\w]*\{\n(.*?)^\}", text, re.S | re.M)
    if not bodies:
        return 0.0, 0
    users = sum(1 for body in bodies if SESSION_CALL.search(body))
    return users / len(bodies), len(bodies)


def stripped(plugin):
    """A copy without debug information, which valgrind may not understand."""
    copy = os.path.join(tempfile.mkdtemp(), "dbtidy.so")
    subprocess.run(["strip", "-o", copy, plugin], check=True)
    return copy


def instructions(command, folder):
    """Instructions executed, in thousands."""
    with tempfile.NamedTemporaryFile() as log:
        subprocess.run(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no"]
            + ["--cachegrind-out-file=/dev/null", "--log-file=" + log.name]
            + command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with open(log.name) as file:
            found = re.findall(r"I\s+refs:\s+([\d,]+)", file.read())
    return int(found[-1].replace(",", "")) / 1000 if found else None


def measure(arguments, entry):
    runs = interleaved(
        commands(arguments, entry),
        arguments.rounds,
        entry["directory"],
        arguments.limit,
    )
    share, functions = share_with_sessions(entry)
    record = {"file": entry["file"], "share": share, "functions": functions}
    for name, of in runs.items():
        record[name] = median([r.user for r in of])
        record[name + "-rss"] = median([r.rss / 1024 for r in of])
        if not of or of[-1].status < 0:
            record[name + "-failed"] = True

    def ratio(a, b, field="user"):
        return median([y / max(x, 1e-3) for x, y in pairs(runs, a, b, field)])

    record["over-nothing"] = ratio("nothing", "check")
    record["over-syntax"] = ratio("syntax", "check")
    record["tidy-over-syntax"] = ratio("syntax", "nothing")
    record["loading"] = ratio("unloaded", "nothing")
    record["own"] = 1 + median(
        [
            (c.user - n.user) / max(s.user, 1e-3)
            for s, n, c in zip(runs["syntax"], runs["nothing"], runs["check"])
        ]
    )
    record["rss-over-nothing"] = ratio("nothing", "check", "rss")
    record["rss-over-syntax"] = ratio("syntax", "check", "rss")
    if arguments.analyzers:
        record["analyzer-over-syntax"] = ratio("syntax", "analyzer")
        record["analyzer-over-nothing"] = ratio("nothing", "analyzer")
        record["gcc-analyzer-over-gcc"] = ratio("gcc", "gcc-analyzer")
        record["gcc-analyzer-rss"] = ratio("gcc", "gcc-analyzer", "rss")
        record["analyzer-rss"] = ratio("syntax", "analyzer", "rss")
    if arguments.instructions:
        chosen = commands(arguments, entry)
        chosen["syntax"].insert(1, "-fintegrated-cc1")
        counts = {
            name: instructions(chosen[name], entry["directory"])
            for name in ("syntax", "nothing", "check")
        }
        record["instructions"] = counts
        if all(counts.values()):
            added = counts["check"] - counts["nothing"]
            record["own-instructions"] = 1 + added / counts["syntax"]
    return record


def chosen_files(arguments):
    entries = [e for folder in arguments.folders for e in load(folder)]
    if arguments.only:
        pattern = re.compile(arguments.only)
        return [e for e in entries if pattern.search(e["file"])]
    # Evenly over the list: half of them with sessions, half without.
    users = [e for e in entries if share_with_sessions(e)[0] >= arguments.share]
    others = [e for e in entries if share_with_sessions(e)[0] == 0]
    picked = []
    for group in (users, others):
        group.sort(key=lambda e: e["file"])
        step = max(1, len(group) // max(1, arguments.files // 2))
        picked += group[::step][: arguments.files // 2]
    return picked


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=120, help="seconds per run")
    parser.add_argument("--files", type=int, default=20, help="how many to take")
    parser.add_argument("--share", type=float, default=0.5, help="of functions")
    parser.add_argument("--only", help="a pattern for the files to take")
    parser.add_argument("--analyzers", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--output", help="a JSON file, for tables.py")
    parser.add_argument("folders", nargs="+", help="with compile_commands.json")
    arguments = parser.parse_args()
    if arguments.instructions:
        arguments.plugin = stripped(arguments.plugin)
    entries = chosen_files(arguments)
    if not entries:
        sys.exit("no file to measure")
    print(machine(), flush=True)
    records = []
    for entry in entries:
        record = measure(arguments, entry)
        records.append(record)
        print(
            "%-48s %4.0f %%  syntax %6.3f s  tidy %5.2f  check/tidy %6.3f  own %6.3f"
            "  rss %5.3f  analyzer %5.1f  gcc %5.1f  instr %s"
            % (
                "/".join(record["file"].split("/")[-3:])[-48:],
                100 * record["share"],
                record["syntax"],
                record["tidy-over-syntax"],
                record["over-nothing"],
                record["own"],
                record["rss-over-nothing"],
                record.get("analyzer-over-syntax", 0),
                record.get("gcc-analyzer-over-gcc", 0),
                "%.4f" % record["own-instructions"]
                if "own-instructions" in record
                else "-",
            ),
            flush=True,
        )
        if arguments.output:
            with open(arguments.output, "w") as file:
                json.dump({"machine": machine(), "records": records}, file, indent=1)
    for name, group in (
        ("with sessions", [r for r in records if r["share"] > 0]),
        ("without", [r for r in records if r["share"] == 0]),
    ):
        print(
            "%-14s %d files, medians: own %.3f  check/tidy %.3f  memory %.3f"
            % (
                name,
                len(group),
                median([r["own"] for r in group]),
                median([r["over-nothing"] for r in group]),
                median([r["rss-over-nothing"] for r in group]),
            )
        )


if __name__ == "__main__":
    main()
