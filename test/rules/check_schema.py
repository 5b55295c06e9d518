#!/usr/bin/env python3
"""Validates rule files against rules/schema.json.

check_schema.py RULES_FOLDER checks the schema itself, every *.yaml in the
folder, and what is asked of shipped files only: manuals and headers. Run by
ctest.
"""

import pathlib
import sys

SKIPPED = 77  # what ctest's SKIP_RETURN_CODE is set to

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}; install python3-jsonschema and python3-yaml")
    sys.exit(SKIPPED)


def place(error):
    return [str(part) for part in error.path]


def errors_of(validator, path):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    for error in sorted(validator.iter_errors(document), key=place):
        yield f"{path.name}: {'/'.join(place(error)) or 'top'}: {error.message}"
    if isinstance(document, dict):
        for key in ("manual", "headers"):
            if key not in document:
                yield f"{path.name}: a shipped rule file needs '{key}'"


def main():
    folder = pathlib.Path(sys.argv[1])
    schema = yaml.safe_load((folder / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    files = sorted(folder.glob("*.yaml"))
    found = [error for path in files for error in errors_of(validator, path)]
    for error in found:
        print(error)
    print(f"{len(files)} rule files, {len(found)} errors")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
