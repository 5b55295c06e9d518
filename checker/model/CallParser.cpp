//===- CallParser.cpp - One call of a rule file -----------------*- C++ -*-===//
//
// What each key of a call means, what it defaults to, and what it cannot be
// combined with.
//
//===----------------------------------------------------------------------===//

#include "model/CallParser.h"
#include "model/CppName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace dbtidy {

CallParser::CallParser(const YamlNode &Node, Effect Does,
                       const StatusMacros &Known, DraftResource &Owner,
                       llvm::BumpPtrAllocator &Lists, RuleErrors &Defects)
    : Call(Node, placeOf(Does), Defects), What(Does), Macros(Known),
      Into(Owner), Memory(Lists), Errors(Defects) {}

void CallParser::parse() {
  if (!Call.isMapping())
    return;
  Rule.What = What;
  std::vector<PlacedString> Callees = parseCallees();
  Rule.Parameters = Call.index("parameters");
  Call.manual();
  parseHandle();
  parseHolds();
  parseWhen();
  parseUnless();
  parseParent();
  parseFlags();
  for (const PlacedString &Callee : Callees) {
    Into.Calls.push_back(Rule);
    Into.Calls.back().Callee = Callee.Text;
    Into.CallsAt.push_back(Callee.At);
  }
}

static CalleeForm formOf(llvm::StringRef Key) {
  // Have: the enumeration is in the order of the keys.
  return static_cast<CalleeForm>(llvm::find(calleeKeys(), Key) -
                                 calleeKeys().begin());
}

std::vector<PlacedString> CallParser::parseCallees() {
  llvm::SmallVector<llvm::StringRef, 6> Given, Possible;
  for (llvm::StringRef Key : calleeKeys()) {
    if (!llvm::is_contained(keysOf(placeOf(What)), Key))
      continue;
    Possible.push_back(Key);
    if (Call.has(Key))
      Given.push_back(Key);
  }
  if (Given.empty()) {
    if (Call.isSound())
      Errors.add(Call.at(), "{} must name what is called with {}",
                 describe(placeOf(What)).str(), alternatives(Possible));
    return {};
  }
  if (Given.size() > 1) {
    Errors.add(Call.keyAt(Given[1]),
               "{} and {} cannot be combined; make them "
               "two calls",
               quoted(Given[0]), quoted(Given[1]));
    return {};
  }
  Rule.Form = formOf(Given[0]);
  if (Rule.Form == CalleeForm::Delete) {
    if (Call.boolean("delete") == false)
      Errors.add(Call.find("delete")->At, "'delete' can only be true");
    return {{"", Call.keyAt("delete")}};
  }
  std::vector<PlacedString> Names = Call.strings(Given[0]);
  llvm::erase_if(Names,
                 [&](const PlacedString &N) { return !isValidCallee(N); });
  return Names;
}

bool CallParser::isValidCallee(const PlacedString &Name) {
  auto Check = [&](bool IsValid, llvm::StringRef Expected) {
    if (!IsValid)
      Errors.add(Name.At, "expected {}, found {}", Expected.str(),
                 quoted(Name.Text));
    return IsValid;
  };
  bool HasScope = Name.Text.contains("::");
  switch (Rule.Form) {
  case CalleeForm::Function:
    return Check(isCalleeName(Name.Text),
                 "a function's qualified name, such as 'ns::open'");
  case CalleeForm::Method:
    return Check(HasScope && isCalleeName(Name.Text),
                 "a method's qualified name, such as 'ns::Class::open'");
  case CalleeForm::Constructor:
    return Check(isQualifiedName(Name.Text),
                 "a class's qualified name, such as 'ns::Class'");
  case CalleeForm::Member:
    return Check(HasScope && isQualifiedName(Name.Text),
                 "a field with its struct, such as 'Struct::field'");
  case CalleeForm::Macro:
    return Check(isIdentifier(Name.Text), "a macro's name");
  case CalleeForm::Delete:
    return true;
  }
  return true;
}

