#!/usr/bin/env python3
"""Sums up one run of ctest: `N passed, N failed`, the last line of test/run.sh.

usage: count_results.py CTEST_XML RESULTS_DIR

Each unit test binary and lit leave the XML of their cases in RESULTS_DIR. A
ctest test that fails without saying which case did counts as one failure.
"""

import os
import sys
import xml.etree.ElementTree as ET


def cases(path):
    """The (passed, failed, skipped) test cases of one JUnit file."""
    passed = failed = skipped = 0
    for case in ET.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    ctest, folder = sys.argv[1:]
    total = [0, 0, 0]
    for test in ET.parse(ctest).getroot().iter("testcase"):
        name = test.get("name").split("/")[-1]
        path = os.path.join(folder, name + ".xml")
        fails = test.find("failure") is not None or test.get("status") == "fail"
        try:
            counted = cases(path)
        except (OSError, ET.ParseError):
            counted = (0, 0, 0) if fails else (1, 0, 0)
        if fails and counted[1] == 0:
            counted = (counted[0], 1, counted[2])
        total = [a + b for a, b in zip(total, counted)]
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
