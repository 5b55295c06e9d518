"""Reads what clang-tidy's --export-fixes wrote, and applies one fix by itself."""

import os


class Fix:
    """One diagnostic with its edits of the main file: (offset, length, text)."""

    def __init__(self, message, offset, edits):
        self.message, self.offset, self.edits = message, offset, edits


def read(path, source):
    """The fixes of the file's warnings that edit the source, in its order."""
    if not os.path.exists(path):
        return []
    # Most tests export nothing.
    import yaml

    with open(path, encoding="utf-8") as file:
        exported = yaml.safe_load(file) or {}
    source = os.path.realpath(source)
    fixes = []
    for diagnostic in exported.get("Diagnostics") or []:
        message = diagnostic["DiagnosticMessage"]
        edits = [
            (edit["Offset"], edit["Length"], edit["ReplacementText"])
            for edit in message.get("Replacements") or []
            if os.path.realpath(edit["FilePath"]) == source
        ]
        if edits:
            fixes.append(Fix(message["Message"], message["FileOffset"], sorted(edits)))
    # clang-tidy gives a file's missing include to the first fix that needs it;
    # an editor gives it to each.
    includes = [e for fix in fixes for e in fix.edits if e[2].lstrip().startswith("#include")]
    for fix in fixes:
        if any("std::" in text for _, _, text in fix.edits):
            fix.edits = sorted(set(fix.edits + includes))
    return sorted(fixes, key=lambda fix: fix.offset)


def apply(fix, before, after):
    """Writes AFTER: the bytes of BEFORE with the edits of one fix."""
    with open(before, "rb") as file:
        content = file.read()
    for offset, length, text in reversed(fix.edits):
        content = content[:offset] + text.encode() + content[offset + length :]
    with open(after, "wb") as file:
        file.write(content)