bool CallParser::hasObject() const {
  return Rule.Form == CalleeForm::Method ||
         Rule.Form == CalleeForm::Constructor;
}

bool CallParser::hasReturnValue() const {
  return Rule.Form != CalleeForm::Delete &&
         Rule.Form != CalleeForm::Constructor && Rule.Form != CalleeForm::Macro;
}

void CallParser::checkIndex(unsigned Index, Position At) {
  if (Rule.Parameters && Index >= *Rule.Parameters)
    Errors.add(At,
               "there is no argument {}: the call has {} parameters, "
               "counted from 0",
               Index, *Rule.Parameters);
}

std::optional<Slot> CallParser::asSlot(const YamlNode &Node,
                                       Slot::Kind IndexKind) {
  if (std::optional<unsigned> Index = asIndex(Node)) {
    checkIndex(*Index, Node.At);
    return Slot{IndexKind, *Index};
  }
  if (Node.Type == YamlNode::Scalar && Node.Text == "object") {
    if (!hasObject())
      Errors.add(Node.At, "only a method or a constructor has an object");
    return Slot{Slot::Object, 0};
  }
  return std::nullopt;
}

void CallParser::parseHandle() {
  if (What == Effect::Swap)
    return parseSwapped();
  struct SlotKey {
    llvm::StringRef Key;
    Slot::Kind Kind;
  };
  bool IsReset = What == Effect::Reset;
  const SlotKey SlotKeys[] = {
      {"out", Slot::Pointee},
      {"in-place", Slot::Argument},
      {"argument", IsReset ? Slot::Pointee : Slot::Argument},
      {"through", Slot::Pointee},
      {"object", Slot::Object}};
  llvm::StringRef Given;
  if (What != Effect::Acquire)
    Rule.Handle = {IsReset ? Slot::Pointee : Slot::Argument, 0};
  else if (Rule.Form == CalleeForm::Constructor)
    Rule.Handle = {Slot::Object, 0};
  for (const SlotKey &Each : SlotKeys) {
    const YamlNode *Value = Call.find(Each.Key);
    if (!Value || !llvm::is_contained(keysOf(placeOf(What)), Each.Key))
      continue;
    if (Rule.Form == CalleeForm::Delete)
      Errors.add(Call.keyAt(Each.Key),
                 "{} cannot be combined with 'delete', which takes the handle "
                 "that it deletes",
                 quoted(Each.Key));
    else if (!Given.empty())
      Errors.add(Call.keyAt(Each.Key),
                 "{} and {} contradict each other: the handle stands in one "
                 "place",
                 quoted(Given), quoted(Each.Key));
    Given = Each.Key;
    Rule.Handle.Where = Each.Kind;
    if (Each.Kind != Slot::Object) {
      Rule.Handle.Index = Call.index(Each.Key).value_or(0);
      checkIndex(Rule.Handle.Index, Value->At);
      continue;
    }
    Rule.Handle.Index = 0;
    if (Call.boolean("object") == false)
      Errors.add(Value->At, "'object' can only be true");
    else if (!hasObject())
      Errors.add(Call.keyAt("object"),
                 "only a method or a constructor has an object");
  }
  if (Given.empty() && Rule.Parameters == 0U && What != Effect::Acquire)
    Errors.add(Call.keyAt("parameters"),
               "a call without parameters takes no handle; is it "
               "'object: true'?");
}

void CallParser::parseSwapped() {
  const YamlNode *Arguments = Call.find("arguments");
  if (!Arguments)
    return;
  std::optional<Slot> First, Second;
  if (Arguments->Type == YamlNode::Sequence && Arguments->Items.size() == 2) {
    First = asSlot(Arguments->Items[0], Slot::Pointee);
    Second = asSlot(Arguments->Items[1], Slot::Pointee);
  }
  if (!First || !Second) {
    Errors.add(Arguments->At,
               "'arguments' must be two indices, such as [0, 1], or "
               "[object, 0]");
    return;
  }
  if (*First == *Second)
    Errors.add(Arguments->At, "'arguments' must be two different places");
  Rule.Handle = *First;
  Rule.Other = *Second;
}

