"""The inputs that a test declares for the run-time oracle.

    // ORACLE: fetch("x", {0, 1, 2})    call it with each of the values
    // ORACLE: fetch                    choose the arguments by their types
    // ORACLE: *                        call all functions that the test defines
    // ORACLE-CLEAN: ...                does not leak before the fix either
    // ORACLE-LEAKS: ...                leaks, and there is no fix
    // ORACLE-VALUES: risky {0, -5}     what a function that the test only
                                        declares returns (default: 0, 1, -1)

Each but the last is an expression of the test's language; an argument in braces
stands for each value in it. LEND(...) and OUT(...) in it, and what a test may
define between #ifdef DBTIDY_ORACLE and #endif, are explained in oracle/oracle.h.
"""

import itertools
import re

from unknown_functions import strip

DIRECTIVE = re.compile(r"// *ORACLE(-CLEAN|-LEAKS|-VALUES)?: *(.*?)\s*$", re.MULTILINE)
DEFINITION = re.compile(
    r"(?:^|[;}])[ \t]*(?!return\b|else\b|using\b|namespace\b)([A-Za-z_][\w \t:<>,*&]*?[\s*&])(\w+)\s*"
    r"\(((?:[^(){};]|\([^()]*\))*)\)\s*(?:noexcept)?\s*\{",
    re.MULTILINE,
)
HANDLES = {
    "PGconn", "PGresult", "PGcancel", "sqlite3", "sqlite3_stmt", "sqlite3_blob",
    "sqlite3_backup", "MYSQL", "MYSQL_RES", "MYSQL_STMT", "redisContext",
    "redisReply", "redisReader", "mongoc_client_t", "mongoc_client_pool_t",
    "mongoc_collection_t", "mongoc_database_t", "mongoc_cursor_t", "mongoc_uri_t",
    "mongoc_client_session_t", "bson_t",
}
VOID_HANDLES = {"SQLHENV", "SQLHDBC", "SQLHSTMT", "SQLHDESC", "SQLHANDLE"}


class DirectiveError(Exception):
    """A directive that makes no sense."""


class Expectation:
    """One directive: the calls that it stands for, and whether they leak."""

    def __init__(self, text, verdict, calls):
        self.text = text
        self.verdict = verdict  # "", "-CLEAN", "-LEAKS", or "*"
        self.calls = calls


def split_arguments(text):
    """At the commas outside of all brackets and strings."""
    parts, depth, quoted = [""], 0, ""
    previous = ""
    for letter in text:
        if quoted:
            quoted = "" if letter == quoted and previous != "\\" else quoted
        elif letter in "\"'":
            quoted = letter
        else:
            depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0 and not quoted:
            parts.append("")
        else:
            parts[-1] += letter
        previous = letter
    parts = [part.strip() for part in parts]
    return parts if parts != [""] else []


def alternatives(argument):
    if argument.startswith("{") and argument.endswith("}"):
        return split_arguments(argument[1:-1])
    return [argument]


def calls(text):
    """`f(x, {0, 1})` as the list of `f(x, 0)`, `f(x, 1)`."""
    match = re.fullmatch(r"([\w:.]+)\((.*)\)", text)
    if not match:
        return [text]
    choices = [alternatives(a) for a in split_arguments(match[2])]
    return [f"{match[1]}({', '.join(chosen)})" for chosen in itertools.product(*choices)]


def by_type(parameter):
    """The argument for a parameter, in braces if there are several."""
    declared = parameter.split("=")[0].strip()
    stars = declared.count("*")
    names = re.findall(r"[A-Za-z_][\w:]*", declared)
    names = [n for n in names if n not in ("const", "struct", "enum", "volatile")]
    if not names:
        return None
    base = names[0]
    if base in VOID_HANDLES and not stars:
        return f'oracle_handle("{base}")'
    if stars == 1 and base in HANDLES:
        return f'({base} *)oracle_handle("{base}")'
    if stars == 2 or (stars and base in VOID_HANDLES):
        return f"OUT({base}{' *' * (stars - 1)})"
    if stars == 1 and base == "char":
        return '"text"' if "const" in declared else "OUT(char[256])[0]"
    if stars == 1 and base in ("int", "unsigned", "long", "size_t", "bool"):
        return f"OUT({base})"
    if stars:
        return f"({base} *)oracle_slot(512)"
    if "&" in declared:
        return f"*({base} *)oracle_slot(512)"
    if base in ("bool", "_Bool"):
        return "{0, 1}"
    return "{0, 1, 2}"


def definitions(text):
    """The parameter lists of the functions that the text defines, by name."""
    found = {}
    for returned, name, parameters in DEFINITION.findall(strip(text)):
        if re.search(r"\b(?:static_assert|else|switch|while|for|if|catch)\b", returned + " " + name):
            continue
        found[name] = [] if parameters.strip() in ("", "void") else split_arguments(parameters)
    return found


def call_by_type(name, parameters):
    arguments = [by_type(p) for p in parameters]
    if None in arguments:
        raise DirectiveError(f"ORACLE: {name}: give the arguments")
    return f"{name}({', '.join(arguments)})"


def read(text):
    """The expectations of a source, and the values of unknown functions."""
    expectations, values = [], {}
    defined = definitions(text)
    for verdict, content in DIRECTIVE.findall(text):
        if verdict == "-VALUES":
            match = re.fullmatch(r"(\w+) *\{(.*)\}", content)
            if not match:
                raise DirectiveError(f"ORACLE-VALUES: {content}: expected NAME {{VALUE, ...}}")
            values[match[1]] = [int(v, 0) for v in match[2].split(",")]
        elif content == "*":
            for name, parameters in defined.items():
                expanded = calls(call_by_type(name, parameters))
                expectations.append(Expectation(name, verdict or "*", expanded))
        elif re.fullmatch(r"\w+", content):
            if content not in defined:
                raise DirectiveError(f"ORACLE: the source does not define '{content}'")
            expanded = calls(call_by_type(content, defined[content]))
            expectations.append(Expectation(content, verdict, expanded))
        else:
            expectations.append(Expectation(content, verdict, calls(content)))
    return expectations, values
