#!/usr/bin/env python3
"""Runs one check over one annotated source and compares what it says.

    // RUN: %check_dbtidy %s db-session-leak %t [OPTION...] [-- TIDY... [-- CC...]]

TIDY are further arguments for clang-tidy, CC for the compiler. Directives in
the source, in FileCheck's language:

    CHECK-MESSAGES  the warnings and errors, all of them, in order
    CHECK-NOTES     the warnings, errors and notes, all of them, in order
    CHECK-NOFIX     the notes that say why there is no fix, all of them, in
                    order; the other directives leave these out
    CHECK-FIXES     the source after --fix; it must then be quiet, compile with
                    clang and GCC at -Wall -Wextra without a new warning, and do
                    what its ORACLE directives ask for (oracle_directives.py)

A source without directives must produce no output. Every other line on
standard error, a compile error and a crash are failures too. Options:

    -std=c11,c++17      run once for each; NN-or-later means NN and all above
                        (default: c17 or c++17, by the source's extension)
    -check-suffixes=A,B use CHECK-MESSAGES-A and so on (an empty one in the
                        list stands for the plain directives)
    -config=YAML        clang-tidy's configuration (default: {})
    -options=K:V,K:V    check options, short for -config
    -real-headers       do not put the mock headers on the include path
    -expect-silence     no output, whatever directives the source has
    -expect-errors      the source does not compile, and that is the point
    -fix-notes          apply the fixes of notes too
    -fix-alone          apply each fix by itself as well, as an editor does; each
                        must compile and release nothing twice
    -format-style=X     clang-tidy's --format-style
"""

import argparse
import os
import re
import shlex
import subprocess
import sys

import exported_fixes
import run_oracle
from compile_check import Compiler, CompileError, gcc_standard

STANDARDS = {
    "c": ["c99", "c11", "c17", "c23"],
    "c++": ["c++11", "c++14", "c++17", "c++20", "c++23"],
}
# What older compilers call a standard.
FORMER_NAMES = {"c++23": (17, "c++2b"), "c23": (18, "c2x")}

KINDS = {
    "MESSAGES": "{{warning|error}}: ",
    "NOTES": "{{note|warning|error}}: ",
    "NOFIX": "{{note: (no fix|the fix)}}",
    "FIXES": None,
}
OF_FIXES = re.compile(
    r": note: (no fix: |the fix of this \w+ repairs both$|FIX-IT applied )"
)
DIRECTIVE = re.compile(
    r"// *CHECK-(MESSAGES|NOTES|NOFIX|FIXES)((?:-[A-Z0-9_]+)*?)"
    r"(?:-(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\d+))?:"
)
DIAGNOSTIC = re.compile(r"^(?:\S.*?: )?(?:warning|error|note|fatal error): ")
# What clang-tidy itself says on standard error.
CHATTER = re.compile(
    r"^(\d+ (warning|error)s?( and \d+ errors?)? (generated|treated as errors?)\.?"
    r"|Suppressed \d+ warnings? .*"
    r"|Use -header-filter=.*|Use -system-headers.*"
    r"|Error while processing .*|Found compiler error\(s\)\."
    r"|\[\d+/\d+\] Processing file .*"
    r"|clang-tidy applied \d+ of \d+ suggested fixes\.)$"
)


class Failure(Exception):
    """The test fails; the text says why."""


def parse_arguments(argv):
    own, _, rest = split(argv)
    tidy, _, compiler = split(rest)
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--filecheck", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--mock", required=True)
    parser.add_argument("--llvm", type=int, required=True)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--gcc", required=True)
    parser.add_argument("--oracle-cache", required=True)
    parser.add_argument("source")
    parser.add_argument("check")
    parser.add_argument("temp")
    parser.add_argument("-std", default="")
    parser.add_argument("-check-suffixes", default="")
    parser.add_argument("-config", default="")
    parser.add_argument("-options", default="")
    parser.add_argument("-real-headers", action="store_true")
    parser.add_argument("-expect-silence", action="store_true")
    parser.add_argument("-expect-errors", action="store_true")
    parser.add_argument("-fix-notes", action="store_true")
    parser.add_argument("-fix-alone", action="store_true")
    parser.add_argument("-format-style", default="")
    options = parser.parse_args(own)
    options.tidy_arguments = tidy
    options.compiler_arguments = compiler
    return options


def split(arguments):
    """What stands before and after the first `--`."""
    if "--" not in arguments:
        return arguments, None, []
    at = arguments.index("--")
    return arguments[:at], "--", arguments[at + 1 :]


