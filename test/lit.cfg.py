"""The lit suite: checks, rules, and the scripts around them.

Substitutions for RUN lines:
  %check_dbtidy   test/harness/check_dbtidy.py, told which LLVM and plugin
  %run_oracle     test/harness/run_oracle.py, told where the mock headers are
  %generate_fixes test/harness/generate_fixes.py, told which LLVM and plugin
  %clang_tidy     clang-tidy with the plugin loaded, no configuration of its own
  %clang_tidy_NN  LLVM NN's clang-tidy, nothing loaded (NN: 16, 19, 22, ...)
  %clang %clang++ the compilers of the same LLVM
  %plugin         the plugin's absolute path
  %mock           the folder of mock database headers
  %apply_replacements  clang-apply-replacements of the LLVM under test
  %root %build    the source tree, the build tree
  %rules          the folder of shipped rule files
  %llvm           the LLVM major version
Features: llvm-NN, llvm-NN-or-later, asan.
"""

import glob
import os
import re

import lit.formats

config.name = "dbtidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "unit", "bench", "mock", "oracle"]
config.test_source_root = os.path.join(config.dbtidy_source, "test")
config.test_exec_root = os.path.join(config.dbtidy_build, "test", "lit")

tools = os.path.join(config.llvm_root, "bin")
config.environment["PATH"] = os.pathsep.join([tools, os.environ["PATH"]])
config.environment["LC_ALL"] = "C.UTF-8"
for name in ("HOME", "TMPDIR", "CCACHE_DIR", "CCACHE_DISABLE"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

python = '"%s"' % os.sys.executable
clang_tidy = os.path.join(tools, "clang-tidy")
if config.asan_runtime:
    # The plugin is instrumented and clang-tidy is not: preload the runtime.
    # Containers cross that border, and LLVM does not free what it keeps.
    config.available_features.add("asan")
    clang_tidy = (
        "env LD_PRELOAD=%s ASAN_OPTIONS=detect_leaks=0:detect_container_overflow=0"
        ":abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 %s"
        % (config.asan_runtime, clang_tidy)
    )

for root in sorted(glob.glob("/usr/lib/llvm-*")):
    other = re.sub(r".*-", "", root)
    if os.path.exists(os.path.join(root, "bin", "clang-tidy")):
        config.available_features.add("clang-tidy-%s" % other)
        config.substitutions.append(
            ("%%clang_tidy_%s" % other, os.path.join(root, "bin", "clang-tidy"))
        )

mock = os.path.join(config.test_source_root, "harness", "mock")
check = os.path.join(config.test_source_root, "harness", "check_dbtidy.py")
oracle_cache = os.path.join(config.dbtidy_build, "test", "oracle")
config.substitutions += [
    (
        "%check_dbtidy",
        "%s %s --clang-tidy='%s' --filecheck=%s --plugin=%s --mock=%s --llvm=%d"
        " --clang=%s --gcc=%s --oracle-cache=%s"
        % (
            python,
            check,
            clang_tidy,
            os.path.join(tools, "FileCheck"),
            config.dbtidy_plugin,
            mock,
            config.llvm_version,
            os.path.join(tools, "clang"),
            "gcc",
            oracle_cache,
        ),
    ),
    (
        "%run_oracle",
        "%s %s --mock=%s --cache=%s"
        % (python, os.path.join(config.test_source_root, "harness", "run_oracle.py"), mock, oracle_cache),
    ),
    (
        "%generate_fixes",
        "%s %s --clang-tidy='%s' --clang=%s --plugin=%s --mock=%s --cache=%s"
        % (
            python,
            os.path.join(config.test_source_root, "harness", "generate_fixes.py"),
            clang_tidy,
            os.path.join(tools, "clang"),
            config.dbtidy_plugin,
            mock,
            oracle_cache,
        ),
    ),
    ("%clang_tidy", "%s --load=%s --config={}" % (clang_tidy, config.dbtidy_plugin)),
    ("%apply_replacements", os.path.join(tools, "clang-apply-replacements")),
    (r"%clang\+\+", os.path.join(tools, "clang++")),
    (r"%clang\b", os.path.join(tools, "clang")),
    ("%plugin", config.dbtidy_plugin),
    ("%python", python),
    ("%cmake", config.cmake),
    ("%mock", mock),
    ("%root", config.dbtidy_source),
    ("%build", config.dbtidy_build),
    ("%rules", os.path.join(config.dbtidy_source, "rules")),
    ("%llvm", str(config.llvm_version)),
]

config.available_features.add("llvm-%d" % config.llvm_version)
for version in range(16, config.llvm_version + 1):
    config.available_features.add("llvm-%d-or-later" % version)
