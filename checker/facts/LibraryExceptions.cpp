//===- LibraryExceptions.cpp - Which functions throw by repute ------------===//
//
// What is known of the standard library and of toolkits that do without
// exceptions. See ExceptionModel.h.
//
//===----------------------------------------------------------------------===//

#include "facts/ExceptionModel.h"
#include "support/Words.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// The functions of the standard library that throw for another reason than a
/// failed allocation, and do so in correct programs. The C++ standard names
/// the exceptions in each function's "Throws:" paragraph.
bool ExceptionModel::standardMayThrow(const FunctionDecl *F) const {
  if (isa<CXXConstructorDecl>(F)) {
    const auto *R = cast<CXXConstructorDecl>(F)->getParent();
    if (!R->getIdentifier())
      return false;
    return isOneOf(R->getName(),
                   {"basic_regex", "thread", "jthread", "path",
                    "directory_iterator", "recursive_directory_iterator",
                    "random_device", "locale"});
  }
  if (F->getOverloadedOperator() == OO_Call)
    // std::function and its kin call what they were given.
    return true;
  if (!F->getIdentifier())
    return false;
  for (const DeclContext *DC = F->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *NS = dyn_cast<NamespaceDecl>(DC))
      if (NS->getIdentifier() && NS->getName() == "filesystem")
        return true;
  return isOneOf(F->getName(), {"at",
                                "value",
                                "get",
                                "any_cast",
                                "async",
                                "stoi",
                                "stol",
                                "stoll",
                                "stoul",
                                "stoull",
                                "stof",
                                "stod",
                                "stold",
                                "visit",
                                "regex_match",
                                "regex_search",
                                "regex_replace",
                                "rethrow_exception",
                                "throw_with_nested",
                                "rethrow_if_nested",
                                "rethrow_nested",
                                "get_future",
                                "set_value",
                                "set_exception",
                                "to_bytes",
                                "from_bytes",
                                "vformat",
                                "format",
                                "exceptions"});
}

/// `for_each(first, last, f)` throws what `f` does.
bool ExceptionModel::callablesMayThrow(const FunctionDecl *F) {
  if (!F->getIdentifier() ||
      !isOneOf(F->getName(), {"for_each", "transform", "generate", "accumulate",
                              "invoke", "apply", "call_once"}))
    return false;
  auto MayThrow = [&](QualType T) {
    T = T.getNonReferenceType();
    if (T->isPointerType())
      T = T->getPointeeType();
    if (const auto *Proto = T->getAs<FunctionProtoType>())
      return !Proto->isNothrow();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R || !R->hasDefinition())
      return false;
    if (R->isInStdNamespace() && R->getIdentifier())
      return isOneOf(R->getName(), {"function", "_Bind", "reference_wrapper"});
    for (const NamedDecl *D :
         R->lookup(Context.DeclarationNames.getCXXOperatorName(OO_Call))) {
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
        for (const FunctionDecl *Each : Template->specializations())
          if (mayThrow(Each))
            return true;
      } else if (const auto *Call = dyn_cast<FunctionDecl>(D)) {
        if (mayThrow(Call))
          return true;
      }
    }
    return false;
  };
  return llvm::any_of(F->parameters(), [&](const ParmVarDecl *P) {
    return MayThrow(P->getType());
  });
}

/// Qt and wxWidgets are built to work without exceptions: their own functions
/// report errors by other means (https://doc.qt.io/qt-6/exceptionsafety.html,
/// https://docs.wxwidgets.org/3.2/overview_exceptions.html). They are told by
/// their names, so that `tr`, which a macro declares in users' classes, is one.
bool ExceptionModel::isOfToolkit(const FunctionDecl *F) {
  auto Named = [](llvm::StringRef Name, llvm::StringRef Prefix) {
    return Name.size() > Prefix.size() + 1 && Name.consume_front(Prefix) &&
           Name[0] >= 'A' && Name[0] <= 'Z';
  };
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    if (M->isStatic() && M->getIdentifier() && M->getName() == "tr")
      return true;
    const CXXRecordDecl *R = M->getParent();
    return R->getIdentifier() &&
           (Named(R->getName(), "Q") || Named(R->getName(), "wx")) &&
           R->getDeclContext()->getRedeclContext()->isTranslationUnit();
  }
  if (!F->getIdentifier() ||
      !F->getDeclContext()->getRedeclContext()->isTranslationUnit())
    return false;
  llvm::StringRef Name = F->getName();
  return Named(Name, "q") || Name.starts_with("qstr") || Named(Name, "wx");
}

/// Whether the file is written for one of those toolkits, and neither raises
/// nor handles an exception: its program does without them.
bool ExceptionModel::doesWithoutExceptions() {
  if (DoesWithout)
    return *DoesWithout;
  DoesWithout = false;
  auto Declares = [&](llvm::StringRef Class) {
    DeclarationName Name(&Context.Idents.get(Class));
    return llvm::any_of(
        Context.getTranslationUnitDecl()->lookup(Name),
        [](const NamedDecl *D) { return isa<CXXRecordDecl>(D); });
  };
  if (!Declares("QObject") && !Declares("QString") && !Declares("wxObject") &&
      !Declares("wxString"))
    return false;
  const SourceManager &SM = Context.getSourceManager();
  FileID Main = SM.getMainFileID();
  Lexer Tokens(Main, SM.getBufferOrFake(Main), SM, Context.getLangOpts());
  Token T;
  while (!Tokens.LexFromRawLexer(T))
    if (T.is(tok::raw_identifier) &&
        isOneOf(T.getRawIdentifier(), {"throw", "try", "catch"}))
      return false;
  DoesWithout = true;
  return true;
}

} // namespace dbtidy
