#!/usr/bin/env python3
"""The run-time oracle: drives a source before and after a fix.

The source is built against small libraries that count (oracle/), and each call
that its ORACLE directives declare (oracle_directives.py) is run under plans: which
library call fails, what a function that is only declared returns, which of them
throws. Before the fix some plan has to leak; after it none may, nothing may be
released twice or used after its release, and each plan must have the same
result and make the same calls as before.

    run_oracle.py --mock=test/harness/mock [-std=c++17] BEFORE AFTER
"""

import argparse
import fcntl
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

import oracle_directives
import unknown_functions
from compile_check import gcc_standard

HERE = os.path.dirname(os.path.abspath(__file__))
RUNTIME = os.path.join(HERE, "oracle")
FLAGS = ["-g0", "-O0", "-w", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
# The counting libraries themselves need no checks, and run often.
RUNTIME_FLAGS = ["-std=c++17", "-g0", "-O2", "-w"]
WRAPPED = ["exit", "_exit", "abort"]


class OracleError(Exception):
    """The fix is wrong, or the oracle could not be built; the text says why."""


def run(command, **more):
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", **more)
    if result.returncode:
        raise OracleError(f"{' '.join(command)}\n{result.stdout}")
    return result.stdout


class Toolchain:
    """The compilers, and the counting libraries that were built with them.

    GCC: its sanitizers come with it, whichever LLVM is tested.
    """

    def __init__(self, mock, cache, cc="gcc", cxx="g++"):
        self.mock, self.cache, self.cc, self.cxx = mock, cache, cc, cxx
        headers = ""
        for path in sorted(glob.glob(os.path.join(mock, "**", "*.h"), recursive=True)):
            with open(path, encoding="utf-8") as file:
                headers += file.read()
        self.headers = unknown_functions.strip(headers)

    def objects(self):
        """The object files of the counting libraries, built where needed."""
        sources = sorted(glob.glob(os.path.join(RUNTIME, "*")))
        digest = hashlib.sha256(run([self.cxx, "--version"]).encode())
        for path in sources:
            with open(path, "rb") as file:
                digest.update(file.read())
        digest.update(self.headers.encode())
        folder = os.path.join(self.cache, digest.hexdigest()[:16])
        os.makedirs(folder, exist_ok=True)
        sources = [path for path in sources if path.endswith(".cpp")]
        objects = [os.path.join(folder, os.path.basename(path) + ".o") for path in sources]
        with open(os.path.join(folder, "lock"), "w", encoding="utf-8") as lock:
            # Tests run side by side.
            fcntl.flock(lock, fcntl.LOCK_EX)
            for source, target in zip(sources, objects):
                if not os.path.exists(target):
                    run([self.cxx, *RUNTIME_FLAGS, "-isystem", self.mock, "-c", source,
                         "-o", target + ".new"])
                    os.rename(target + ".new", target)
        return objects


class Program:
    """One source, with a driver for its calls."""

    def __init__(self, tools, source, std, arguments, folder):
        self.tools, self.source, self.folder = tools, source, folder
        self.is_c = source.endswith(".c")
        self.options = [f"-std={gcc_standard(std)}", *arguments]
        os.makedirs(folder, exist_ok=True)

    def build(self, calls, values, text):
        objects = self.tools.objects()
        driver = os.path.join(self.folder, "driver.c" if self.is_c else "driver.cpp")
        with open(driver, "w", encoding="utf-8") as file:
            file.write(self.driver(calls))
        compiler = self.tools.cc if self.is_c else self.tools.cxx
        target = os.path.join(self.folder, "driver.o")
        run([compiler, *self.options, *FLAGS, "-I", RUNTIME, "-isystem", self.tools.mock,
             "-c", driver, "-o", target])
        stubs = os.path.join(self.folder, "unknown.cpp")
        missing = unknown_functions.undefined([target, *objects])
        with open(stubs, "w", encoding="utf-8") as file:
            file.write(unknown_functions.write_definitions(
                missing, text, self.tools.headers, values, oracle_directives.HANDLES))
        program = os.path.join(self.folder, "program")
        run([self.tools.cxx, "-std=c++17", *FLAGS, "-no-pie", "-I", RUNTIME, target, stubs, *objects,
             *(f"-Wl,--wrap={name}" for name in WRAPPED), "-o", program])
        return program

    def driver(self, calls):
        lines = ['#include "oracle.h"', f'#include "{os.path.abspath(self.source)}"']
        lines += [] if self.is_c else ['extern "C" {']
        lines += [f"extern const int oracle_case_count; const int oracle_case_count = {len(calls)};"]
        lines += ["extern const char *const oracle_cases[]; const char *const oracle_cases[] = {"]
        lines += [json.dumps(call) + "," for call in calls] + ["0};"]
        lines += [] if self.is_c else ["}"]
        # A function each, so that the caller's variables are not mixed up.
        for number, call in enumerate(calls):
            lines += [f"static void oracle_case_{number}(void) {{ ORACLE_CALL({call}); }}"]
        lines += ["" if self.is_c else 'extern "C"', "void oracle_call(int Case) {", "switch (Case) {"]
        lines += [f"case {n}: oracle_case_{n}(); break;" for n in range(len(calls))]
        return "\n".join(lines + ["}", "}", ""])


def included(text, arguments):
    """The headers of its own that a source includes."""
    found = ""
    joined = [a[2:] for a in arguments if a.startswith("-I") and len(a) > 2]
    folders = joined + [after for a, after in zip(arguments, arguments[1:]) if a == "-I"]
    for name in re.findall(r'^#include "(.*)"', text, re.MULTILINE):
        for path in (os.path.join(folder, name) for folder in folders):
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    found += "\n" + file.read()
                break
    return found


def outcomes(program, plans, fork_each=True):
    """What came of each plan, by case and plan."""
    command = [program, f"--plans={plans}"] + (["--fork-each"] if fork_each else [])
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=300)
    if result.returncode:
        raise OracleError(f"{' '.join(command)} fails\n{result.stderr[-3000:]}")
    found = {}
    for line in result.stdout.splitlines():
        outcome = json.loads(line)
        found.setdefault(outcome["case"], {})[tuple(outcome["plan"])] = outcome
    return found


