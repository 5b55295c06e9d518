"""Stands in for clang-tidy: its fix of a source is another file, made by hand.

fake_tidy.py FIXED ARGUMENT...
"""

import json
import re
import sys

fixed = open(sys.argv[1], encoding="utf-8").read()
before_compiler = sys.argv[2 : sys.argv.index("--")]
source = before_compiler[-1]
text = open(source, encoding="utf-8").read()
if text != fixed:
    print(f"{source}:1:1: warning: wrong [db-fake]")
    if "--fix" in before_compiler:
        with open(source, "w", encoding="utf-8") as file:
            file.write(fixed)
    for argument in before_compiler:
        if match := re.match("--export-fixes=(.*)", argument):
            edit = {"FilePath": source, "Offset": 0, "Length": len(text), "ReplacementText": fixed}
            message = {"Message": "wrong", "FileOffset": 0, "Replacements": [edit]}
            with open(match[1], "w", encoding="utf-8") as file:
                json.dump({"Diagnostics": [{"DiagnosticMessage": message}]}, file)
