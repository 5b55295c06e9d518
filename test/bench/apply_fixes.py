#!/usr/bin/env python3
"""Counts the findings that carry a fix in real code, and tries all the fixes.

usage: apply_fixes.py --clang-tidy=COMMAND --plugin=SO [OPTION...] BUILD_DIR...

BUILD_DIR holds a compile_commands.json. The sources are left alone: the fixes
go to copies, by clang-apply-replacements, which stand in for the sources when
clang compiles (at -Wall -Wextra) and clang-tidy looks again. A source that did
not compile before is not held against a fix. Findings of a header count once.

    --checks=LIST      default: db-session-leak,db-raw-session
    --config=YAML      clang-tidy's configuration (default: {})
    --files=REGEX      look only at sources whose path matches
    --jobs=N           clang-tidys at a time (default 1)
    --keep=FOLDER      where the copies, a diff and the findings go (required)

Each project gives one line, the last line is their sum; what went wrong comes
before it. The reasons why findings have no fix are counted at the end.
"""

import argparse
import collections
import concurrent.futures
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import yaml

NO_FIX = re.compile(r"no fix: (.*)")
QUOTED = re.compile(r"'[^']*'")
MESSAGE = re.compile(r"^\S.*?:\d+:\d+: (warning|error|fatal error): (.*)$", re.M)


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--clang", default="clang-22")
    parser.add_argument("--apply", default="clang-apply-replacements-22")
    parser.add_argument("--checks", default="db-session-leak,db-raw-session")
    parser.add_argument("--config", default="{}")
    parser.add_argument("--files", default="")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", required=True)
    parser.add_argument("builds", nargs="+")
    return parser.parse_args()


def run(command, folder="."):
    return subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ).stdout


class Finding:
    """One warning: its check and text, whether a fix repairs it, or why not."""

    def __init__(self, diagnostic):
        message = diagnostic["DiagnosticMessage"]
        notes = [note["Message"] for note in diagnostic.get("Notes") or []]
        self.check = diagnostic["DiagnosticName"]
        self.text = message["Message"]
        self.file, self.offset = message["FilePath"], message["FileOffset"]
        self.edits = [
            (e["FilePath"], e["Offset"], e["Length"], e["ReplacementText"])
            for e in message.get("Replacements") or []
        ]
        self.shares = any(note.endswith("repairs both") for note in notes)
        self.reason = next((m[1] for m in map(NO_FIX.match, notes) if m), "")

    @property
    def fixed(self):
        return bool(self.edits) or self.shares