def standards(options, language):
    """The -std= values to run with, as the compiler spells them."""
    chosen = []
    for name in options.std.split(",") if options.std else [language + "17"]:
        if name.endswith("-or-later"):
            name = name[: -len("-or-later")]
            known = STANDARDS[language]
            chosen += known[known.index(name) :]
        else:
            chosen.append(name)
    for i, name in enumerate(chosen):
        since, former = FORMER_NAMES.get(name, (0, name))
        if options.llvm < since:
            chosen[i] = former
    return chosen


def directives(options, text):
    """The FileCheck prefixes in force, by kind."""
    present = {}
    for kind, suffix in DIRECTIVE.findall(text):
        present.setdefault(kind, set()).add(suffix.lstrip("-"))
    if options.expect_silence:
        return {}
    wanted = options.check_suffixes.split(",") if options.check_suffixes else [""]
    for suffix in wanted:
        if suffix and not any(suffix in known for known in present.values()):
            raise Failure(f"no CHECK-...-{suffix} in the source")
    prefixes = {}
    for kind, known in present.items():
        found = [s for s in wanted if s in known]
        if found:
            prefixes[kind] = [f"CHECK-{kind}-{s}" if s else f"CHECK-{kind}" for s in found]
    if present and not prefixes:
        raise Failure("no directive of the source is in force; see -check-suffixes")
    return prefixes


def configuration(options):
    if options.config:
        return options.config
    if not options.options:
        return "{}"
    pairs = []
    for pair in options.options.split(","):
        key, _, value = pair.partition(":")
        pairs.append(f"{options.check}.{key}: '{value}'")
    return "{CheckOptions: {" + ", ".join(pairs) + "}}"