llvm::ArrayRef<Constant> CallParser::constants(const MappingReader &From,
                                               llvm::StringRef Key) {
  return llvm::ArrayRef<Constant>(From.constants(Key)).copy(Memory);
}

Condition::Kind CallParser::defaultCondition() const {
  bool IsValue =
      Rule.Handle.Where == Slot::Returned || Rule.Handle.Where == Slot::Pointee;
  if (What != Effect::Acquire || !IsValue)
    return Condition::Always;
  bool IsInteger = llvm::any_of(Into.Data.Handles, isIntegerType);
  return IsInteger ? Condition::NonNegative : Condition::NonNull;
}

void CallParser::parseHolds() {
  Rule.Holds.When = defaultCondition();
  const YamlNode *Holds = Call.find("holds");
  if (!Holds || (What != Effect::Acquire && What != Effect::Release))
    return;
  if (Holds->Type == YamlNode::Mapping)
    parseHoldsMapping(*Holds);
  else
    parseHoldsWord(*Holds);
}

void CallParser::parseHoldsWord(const YamlNode &Word) {
  llvm::ArrayRef<llvm::StringRef> Handles = Into.Data.Handles;
  llvm::StringRef Text = Word.Text;
  if (Text == "always") {
    Rule.Holds.When = Condition::Always;
  } else if (Text == "non-null") {
    Rule.Holds.When = Condition::NonNull;
    if (llvm::any_of(Handles, isIntegerType))
      Errors.add(Word.At, "'non-null' contradicts an integer handle; is it "
                          "'non-negative'?");
  } else if (Text == "non-negative") {
    Rule.Holds.When = Condition::NonNegative;
    if (llvm::any_of(Handles,
                     [](llvm::StringRef H) { return H.contains('*'); }))
      Errors.add(Word.At, "'non-negative' contradicts a pointer handle; is it "
                          "'non-null'?");
  } else {
    Errors.add(Word.At, "'holds' must be {}, or a mapping with {}; found {}{}",
               alternatives(holdsWords()), alternatives(keysOf(Place::Holds)),
               describe(Word), suggestion(Text, holdsWords()));
    return;
  }
  if (What == Effect::Release && Text != "always")
    Errors.add(Word.At,
               "a release holds 'always', or by what the call "
               "returns; {} is for an acquisition",
               quoted(Text));
}

void CallParser::parseHoldsMapping(const YamlNode &Node) {
  MappingReader Holds(Node, Place::Holds, Errors);
  if (!Holds.isSound())
    return;
  if (Node.Entries.size() != 1) {
    Errors.add(Node.At, "'holds' must have exactly one of {}",
               alternatives(keysOf(Place::Holds)));
    return;
  }
  if (!hasReturnValue())
    Errors.add(Node.At, "'holds' asks what the call returns, but a "
                        "constructor, a macro and 'delete' return no status");
  if (Holds.has("returns")) {
    Rule.Holds = {Condition::Returns, constants(Holds, "returns")};
  } else if (Holds.has("returns-not")) {
    Rule.Holds = {Condition::ReturnsNot, constants(Holds, "returns-not")};
  } else if (Holds.has("returns-at-least")) {
    Rule.Holds = {Condition::ReturnsAtLeast,
                  constants(Holds, "returns-at-least")};
    if (Rule.Holds.Values.size() > 1)
      Errors.add(Holds.find("returns-at-least")->At,
                 "'returns-at-least' must be one value");
  } else if (std::optional<PlacedString> Status = Holds.string("status")) {
    parseStatus(*Status);
  }
}

