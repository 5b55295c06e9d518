"""Compiles a source before and after a fix: the fix must compile, and must not
bring a warning that the source did not have, with clang and with GCC."""

import collections
import re
import subprocess

WARNING = re.compile(r"warning: (.*?)(?: \[(-W[^\]]*)\])?$", re.MULTILINE)
# What GCC 12 calls a standard.
GCC_NAMES = {"c23": "c2x", "c++2c": "c++2b", "c++26": "c++2b"}


class CompileError(Exception):
    """The fixed source is worse for a compiler; the text says how."""


def gcc_standard(std):
    return GCC_NAMES.get(std, std)


class Compiler:
    """One compiler, with the arguments that a test gives it."""

    def __init__(self, executable, is_gcc, arguments):
        self.executable = executable
        # Several of GCC's warnings come from its optimisers.
        mode = ["-O1", "-c", "-o", "/dev/null"] if is_gcc else ["-fsyntax-only"]
        self.arguments = ["-Wall", "-Wextra", *mode, *arguments]

    def compile(self, source):
        """Whether it compiles, and what was printed."""
        command = [self.executable, *self.arguments, source]
        result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
        return result.returncode == 0, result.stdout, " ".join(command)

    def compare(self, before, after):
        """Raises CompileError where AFTER is worse than BEFORE."""
        compiles, shown, command = self.compile(after)
        if not compiles:
            if not self.compile(before)[0]:
                return
            raise CompileError(f"the fixed source does not compile\n{command}\n{shown}")
        if not WARNING.search(shown):
            return
        new = warnings(shown) - warnings(self.compile(before)[1])
        if new:
            raise CompileError(
                f"the fixed source has new warnings: {', '.join(sorted(new))}\n{command}\n{shown}"
            )


def warnings(text):
    """How many of each kind; names of variables may have changed."""
    return collections.Counter(flag or message for message, flag in WARNING.findall(text))
