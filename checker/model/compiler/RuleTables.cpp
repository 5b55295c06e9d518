//===- RuleTables.cpp - Rules as C++ constants ----------------------------===//
//
// One function for each struct of Rule.h. They take the structs apart with
// structured bindings, so that a new field does not compile until it is written
// too; lists become arrays of their own, in front of the table that needs them.
//
//===----------------------------------------------------------------------===//

#include "model/compiler/RuleTables.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace dbtidy {

namespace {

class TableWriter {
public:
  std::string write(llvm::ArrayRef<ParsedRules> Files);

private:
  std::string Arrays;
  unsigned ArrayCount = 0;
  unsigned ResourceCount = 0;

  template <typename T, typename Writer>
  std::string array(const char *Type, llvm::ArrayRef<T> List, Writer Write);

  static std::string text(llvm::StringRef Text);
  static std::string position(const Position &At);
  static std::string slot(const Slot &Value);
  static std::string constant(const Constant &Value);
  std::string texts(llvm::ArrayRef<llvm::StringRef> List);
  std::string constants(llvm::ArrayRef<Constant> List);
  std::string condition(const Condition &Value);
  std::string argumentCondition(const ArgumentCondition &Value);
  std::string fieldCondition(const FieldCondition &Value);
  std::string call(const CallRule &Value);
  std::string resource(const Resource &Value);
  std::string parsedResource(const ParsedResource &Value);
  std::string library(const Library &Value);
  std::string rules(const ParsedRules &Value);
};

} // namespace

static std::string number(int64_t Value) { return fmt::format("{}", Value); }

template <typename Enum> static std::string cast(const char *Type, Enum Value) {
  return fmt::format("{}({})", Type, static_cast<unsigned>(Value));
}

static const char *boolean(bool Value) { return Value ? "true" : "false"; }

template <typename T, typename Writer>
static std::string optional(const std::optional<T> &Value, Writer Write) {
  return Value ? Write(*Value) : "std::nullopt";
}

/// A reference to a new array of what \p Write makes of \p List.
template <typename T, typename Writer>
std::string TableWriter::array(const char *Type, llvm::ArrayRef<T> List,
                               Writer Write) {
  if (List.empty())
    return "{}";
  std::string Rows;
  for (const T &Each : List)
    Rows += "    " + Write(Each) + ",\n";
  std::string Name = fmt::format("Array{}", ArrayCount++);
  Arrays += fmt::format("constexpr {} {}[] = {{\n{}}};\n\n", Type, Name, Rows);
  return Name;
}

std::string TableWriter::text(llvm::StringRef Text) {
  if (Text.empty())
    return "{}";
  std::string Literal;
  llvm::raw_string_ostream Stream(Literal);
  Stream << '"';
  Stream.write_escaped(Text) << '"';
  return Stream.str();
}

std::string TableWriter::position(const Position &At) {
  const auto &[Line, Column] = At;
  return fmt::format("{{{}, {}}}", Line, Column);
}

std::string TableWriter::slot(const Slot &Value) {
  const auto &[Where, Index] = Value;
  return fmt::format("Slot{{{}, {}}}", cast("Slot::Kind", Where), Index);
}

std::string TableWriter::constant(const Constant &Value) {
  const auto &[Name, Number] = Value;
  return fmt::format("{{{}, {}}}", text(Name), Number);
}

std::string TableWriter::texts(llvm::ArrayRef<llvm::StringRef> List) {
  return array("llvm::StringRef", List, text);
}

std::string TableWriter::constants(llvm::ArrayRef<Constant> List) {
  return array("Constant", List, constant);
}

std::string TableWriter::condition(const Condition &Value) {
  const auto &[When, Values] = Value;
  return fmt::format("{{{}, {}}}", cast("Condition::Kind", When),
                     constants(Values));
}

std::string TableWriter::argumentCondition(const ArgumentCondition &Value) {
  const auto &[Argument, Negated, AnyOf] = Value;
  return fmt::format("ArgumentCondition{{{}, {}, {}}}", Argument,
                     boolean(Negated), constants(AnyOf));
}

std::string TableWriter::fieldCondition(const FieldCondition &Value) {
  const auto &[Argument, Field] = Value;
  return fmt::format("FieldCondition{{{}, {}}}", Argument, text(Field));
}

std::string TableWriter::call(const CallRule &Value) {
  const auto &[What, Form, Callee, Parameters, Handle, Other, Holds, When,
               Unless, Parent, NullSafe, Nulls, Index] = Value;
  (void)Index; // Of the set that the rules were in.
  return fmt::format(
      "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}",
      cast("Effect", What), cast("CalleeForm", Form), text(Callee),
      optional(Parameters, number), slot(Handle), slot(Other), condition(Holds),
      optional(
          When,
          [this](const ArgumentCondition &C) { return argumentCondition(C); }),
      optional(Unless,
               [this](const FieldCondition &C) { return fieldCondition(C); }),
      optional(Parent, slot), boolean(NullSafe), boolean(Nulls), ResourceCount);
}

std::string TableWriter::resource(const Resource &Value) {
  const auto &[Id, Kind, Handles, AlwaysOwned, Parent, ReleasedWithParent,
               Owners, Calls, File] = Value;
  (void)File; // RuleMerger counts the files.
  std::string CallTable =
      array("CallRule", Calls, [this](const CallRule &C) { return call(C); });
  return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, 0}}", text(Id),
                     cast("ResourceKind", Kind), texts(Handles),
                     boolean(AlwaysOwned), text(Parent),
                     boolean(ReleasedWithParent), texts(Owners), CallTable);
}

std::string TableWriter::parsedResource(const ParsedResource &Value) {
  const auto &[Data, IdAt, ParentAt] = Value;
  std::string Row = fmt::format("{{{}, {}, {}}}", resource(Data),
                                position(IdAt), position(ParentAt));
  ++ResourceCount;
  return Row;
}

std::string TableWriter::library(const Library &Value) {
  const auto &[Name, File, Manual, Headers] = Value;
  return fmt::format("{{{}, {}, {}, {}}}", text(Name), text(File), text(Manual),
                     texts(Headers));
}

std::string TableWriter::rules(const ParsedRules &Value) {
  const auto &[Origin, Resources, Digest] = Value;
  std::string ResourceTable =
      array("ParsedResource", Resources,
            [this](const ParsedResource &R) { return parsedResource(R); });
  return fmt::format("{{{}, {}, {}}}", library(Origin), ResourceTable,
                     text(Digest));
}

std::string TableWriter::write(llvm::ArrayRef<ParsedRules> Files) {
  std::string Table = array("ParsedRules", Files,
                            [this](const ParsedRules &R) { return rules(R); });
  return fmt::format("// Made from rules/*.yaml by dbtidy-compile-rules.\n\n"
                     "#include \"model/BuiltinRules.h\"\n\n"
                     "using namespace dbtidy;\n\n"
                     "namespace {{\n\n{}}} // namespace\n\n"
                     "llvm::ArrayRef<ParsedRules> dbtidy::builtinRules() {{\n"
                     "  return {};\n}}\n",
                     Arrays, Table);
}

std::string writeRuleTables(llvm::ArrayRef<ParsedRules> Files) {
  return TableWriter().write(Files);
}

} // namespace dbtidy
