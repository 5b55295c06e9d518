# Writes a C++ source file that holds the rule files of a folder as bytes; see
# BuiltinRules.h. Run by the build, whenever a rule file changes:
#   cmake -D Folder=<rules> -D Output=<file.cpp> -P EmbedRules.cmake

file(GLOB Paths ${Folder}/*.yaml)
list(SORT Paths)

set(Arrays "")
set(Rows "")
set(Count 0)
foreach(Path IN LISTS Paths)
  get_filename_component(Name ${Path} NAME)
  file(READ ${Path} Bytes HEX)
  file(SHA1 ${Path} Digest)
  string(LENGTH "${Bytes}" Digits)
  math(EXPR Size "${Digits} / 2")
  # Bytes, not text: no escapes to get wrong, and no limit on a literal.
  string(REGEX REPLACE "(..)" "0x\\1," Bytes "${Bytes}")
  string(REGEX REPLACE
         "(................................................................................)"
         "\\1\n" Bytes "${Bytes}")
  string(APPEND Arrays
         "static const unsigned char File${Count}[] = {\n${Bytes}0};\n\n")
  string(APPEND Rows
         "      {\"<built-in>/${Name}\",\n"
         "       llvm::StringRef(reinterpret_cast<const char *>(File${Count}), ${Size}),\n"
         "       \"${Digest}\"},\n")
  math(EXPR Count "${Count} + 1")

  # The words of "function: open" and "function: [exec, prepare]".
  file(READ ${Path} Text)
  string(REPLACE "[" "<" Text "${Text}")
  string(REPLACE "]" ">" Text "${Text}")
  string(REPLACE ";" "," Text "${Text}")
  string(REGEX MATCHALL
         "(function|method|constructor|member|macro): *(<[^>]*>|[^\n]*)"
         Callees "${Text}")
  string(REGEX MATCHALL "[A-Za-z_][A-Za-z0-9_]*" Found "${Callees}")
  list(APPEND Words ${Found})
endforeach()
list(REMOVE_ITEM Words function method constructor member macro)
list(REMOVE_DUPLICATES Words)
list(SORT Words)
set(WordRows "")
foreach(Word IN LISTS Words)
  string(APPEND WordRows "      \"${Word}\",\n")
endforeach()

if(Count EQUAL 0)
  set(Body "  return {};\n")
else()
  set(Body "  static const BuiltinRuleFile Files[] = {\n${Rows}  };\n  return Files;\n")
endif()

file(WRITE ${Output} "// Made from rules/*.yaml by EmbedRules.cmake.

#include \"model/BuiltinRules.h\"

${Arrays}llvm::ArrayRef<dbtidy::BuiltinRuleFile> dbtidy::builtinRuleFiles() {
${Body}}

llvm::ArrayRef<llvm::StringRef> dbtidy::builtinCalleeWords() {
  static const llvm::StringRef Words[] = {
${WordRows}  };
  return Words;
}
")