class Run:
    """One source, one language standard."""

    def __init__(self, options, text, prefixes, language, std):
        self.options = options
        self.prefixes = prefixes
        self.std = std
        extension = os.path.splitext(options.source)[1]
        self.file = f"{options.temp}.{std}{extension}"
        self.messages_file = f"{options.temp}.{std}.messages"
        self.original_file = f"{options.temp}.{std}.original{extension}"
        self.alone_file = f"{options.temp}.{std}.alone{extension}"
        self.exported_file = f"{options.temp}.{std}.yaml"
        # Same lines, no directives: they must not match themselves.
        for name in (self.file, self.original_file):
            with open(name, "w", encoding="utf-8") as file:
                file.write(re.sub(r"// *CHECK-[-A-Z0-9_]+:[^\r\n]*", "//", text))

    def command(self, fix):
        options = self.options
        command = shlex.split(options.clang_tidy)
        command += [f"--load={options.plugin}", f"--checks=-*,{options.check}"]
        command += [f"--config={configuration(options)}"]
        if fix:
            command += ["--fix-notes" if options.fix_notes else "--fix"]
        else:
            command += [f"--export-fixes={self.exported_file}"]
        if options.format_style:
            command += [f"--format-style={options.format_style}"]
        command += options.tidy_arguments + [self.file, "--", f"-std={self.std}"]
        return command + self.include_arguments() + options.compiler_arguments

    def include_arguments(self):
        found = [f"-I{os.path.dirname(os.path.abspath(self.options.source))}"]
        if not self.options.real_headers:
            found += ["-isystem", self.options.mock]
        return found

    def tidy(self, fix):
        """Runs clang-tidy; returns the diagnostics' first lines."""
        command = self.command(fix)
        if os.path.exists(self.exported_file):
            os.remove(self.exported_file)
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        shown = f"{shlex.join(command)}\n{result.stdout}{result.stderr}"
        if result.returncode < 0 or result.returncode > 1:
            raise Failure(f"clang-tidy exits with {result.returncode}\n{shown}")
        lines = [l for l in result.stdout.splitlines() if DIAGNOSTIC.match(l)]
        compiles = not any("clang-diagnostic-error" in l for l in lines)
        if compiles == self.options.expect_errors:
            verb = "compiles" if compiles else "does not compile"
            raise Failure(f"the source {verb}\n{shown}")
        as_errors = any(",-warnings-as-errors]" in l for l in lines)
        if result.returncode and compiles and not as_errors:
            raise Failure(f"clang-tidy fails\n{shown}")
        for line in result.stderr.splitlines():
            if line.strip() and not CHATTER.match(line):
                raise Failure(f"unexpected on standard error: {line}\n{shown}")
        return lines

    def filecheck(self, kind, file):
        """Compares FILE with the directives of KIND."""
        command = [self.options.filecheck, "--allow-empty", f"--input-file={file}"]
        command += [self.options.source]
        command += [f"--check-prefixes={','.join(self.prefixes[kind])}"]
        if KINDS[kind]:
            command += [f"--implicit-check-not={KINDS[kind]}"]
        else:
            command += ["--strict-whitespace"]
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if result.returncode:
            with open(file, encoding="utf-8") as shown:
                text = shown.read()
            what = "the fixed source" if kind == "FIXES" else "what it says"
            raise Failure(
                f"{what} is not what CHECK-{kind} expects\n"
                f"{shlex.join(self.command(kind == 'FIXES'))}\n"
                f"{text}{result.stdout}"
            )

    def compare_compilers(self, fixed):
        """The fixed source is as good as the original for clang and GCC."""
        is_c = fixed.endswith(".c")
        arguments = self.include_arguments() + self.options.compiler_arguments
        clang = self.options.clang + ("" if is_c else "++")
        gcc = self.options.gcc if is_c else re.sub(r"gcc", "g++", self.options.gcc)
        for compiler in (
            Compiler(clang, False, [f"-std={self.std}", *arguments]),
            Compiler(gcc, True, [f"-std={gcc_standard(self.std)}", *arguments]),
        ):
            try:
                compiler.compare(self.original_file, fixed)
            except CompileError as error:
                raise Failure(str(error)) from error

    def ask_oracle(self, fixed, may_leak):
        options = self.options
        gcc = options.gcc
        tools = run_oracle.Toolchain(
            options.mock, options.oracle_cache, gcc, re.sub(r"gcc", "g++", gcc)
        )
        arguments = self.include_arguments() + options.compiler_arguments
        folder = f"{options.temp}.{self.std}.oracle"
        try:
            run_oracle.check(
                tools, self.original_file, fixed, self.std, arguments, folder, may_leak
            )
        except run_oracle.OracleError as error:
            raise Failure(str(error)) from error

    def try_each_fix(self):
        """Applies each fix by itself, as an editor does."""
        self.tidy(fix=False)
        fixes = exported_fixes.read(self.exported_file, self.file)
        if not fixes:
            raise Failure("no fix is exported")
        for fix in fixes:
            exported_fixes.apply(fix, self.original_file, self.alone_file)
            try:
                self.compare_compilers(self.alone_file)
                self.ask_oracle(self.alone_file, may_leak=True)
            except Failure as failure:
                raise Failure(f"alone, the fix of '{fix.message}': {failure}") from failure

    def compare(self, kinds, lines):
        with open(self.messages_file, "w", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in lines))
        for kind in kinds:
            if kind in self.prefixes:
                self.filecheck(kind, self.messages_file)

    def test(self):
        fix = "FIXES" in self.prefixes
        if self.options.fix_alone:
            self.try_each_fix()
        lines = self.tidy(fix)
        if not self.prefixes and lines:
            raise Failure("expected silence\n" + "\n".join(lines))
        if any("note: this fix will not be applied" in line for line in lines):
            raise Failure("fixes are in each other's way\n" + "\n".join(lines))
        of_fixes = [line for line in lines if OF_FIXES.search(line)]
        self.compare(["NOFIX"], of_fixes)
        self.compare(["MESSAGES", "NOTES"], [l for l in lines if l not in of_fixes])
        if fix:
            self.filecheck("FIXES", self.file)
            again = self.tidy(fix=False)
            if again:
                raise Failure("the fixed source is not quiet\n" + "\n".join(again))
            if exported_fixes.read(self.exported_file, self.file):
                raise Failure("a fix is offered for the fixed source")
            self.compare_compilers(self.file)
            self.ask_oracle(self.file, may_leak=False)
        elif "MESSAGES" not in self.prefixes and "NOTES" not in self.prefixes and lines:
            raise Failure("expected silence\n" + "\n".join(lines))


def main():
    options = parse_arguments(sys.argv[1:])
    language = "c" if options.source.endswith(".c") else "c++"
    with open(options.source, encoding="utf-8") as file:
        text = file.read()
    std = None
    try:
        prefixes = directives(options, text)
        for std in standards(options, language):
            Run(options, text, prefixes, language, std).test()
    except Failure as failure:
        where = f" (-std={std})" if std else ""
        print(f"{options.source}{where}: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
