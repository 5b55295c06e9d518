"""Takes the tutorial's files out of its page, and compares what was said.

extract PAGE FOLDER     write each fenced block that names a file (```cpp a/b.h)
compare SAID SHOWN      SAID, with the folders of its paths left out, is SHOWN
"""

import difflib
import os
import re
import sys

BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLDER = re.compile(r"^/\S*/(?=[^/\s]+:\d+:\d+: )", re.MULTILINE)


def extract(page, folder):
    with open(page, encoding="utf-8") as file:
        blocks = BLOCK.findall(file.read())
    if not blocks:
        sys.exit(f"{page}: no block names a file")
    for name, text in blocks:
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def compare(said, shown):
    with open(said, encoding="utf-8") as file:
        found = FOLDER.sub("", file.read()).splitlines()
    with open(shown, encoding="utf-8") as file:
        expected = file.read().splitlines()
    difference = list(difflib.unified_diff(expected, found, shown, said, lineterm=""))
    if difference:
        sys.exit("\n".join(difference))


if __name__ == "__main__":
    {"extract": extract, "compare": compare}[sys.argv[1]](*sys.argv[2:])
