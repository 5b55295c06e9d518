#!/usr/bin/env python3
"""Runs db-session-leak over any body of code and counts crashes and hangs.

usage: robust.py --clang-tidy=COMMAND --plugin=SO [OPTION...] FOLDER_OR_FILE...

Every function is analysed, those without sessions too. Errors of the code
itself are expected: only a signal, an assertion, a sanitizer's report and a
file that takes longer than the limit count. Each file has a clang-tidy of its
own, because an error in one changes how clang reads those after it. The names
that test-suites use (foo, bar, f) acquire and release, as robust.yaml says.
The last line counts.

    --every=N      take each Nth file only
    --limit=S      seconds of processor time for one file (default 10)
    --keep=FOLDER  where the output for each file that failed goes
    -- FLAGS       further flags for the compiler
"""

import argparse
import os
import re
import resource
import shlex
import signal
import subprocess
import sys

LANGUAGES = {
    ".c": ["-xc", "-std=gnu17"],
    ".C": ["-xc++", "-std=gnu++20"],
    ".cc": ["-xc++", "-std=gnu++20"],
    ".cpp": ["-xc++", "-std=gnu++20"],
}
CRASH = re.compile(
    rb"PLEASE submit a bug report|Assertion .* failed|AddressSanitizer"
    rb"|runtime error:|Stack dump|UNREACHABLE"
)


def arguments():
    own, compiler = sys.argv[1:], []
    if "--" in own:
        at = own.index("--")
        own, compiler = own[:at], own[at + 1 :]
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--keep")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args(own)
    options.compiler = compiler
    return options


def sources(options):
    """The files below the paths, in a fixed order."""
    found = []
    for path in options.paths:
        if os.path.isfile(path):
            found.append(path)
        for folder, folders, files in os.walk(path):
            folders.sort()
            found += [os.path.join(folder, name) for name in sorted(files)]
    return [f for f in found if os.path.splitext(f)[1] in LANGUAGES][:: options.every]


def run(options, file, check):
    """What went wrong with FILE, or None, and the output."""
    rules = os.path.join(os.path.dirname(os.path.abspath(__file__)), "robust.yaml")
    command = shlex.split(options.clang_tidy)
    command += [f"--load={options.plugin}", f"--checks=-*,{check}", "--quiet"]
    command += [
        "--config={CheckOptions: {db-session-leak.Everything: true,"
        f" db-session-leak.RuleFiles: '{rules}'}}}}"
    ]
    command += [file, "--"] + LANGUAGES[os.path.splitext(file)[1]]
    command += ["-w", "-ferror-limit=0", "-fbracket-depth=4096"] + options.compiler
    limit = (options.limit, options.limit + 5)
    result = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit),
    )
    if result.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return "hang", result.stdout
    if result.returncode < 0 or result.returncode > 1 or CRASH.search(result.stdout):
        return "crash", result.stdout
    return None, result.stdout


def main():
    options = arguments()
    counts = dict.fromkeys(["files", "broken", "warnings", "crash", "hang", "clang"], 0)
    for file in sources(options):
        failure, output = run(options, file, "db-session-leak")
        counts["files"] += 1
        counts["warnings"] += output.count(b"[db-session-leak]")
        counts["broken"] += b"[clang-diagnostic-error]" in output
        if not failure:
            continue
        # A check without matchers: is it clang itself?
        if run(options, file, "portability-restrict-system-includes")[0]:
            failure = "clang"
        counts[failure] += 1
        print(f"{failure}: {file}", flush=True)
        if options.keep:
            with open(os.path.join(options.keep, re.sub(r"\W", "_", file)), "wb") as log:
                log.write(output)
    print(
        "{files} files, {broken} of which do not compile; {warnings} warnings; {clang} that"
        " clang alone fails on; {crash} crashes, {hang} over the limit".format(**counts)
    )
    return 1 if counts["crash"] or counts["hang"] else 0


if __name__ == "__main__":
    sys.exit(main())