void CallParser::parseStatus(const PlacedString &Name) {
  auto Macro = Macros.find(Name.Text);
  if (Macro != Macros.end()) {
    Rule.Holds = {Condition::Returns, Macro->second};
    return;
  }
  llvm::SmallVector<llvm::StringRef, 4> Known;
  for (const auto &Entry : Macros)
    Known.push_back(Entry.getKey());
  llvm::sort(Known);
  Errors.add(Name.At, "{} is not among the file's 'status-macros'{}",
             quoted(Name.Text), suggestion(Name.Text, Known));
}

void CallParser::parseWhen() {
  const YamlNode *Node = Call.find("when");
  if (!Node)
    return;
  MappingReader When(*Node, Place::When, Errors);
  if (!When.isSound())
    return;
  if (Rule.Form == CalleeForm::Delete)
    Errors.add(Call.keyAt("when"), "'when' cannot be combined with 'delete'");
  if (When.has("equals") == When.has("not-equals"))
    Errors.add(Node->At,
               "'when' must have exactly one of 'equals' or 'not-equals'");
  ArgumentCondition Condition;
  Condition.Argument = When.index("argument").value_or(0);
  Condition.Negated = When.has("not-equals");
  Condition.AnyOf =
      constants(When, Condition.Negated ? "not-equals" : "equals");
  if (const YamlNode *Argument = When.find("argument"))
    checkIndex(Condition.Argument, Argument->At);
  Rule.When = Condition;
}

void CallParser::parseUnless() {
  const YamlNode *Node =
      What == Effect::Acquire ? Call.find("unless") : nullptr;
  if (!Node)
    return;
  MappingReader Unless(*Node, Place::Unless, Errors);
  if (!Unless.isSound())
    return;
  FieldCondition Condition;
  Condition.Argument = Unless.index("argument").value_or(0);
  if (const YamlNode *Argument = Unless.find("argument"))
    checkIndex(Condition.Argument, Argument->At);
  if (std::optional<PlacedString> Field = Unless.string("field")) {
    if (!isIdentifier(Field->Text))
      Errors.add(Field->At, "expected a field's name, such as 'err', found {}",
                 quoted(Field->Text));
    Condition.Field = Field->Text;
  }
  Rule.Unless = Condition;
}

void CallParser::parseParent() {
  llvm::StringRef Key = What == Effect::Release ? "children-of" : "parent";
  const YamlNode *Parent = What == Effect::Acquire || What == Effect::Release
                               ? Call.find(Key)
                               : nullptr;
  if (!Parent)
    return;
  if (What == Effect::Release) {
    for (llvm::StringRef Other : {"argument", "through", "object"})
      if (Call.has(Other))
        Errors.add(Call.keyAt(Other),
                   "{} and 'children-of' contradict each other: the call takes "
                   "one handle, or all of a parent",
                   quoted(Other));
    Rule.Handle = {Slot::Returned, 0};
  }
  Rule.Parent = asSlot(*Parent, Slot::Argument);
  if (!Rule.Parent)
    Errors.add(Parent->At,
               "{} of a call must be an argument's index or "
               "'object', found {}",
               quoted(Key), describe(*Parent));
  else if (*Rule.Parent == Rule.Handle)
    Errors.add(Parent->At, "handle and parent cannot stand in the same place");
}

void CallParser::parseFlags() {
  if (What != Effect::Release)
    return;
  Rule.NullSafe = Call.boolean("null-safe").value_or(false);
  Rule.Nulls = Call.boolean("nulls").value_or(false);
  if (Rule.Nulls && Rule.Handle.Where != Slot::Pointee)
    Errors.add(Call.keyAt("nulls"),
               "'nulls' needs 'through': a call that gets the handle by value "
               "cannot change the variable");
  // `delete` of a null pointer does nothing.
  if (Rule.Form == CalleeForm::Delete)
    Rule.NullSafe = true;
}

} // namespace dbtidy
