"""Finds the functions that a test declares and nobody defines, and writes a
definition for each, which calls the oracle (oracle/Unknown.h).

The symbols come from the object file; what a function returns and takes, from
its declaration in the text. A function of a library that the oracle does not
implement gets one too: it never fails.
"""

import re
import subprocess

NOISE = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"", re.DOTALL)
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\\\n]|\\.|\\\n)*$", re.MULTILINE)
NUMBERS = {
    "int", "unsigned", "short", "long", "char", "size_t", "signed",
    "int32_t", "uint32_t", "int64_t", "uint64_t", "SQLRETURN", "SQLSMALLINT",
}
QUALIFIERS = {"extern", "const", "static", "inline", "struct", "enum", "virtual",
              "volatile", "C", "class"}


def undefined(objects):
    """The symbols that the first of the objects needs and none defines."""
    text = subprocess.run(["nm", "-A", *objects], stdout=subprocess.PIPE, check=True,
                          encoding="utf-8").stdout
    needed, defined = set(), set()
    for line in text.splitlines():
        path, _, rest = line.partition(":")
        *_, kind, name = rest.split()
        if kind != "U":
            defined.add(name)
        elif path == objects[0]:
            needed.add(name)
    return sorted(needed - defined)


def demangled(names):
    """What c++filt makes of each name."""
    result = subprocess.run(["c++filt"], input="\n".join(names), check=True,
                            stdout=subprocess.PIPE, encoding="utf-8")
    return dict(zip(names, result.stdout.splitlines()))


class Declaration:
    """What the text says of a function."""

    def __init__(self, kind, handle, arguments, nothrow):
        self.kind = kind
        self.handle = handle
        self.arguments = arguments
        self.nothrow = nothrow


def count(parameters):
    """How many parameters a list has; those after `...` do not count."""
    depth, parts = 0, [""]
    for letter in parameters:
        depth += (letter in "(<[{") - (letter in ")>]}")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    parts = [part.strip() for part in parts]
    return len([p for p in parts if p not in ("", "void", "...")])


def strip(text):
    return PREPROCESSOR.sub("", NOISE.sub("", text))


def find_declaration(text, name, handles):
    """The declaration of NAME in a text without comments; None if none."""
    if not re.search(rf"\b{name}\s*\(", text):
        return None
    pattern = rf"(?:^|[;{{}}])\s*([^;{{}}()=]*?[\s*&])\b{name}\s*\(((?:[^();{{}}]|\([^()]*\))*)\)([^;{{}}]*);"
    for match in re.finditer(pattern, text, re.MULTILINE):
        returned, parameters, rest = match.groups()
        words = re.findall(r"[\w:]+|\*|&", returned)
        if not words or words[-1] in ("return", "else", "do", "throw", "new"):
            continue
        kind, handle = "Number", ""
        names = [w for w in words if w not in QUALIFIERS and w not in "*&"]
        stars = returned.count("*") + returned.count("&")
        base = names[-1] if names else "int"
        if stars:
            kind = "Text" if base == "char" else "Pointer"
            if stars == 1 and base in handles:
                kind, handle = "Handle", base
        elif base == "void":
            kind = "Nothing"
        elif base in ("bool", "_Bool"):
            kind = "Truth"
        nothrow = bool(re.search(r"\bnoexcept\b(?!\s*\(\s*false)|\bthrow\s*\(\s*\)", rest))
        nothrow |= "nothrow" in returned or "nothrow" in rest
        return Declaration(kind, handle, count(parameters), nothrow)
    return None


def write_definitions(symbols, text, libraries, values, handles):
    """C++ that defines those of the symbols that the texts declare; that of the
    libraries is without comments."""
    text = strip(text)
    plain = demangled(symbols)
    lines = ['#include "Unknown.h"', "using namespace oracle;"]
    resets = []
    for number, symbol in enumerate(symbols):
        mangled = symbol.startswith("_Z")
        signature = plain[symbol]
        qualified = signature.split("(")[0]
        name = qualified.split("::")[-1].split("<")[0]
        found = find_declaration(text, re.escape(name), handles)
        library = None if found else find_declaration(libraries, re.escape(name), handles)
        declared = found or library
        if not declared and mangled and "::" in qualified and name in text:
            # A constructor or a destructor.
            declared = found = Declaration("Nothing", "", 0, name.startswith("~"))
        if not declared:
            continue
        throws = mangled and found and not declared.nothrow
        given = values.get(name, [0, 1, -1])
        numbers = ", ".join(str(v) for v in given)
        lines += [
            f"static const long Values{number}[] = {{{numbers}}};",
            f'static Unknown Function{number} = {{"{qualified}", {declared.arguments},'
            f" Returns::{declared.kind}, \"{declared.handle}\","
            f" {'true' if throws else 'false'}, {'true' if found else 'false'},"
            f" Values{number}, {len(given)}, 0, nullptr}};",
            f'extern "C" long stub{number}(long, long, long, long, long, long)'
            f' __asm__("{symbol}");',
            f'extern "C" long stub{number}(long A, long B, long C, long D, long E, long F) {{',
            f"  return callUnknown(Function{number}, {{A, B, C, D, E, F}});",
            "}",
        ]
        resets.append(f"  Function{number}.Calls = 0;")
    lines += ['extern "C" void oracle_reset_unknown() {', *resets, "}", ""]
    return "\n".join(lines)