class Project:
    """The sources of one compile_commands.json."""

    def __init__(self, options, build):
        self.options = options
        self.build = build
        self.name = os.path.basename(os.path.abspath(build)).lstrip(".")
        self.keep = os.path.abspath(os.path.join(options.keep, self.name))
        shutil.rmtree(self.keep, ignore_errors=True)
        os.makedirs(self.keep)
        with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
            entries = json.load(file)
        self.entries = {}
        for entry in entries:
            path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
            if re.search(options.files, path) and os.path.exists(path):
                self.entries.setdefault(path, entry)
        self.overlay = os.path.join(self.keep, "overlay.json")
        self.wrong = []

    def tidy(self, path, exported, overlay=None):
        """The findings of one source."""
        command = shlex.split(self.options.clang_tidy)
        command += [f"--load={self.options.plugin}", f"--checks=-*,{self.options.checks}"]
        command += [f"--config={self.options.config}", "--quiet", "--header-filter=.*"]
        command += [f"--export-fixes={exported}", "-p", self.build, path]
        command += ["--extra-arg=-Wno-everything"]
        if overlay:
            command.append(f"--vfsoverlay={overlay}")
        run(command)
        if not os.path.exists(exported):
            return []
        with open(exported, encoding="utf-8") as file:
            diagnostics = (yaml.safe_load(file) or {}).get("Diagnostics") or []
        return [Finding(d) for d in diagnostics if d["DiagnosticName"].startswith("db-")]

    def compile(self, path, overlay=None):
        """clang's errors and warnings, without their places."""
        entry = self.entries[path]
        given = entry.get("arguments") or shlex.split(entry["command"])
        command = [self.options.clang]
        if not path.endswith(".c"):
            command.append("--driver-mode=g++")
        rest = iter(given[1:])
        for argument in rest:
            if argument == "-o":
                next(rest)
            elif argument not in ("-c", "-Werror"):
                command.append(argument)
        command += ["-fsyntax-only", "-Wall", "-Wextra", "-ferror-limit=0"]
        if overlay:
            command += ["-ivfsoverlay", overlay]
        return MESSAGE.findall(run(command, entry["directory"]))

    def in_parallel(self, function, paths):
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            return dict(zip(paths, pool.map(function, paths)))

    def exported(self, kind, path):
        folder = os.path.join(self.keep, kind)
        os.makedirs(folder, exist_ok=True)
        return os.path.join(folder, path.replace("/", "+") + ".yaml")

    def look(self, kind, overlay=None):
        """All findings by place, and the sources that have each."""
        found = self.in_parallel(
            lambda path: self.tidy(path, self.exported(kind, path), overlay),
            list(self.entries),
        )
        unique = {}
        for path, findings in found.items():
            for finding in findings:
                key = (finding.file, finding.offset, finding.text)
                unique.setdefault(key, (finding, []))[1].append(path)
        return unique

    def apply(self, found):
        """Copies what is edited, applies all fixes there, and maps the sources to it."""
        edited = sorted({e[0] for finding, _ in found.values() for e in finding.edits})
        copies = {path: os.path.join(self.keep, "fixed", path.lstrip("/")) for path in edited}
        for path, copy in copies.items():
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copyfile(path, copy)
        folder = os.path.join(self.keep, "replacements")
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(os.path.join(self.keep, "before")):
            with open(os.path.join(self.keep, "before", name), encoding="utf-8") as file:
                exported = yaml.safe_load(file)
            for diagnostic in exported["Diagnostics"]:
                for edit in diagnostic["DiagnosticMessage"].get("Replacements") or []:
                    edit["FilePath"] = copies.get(edit["FilePath"], edit["FilePath"])
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                yaml.safe_dump(exported, file)
        said = run([self.options.apply, folder])
        if said.strip():
            self.wrong.append(f"{self.options.apply}: {said.strip()}")
        with open(self.overlay, "w", encoding="utf-8") as file:
            roots = [
                {"name": path, "type": "file", "external-contents": copy}
                for path, copy in copies.items()
            ]
            json.dump({"version": 0, "use-external-names": False, "roots": roots}, file)
        with open(os.path.join(self.keep, "fixes.diff"), "w", encoding="utf-8") as file:
            for path, copy in copies.items():
                with open(path, errors="replace") as old, open(copy, errors="replace") as new:
                    file.writelines(
                        difflib.unified_diff(
                            old.readlines(), new.readlines(), path, path + " (fixed)", n=8
                        )
                    )

    def measure(self):
        found = self.look("before")
        repaired = [value for value in found.values() if value[0].fixed]
        counts = collections.Counter(sources=len(self.entries), findings=len(found))
        counts["with a fix"] = len(repaired)
        counts["kinds"] = collections.Counter(f.check for f, _ in found.values())
        counts["fixed kinds"] = collections.Counter(f.check for f, _ in repaired)
        counts["reasons"] = collections.Counter(
            QUOTED.sub("'…'", f.reason) for f, _ in found.values() if not f.fixed
        )
        with open(os.path.join(self.keep, "findings"), "w", encoding="utf-8") as file:
            for finding, _ in found.values():
                what = "fixed" if finding.fixed else finding.reason or "no reason"
                file.write(f"{finding.file}:+{finding.offset}: {finding.text}: {what}\n")
        if not repaired:
            return counts
        self.apply(found)
        touched = sorted({path for _, paths in repaired for path in paths})
        self.entries = {path: self.entries[path] for path in touched}
        before = self.in_parallel(self.compile, touched)
        after = self.in_parallel(lambda path: self.compile(path, self.overlay), touched)
        for path in touched:
            new = collections.Counter(after[path]) - collections.Counter(before[path])
            whole = not any("error" in kind for kind, _ in before[path])
            counts["files"] += 1
            counts["compile before"] += whole
            counts["compile after"] += whole and not any("error" in k for k, _ in after[path])
            counts["with a new warning"] += bool(new)
            for kind, text in new:
                self.wrong.append(f"{path}: new {kind}: {text}")
        left = self.look("after", self.overlay)
        for finding, _ in left.values():
            if finding.fixed:
                counts["offered again"] += 1
                self.wrong.append(f"{finding.file}:+{finding.offset}: again: {finding.text}")
        expected = collections.Counter(
            (f.file, f.text) for f, paths in found.values() if not f.fixed and set(paths) & set(touched)
        )
        now = collections.Counter((f.file, f.text) for f, _ in left.values())
        for (file, text), number in (now - expected).items():
            counts["left or new"] += number
            self.wrong.append(f"{file}: {number} left or new: {text}")
        return counts


COLUMNS = [
    "sources", "findings", "with a fix", "files", "compile before", "compile after",
    "with a new warning", "left or new", "offered again",
]


def row(name, counts):
    return f"| {name} | " + " | ".join(str(counts[c]) for c in COLUMNS) + " |"


def main():
    options = arguments()
    total = collections.Counter()
    kinds, fixed_kinds, reasons = (collections.Counter() for _ in range(3))
    print("| project | " + " | ".join(COLUMNS) + " |")
    for build in options.builds:
        project = Project(options, build)
        if not project.entries:
            continue
        counts = project.measure()
        kinds += counts.pop("kinds")
        fixed_kinds += counts.pop("fixed kinds")
        reasons += counts.pop("reasons")
        total += counts
        for wrong in project.wrong:
            print(f"  {wrong}")
        print(row(project.name, counts), flush=True)
    print(row("all", total))
    for check, number in sorted(kinds.items()):
        print(f"{check}: {fixed_kinds[check]} of {number} with a fix")
    for reason, number in reasons.most_common():
        print(f"{number:5} {reason or 'no reason given'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