def pairs(before, after, case, plans):
    """What came of each plan of a case before and after the fix. Plans that the
    search after the fix did not get to are left out."""
    fixed = after.get(case, {})
    is_cut_off = len(fixed) >= plans
    for plan, outcome in before.get(case, {}).items():
        if plan in fixed or not is_cut_off:
            yield plan, outcome, fixed.get(plan)


def released(outcome):
    """After how many calls each handle was released."""
    return {name: int(at) for name, at in (r.split("@") for r in outcome["releases"].split())}


def wrong(before, after, may_leak=False):
    """What is wrong with a run after the fix; None if nothing is."""
    if before["error"] or before["result"] == "runs on":
        # The source does something worse than leaking here.
        return None
    if after is None:
        return "the fixed source makes other calls"
    if after["error"]:
        return after["error"]
    allowed = before["leaks"].split() if may_leak else []
    leaks = [name for name in after["leaks"].split() if name not in allowed]
    if leaks:
        return f"leaks {' '.join(leaks)}"
    if before["result"] != after["result"]:
        return f"before the fix it {before['result']}, after it {after['result']}"
    if before["events"] != after["events"]:
        return "the fixed source makes other calls"
    earlier = released(before)
    for name, at in released(after).items():
        if name in earlier and at > earlier[name]:
            return f"{name} is held longer"
    return None


def story(title, outcome):
    if outcome is None:
        return ""
    lines = [f"  {title}:"] + [f"    {line}" for line in outcome["events"].splitlines()]
    lines += [f"    {outcome['result']}"]
    lines += [f"    releases {outcome['releases']}"] if outcome["releases"] else []
    lines += [f"    leaks {outcome['leaks']}"] if outcome["leaks"] else []
    return "\n".join(lines) + "\n"


def judge(expectations, before, after, plans, may_leak=False):
    """Raises OracleError if the fix is wrong. A source to which only some of its
    fixes were applied may leak."""
    case, leaky = 0, False
    stars = any(e.verdict == "*" for e in expectations)
    for expectation in expectations:
        leaked = False
        for call in expectation.calls:
            for plan, outcome, fixed in pairs(before, after, case, plans):
                leaked |= bool(outcome["leaks"])
                what = wrong(outcome, fixed, may_leak or expectation.verdict == "-LEAKS")
                if what:
                    raise OracleError(
                        f"oracle: {call}, plan {list(plan)}: {what}\n"
                        + story("before", outcome) + story("after", fixed)
                    )
            case += 1
        leaky |= leaked
        if expectation.verdict in ("", "-LEAKS") and not leaked:
            raise OracleError(f"oracle: {expectation.text}: does not leak before the fix")
        if expectation.verdict == "-CLEAN" and leaked:
            raise OracleError(f"oracle: {expectation.text}: leaks before the fix")
    if stars and not leaky:
        raise OracleError("oracle: nothing leaks before the fix")


def check(tools, before, after, std, arguments, folder, may_leak=False, plans=300):
    """Judges the fix of a source by the directives that it declares. Returns
    False if it declares none."""
    with open(before, encoding="utf-8") as file:
        text = file.read()
    declarations = text + included(text, arguments)
    try:
        expectations, values = oracle_directives.read(text)
    except oracle_directives.DirectiveError as error:
        raise OracleError(str(error)) from error
    if not expectations:
        return False
    calls = [call for expectation in expectations for call in expectation.calls]
    found = []
    for name, source in (("before", before), ("after", after)):
        program = Program(tools, source, std, arguments, os.path.join(folder, name))
        found.append(outcomes(program.build(calls, values, declarations), plans))
    judge(expectations, *found, plans, may_leak)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--mock", default=os.path.join(HERE, "mock"))
    parser.add_argument("--cache", default=os.path.join(tempfile.gettempdir(), "dbtidy-oracle"))
    parser.add_argument("--plans", type=int, default=300, help="at most so many for each call")
    parser.add_argument("-std", default="")
    parser.add_argument("before")
    parser.add_argument("after")
    options = parser.parse_args()
    std = options.std or ("c17" if options.before.endswith(".c") else "c++17")
    tools = Toolchain(options.mock, options.cache)
    beside = os.path.dirname(os.path.abspath(options.before))
    with tempfile.TemporaryDirectory() as folder:
        try:
            declared = check(tools, options.before, options.after, std, ["-I", beside], folder,
                             plans=options.plans)
            if not declared:
                raise OracleError("oracle: the source declares no inputs")
        except OracleError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
