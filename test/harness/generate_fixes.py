#!/usr/bin/env python3
"""Generates functions, fixes them with clang-tidy, and asks the run-time oracle.

    generate_fixes.py --clang-tidy=... --plugin=... [--seed=N] [--count=2000]

A function whose finding has no fix is counted. One whose fix does not compile,
brings a warning, is offered again, or fails the oracle is an error: it is printed
with its seed, without the statements that the error does not need. To run one
again: --only=SEED, as printed.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import exported_fixes
import run_oracle
from compile_check import gcc_standard
from generated_libraries import LIBRARIES
from generated_programs import Block, Function, Generator, copied, preamble

HERE = os.path.dirname(os.path.abspath(__file__))
STANDARDS = {"c": ["c11", "c17"], "c++": ["c++11", "c++17", "c++20"]}
MARK = "// function "
SHOWN = re.compile(r"^\S+?:(\d+):\d+: (warning|error|note|fatal error): (.*?)(?: \[([^\]]*)\])?$",
                   re.MULTILINE)
PLANS = 50


class Wrong:
    """A fix that is wrong."""

    def __init__(self, function, kind, detail, after):
        self.function, self.kind, self.detail, self.after = function, kind, detail, after


class File:
    """Functions of one library and one standard, before and after the fix."""

    def __init__(self, options, library, std, functions, folder):
        self.options, self.library, self.std, self.folder = options, library, std, folder
        self.functions = {f.name: f for f in functions}
        self.extension = ".cpp" if std.startswith("c++") else ".c"
        self.counts = collections.Counter()
        self.reasons = collections.Counter()
        self.wrong = []
        os.makedirs(folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.folder, name + self.extension)

    def write(self, name, texts, head=None):
        head = preamble(self.library) if head is None else head
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(head + "".join(f"{MARK}{n}\n{texts[n]}\n" for n in texts))
        return self.path(name)

    @staticmethod
    def read(path):
        """The text before the functions, and the functions' by name."""
        with open(path, encoding="utf-8") as file:
            head, *parts = re.split(f"^{MARK}", file.read(), flags=re.MULTILINE)
        return head, {p.split("\n", 1)[0]: p.split("\n", 1)[1].rstrip("\n") for p in parts}

    @staticmethod
    def by_function(path, shown):
        """What was said of each function: (severity, message, flag)."""
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        names, name = [], ""
        for line in lines:
            name = line[len(MARK) :] if line.startswith(MARK) else name
            names.append(name)
        found = collections.defaultdict(list)
        for line, severity, message, flag in SHOWN.findall(shown):
            where = names[int(line) - 1] if int(line) <= len(names) else ""
            found[where].append((severity, message, flag))
        return found

    def compilers(self):
        is_c = self.extension == ".c"
        common = ["-Wall", "-Wextra", "-isystem", self.options.mock]
        clang = self.options.clang + ("" if is_c else "++")
        gcc = ["gcc" if is_c else "g++", f"-std={gcc_standard(self.std)}", "-fsyntax-only"]
        return [[clang, f"-std={self.std}", "-fsyntax-only", "-ferror-limit=0", *common], [*gcc, *common]]

    def compile(self, command, path):
        result = subprocess.run([*command, path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
        return self.by_function(path, result.stdout)

    def tidy(self, path, arguments, lines_of):
        """What is said of each function; the lines are those of a file."""
        command = shlex.split(self.options.clang_tidy)
        command += [f"--load={self.options.plugin}", f"--checks=-*,{self.options.checks}", "--quiet"]
        command += ["--config={}", *arguments, path, "--", f"-std={self.std}", "-isystem", self.options.mock]
        result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=300)
        if result.returncode < 0 or result.returncode > 1 or "Error" in result.stderr:
            raise RuntimeError(f"{shlex.join(command)}\n{result.stdout}{result.stderr}")
        return self.by_function(lines_of, result.stdout)

    def run(self):
        texts = {name: f.text() for name, f in self.functions.items()}
        before = self.write("before", texts)
        commands = self.compilers()
        told = [self.compile(command, before) for command in commands]
        invalid = {n for t in told for n, all_ in t.items() if any("error" in s for s, _, _ in all_)}
        self.counts["invalid"] += len(invalid)
        texts = {n: t for n, t in texts.items() if n not in invalid}
        self.counts["functions"] += len(texts)
        before = self.write("before", texts)
        if invalid:
            # Errors keep compilers from warning.
            told = [self.compile(command, before) for command in commands]
        fixed = self.write("fixed", texts)
        said = self.fix_one_each(before, fixed) if self.options.alone else self.tidy(fixed, ["--fix"], before)
        head, after = self.read(fixed)
        found = {n for n, all_ in said.items() if any(s == "warning" for s, _, _ in all_)}
        changed = {n: after[n] for n in texts if after.get(n, "").strip() != texts[n].strip()}
        self.counts["with a finding"] += len(found)
        self.counts["without a fix"] += len(found - set(changed))
        self.counts["fixed"] += len(changed)
        for name, all_ in said.items():
            if any("will not be applied" in m for _, m, _ in all_):
                self.add(name, "has fixes in each other's way", "", changed)
        for name in found - set(changed):
            for severity, message, _ in said[name]:
                if severity == "note" and "no fix" in message:
                    self.reasons[message] += 1
        if not changed:
            return self
        path = self.write("after", changed, head)
        self.report_compilers(commands, told, path, changed)
        changed = self.without_wrong(changed)
        path = self.write("after", changed, head)
        quiet = self.report_second_run(path, changed, self.repaired(said))
        self.write("original", {n: texts[n] for n in changed})
        self.report_oracle(changed, quiet)
        return self

    def fix_one_each(self, before, fixed):
        """Of each function that has several fixes, applies one only."""
        exported = before + ".yaml"
        if os.path.exists(exported):
            os.remove(exported)
        said = self.tidy(before, [f"--export-fixes={exported}"], before)
        of_function = collections.defaultdict(list)
        for fix in exported_fixes.read(exported, before):
            of_function[self.function_at(before, fix.offset)].append(fix)
        edits = set()
        for name, fixes in of_function.items():
            if len(fixes) > 1:
                edits |= set(fixes[len(self.functions[name].text()) % len(fixes)].edits)
        exported_fixes.apply(exported_fixes.Fix("", 0, sorted(edits)), before, fixed)
        return said

    @staticmethod
    def function_at(path, offset):
        with open(path, "rb") as file:
            marks = re.findall(f"^{MARK}(\\w+)$".encode(), file.read()[:offset], re.MULTILINE)
        return marks[-1].decode() if marks else ""

    def without_wrong(self, changed):
        return {n: t for n, t in changed.items() if n not in {w.function for w in self.wrong}}

    def report_compilers(self, commands, told, path, changed):
        for command, before in zip(commands, told):
            after = self.compile(command, path)
            for name, all_ in after.items():
                errors = [m for s, m, _ in all_ if "error" in s]
                flags = collections.Counter(f for s, _, f in all_ if s == "warning")
                flags -= collections.Counter(f for s, _, f in before[name] if s == "warning")
                if errors:
                    self.add(name, "does not compile", errors[0], changed)
                elif flags:
                    self.add(name, "has a new warning", f"{command[0]}: {', '.join(sorted(flags))}", changed)

    @staticmethod
    def repaired(said):
        """The warnings of each function that came with a fix."""
        result = collections.defaultdict(set)
        for name, all_ in said.items():
            last = ""
            for severity, message, _ in all_:
                if severity == "warning":
                    last = message
                    result[name].add(last)
                elif message.startswith("no fix: "):
                    result[name].discard(last)
        return result

    def report_second_run(self, path, changed, repaired):
        """The functions in which nothing is found any more."""
        exported = path + ".yaml"
        if os.path.exists(exported):
            os.remove(exported)
        said = self.tidy(path, [f"--export-fixes={exported}"], path)
        for fix in exported_fixes.read(exported, path):
            name = self.function_at(path, fix.offset)
            if name and not self.options.alone and fix.message in repaired[name]:
                self.add(name, "is offered a fix again", fix.message, changed)
        loud = {n for n, all_ in said.items() if any(s == "warning" for s, _, _ in all_)}
        self.counts["fixed in part"] += len(loud & set(changed))
        return set(changed) - loud

    def report_oracle(self, changed, quiet):
        if not changed:
            return
        argument = "".join(f", {a}" for a in [self.library.argument] if a)
        calls = [f"{name}({n}{argument})" for name in changed for n in range(3)]
        found = []
        for name in ("original", "after"):
            program = run_oracle.Program(self.options.tools, self.path(name), self.std, [],
                                         os.path.join(self.folder, name))
            built = program.build(calls, {}, preamble(self.library))
            found.append(run_oracle.outcomes(built, PLANS, fork_each=False))
        before, after = found
        for number, call in enumerate(calls):
            name = call.split("(")[0]
            if name in {w.function for w in self.wrong}:
                continue
            leaked = False
            for plan, outcome, fixed in run_oracle.pairs(before, after, number, PLANS):
                leaked |= bool(outcome["leaks"])
                may_leak = name not in quiet or "db-session-leak" not in self.options.checks
                what = run_oracle.wrong(outcome, fixed, may_leak)
                if what:
                    stories = run_oracle.story("before", outcome) + run_oracle.story("after", fixed)
                    self.add(name, what, f"{call}, plan {list(plan)}\n{stories}", changed)
                    break

    def add(self, name, kind, detail, changed):
        if name not in {w.function for w in self.wrong}:
            self.wrong.append(Wrong(name, kind, detail, changed.get(name, "")))


def generate(seed, number, library, std):
    generator = Generator(f"{seed}:{number}", library, not std.startswith("c++"))
    return generator.function(f"f{number}")


def plan_files(options):
    """(library, standard, numbers) of each file."""
    kinds = [
        (library, of_language[(library + options.seed) % len(of_language)])
        for library in range(len(LIBRARIES))
        for of_language in STANDARDS.values()
    ]
    per_file = -(-options.count // len(kinds))
    number = 0
    for library, std in kinds:
        numbers = range(number, min(number + per_file, options.count))
        number += per_file
        if numbers:
            yield library, std, numbers


def run_file(options, library, std, numbers, folder):
    functions = [generate(options.seed, n, LIBRARIES[library], std) for n in numbers]
    return File(options, LIBRARIES[library], std, functions, folder).run()


def same(kind):
    """What kind of error it is, whichever handles it is about."""
    return re.sub(r"#\d+|\b\d+\b", "", kind)[:24]


def shrink(options, file, wrong, folder):
    """The function without what the error does not need."""
    function = file.functions[wrong.function]
    best, best_wrong = function, wrong

    def attempt(body):
        candidate = Function(function.name, function.returns, function.parameters, body)
        try:
            again = File(options, file.library, file.std, [candidate], folder).run().wrong
        except (RuntimeError, run_oracle.OracleError):
            return None
        return next((w for w in again if same(w.kind) == same(wrong.kind)), None)

    progress, tries = True, 60
    while progress and tries:
        progress = False
        for variant in variants(best.body):
            tries -= 1
            if not tries:
                break
            found = attempt(variant)
            if found:
                best, best_wrong = Function(function.name, function.returns, function.parameters, variant), found
                progress = True
                break
    return best, best_wrong


def variants(body):
    """The body without one statement, or with one block unwrapped."""
    for at, statement in enumerate(body):
        yield copied(body[:at]) + copied(body[at + 1 :])
        if isinstance(statement, Block):
            if statement.head.endswith("{"):
                yield copied(body[:at]) + copied(statement.body) + copied(body[at + 1 :])
            for inner in variants(statement.body):
                yield [*copied(body[:at]), Block(statement.head, inner, statement.tail), *copied(body[at + 1 :])]


def report(options, file, wrong, numbers, library, folder):
    function, wrong = shrink(options, file, wrong, folder) if options.shrink else (file.functions[wrong.function], wrong)
    number = int(re.sub(r"\D", "", wrong.function))
    print(f"\nwrong fix, --only={options.seed}:{library}:{file.std}:{number}: {wrong.kind}")
    print(f"{function.text()}\n--- fixed:\n{wrong.after}\n--- {wrong.detail}", flush=True)
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
        path = os.path.join(options.keep, f"{library}-{file.std}-{number}.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"{wrong.kind}\n{preamble(file.library)}\n{function.text()}\n--- fixed:\n{wrong.after}\n--- {wrong.detail}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--clang", default="clang")
    parser.add_argument("--mock", default=os.path.join(HERE, "mock"))
    parser.add_argument("--cache", default=os.path.join(tempfile.gettempdir(), "dbtidy-oracle"))
    parser.add_argument("--checks", default="db-session-leak")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="functions")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--report", type=int, default=5, help="at most so many wrong fixes in full")
    parser.add_argument("--no-shrink", dest="shrink", action="store_false")
    parser.add_argument("--keep", default="", help="a folder for the reports, one file each")
    parser.add_argument("--alone", action="store_true", help="apply one fix only of several")
    parser.add_argument("--only", default="", help="SEED:LIBRARY:STANDARD:NUMBER")
    options = parser.parse_args()
    options.tools = run_oracle.Toolchain(options.mock, options.cache)
    options.tools.objects()
    if options.only:
        seed, library, std, number = options.only.split(":")
        options.seed = int(seed)
        planned = [(int(library), std, [int(number)])]
    else:
        planned = list(plan_files(options))
    counts, reasons, kinds = collections.Counter(), collections.Counter(), collections.Counter()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            jobs = {
                pool.submit(run_file, options, *p, os.path.join(folder, str(i))): p
                for i, p in enumerate(planned)
            }
            for job in concurrent.futures.as_completed(jobs):
                library, std, numbers = jobs[job]
                try:
                    file = job.result()
                except (RuntimeError, run_oracle.OracleError, subprocess.TimeoutExpired) as error:
                    failures += 1
                    print(f"\nfile of --seed={options.seed}, {library}:{std}: {str(error)[:4000]}", flush=True)
                    continue
                counts += file.counts
                reasons += file.reasons
                for wrong in file.wrong:
                    failures += 1
                    kinds[same(wrong.kind)] += 1
                    if failures <= options.report:
                        report(options, file, wrong, numbers, library, os.path.join(folder, "shrink"))
    print(f"seed {options.seed}: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    for reason, n in reasons.most_common():
        print(f"  {n} {reason}")
    for kind, n in kinds.most_common():
        print(f"  {n} wrong: {kind}")
    print(f"{failures} wrong fixes")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
