//===- SessionAnalysis.cpp - The analysis of a translation unit -----------===//
//
// See SessionAnalysis.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/SessionAnalysis.h"
#include "analysis/Solver.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace dbtidy {

/// Summaries made for the functions that are passed; further ones are not told
/// apart by them.
static constexpr unsigned MaxWithCallbacks = 256;

SessionAnalysis::SessionAnalysis(ASTContext &Context, const RuleSet &Rules,
                                 MacroLookup Macros, AnalysisOptions Options)
    : Context(Context), Options(std::move(Options)),
      Decls(Context, Rules, std::move(Macros)),
      Exceptions(Context, this->Options.ImplicitExceptions,
                 this->Options.AllocationFailures),
      Summaries(Vals, [this](const FunctionDecl *F) { return solve(F); }) {}

void AnalysisCounters::add(const AnalysisCounters &O) {
  Functions += O.Functions;
  StatesDropped += O.StatesDropped;
  FactsDropped += O.FactsDropped;
  HandlesDropped += O.HandlesDropped;
  StepsExceeded += O.StepsExceeded;
  CasesMerged += O.CasesMerged;
}

namespace {
/// Lists the functions with a body outside system headers, instantiations of
/// templates and lambdas included.
struct FunctionCollector : RecursiveASTVisitor<FunctionCollector> {
  explicit FunctionCollector(std::vector<const FunctionDecl *> &Found)
      : Found(Found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->isThisDeclarationADefinition() &&
        F->doesThisDeclarationHaveABody() && !F->isDependentContext() &&
        !F->isDefaulted())
      Found.push_back(F);
    return true;
  }
  // Without the template's arguments: clang asserts that those of an implicit
  // instantiation are not written anywhere, but a member template's are.
  bool TraverseVarTemplateSpecializationDecl(VarTemplateSpecializationDecl *V) {
    return TraverseStmt(V->getInit());
  }
  bool VisitLambdaExpr(LambdaExpr *L) {
    if (const CXXMethodDecl *Call = L->getCallOperator();
        Call && !Call->isDependentContext())
      Found.push_back(Call);
    else if (const auto *Template = L->getDependentCallOperator())
      for (const FunctionDecl *Each : Template->specializations())
        if (Each->hasBody())
          Found.push_back(Each);
    return true;
  }
  std::vector<const FunctionDecl *> &Found;
};
} // namespace

bool SessionAnalysis::statementIsInteresting(const Stmt *Root) {
  llvm::SmallVector<const Stmt *, 64> Stack{Root};
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S)
      continue;
    if (const auto *C = dyn_cast<CallExpr>(S)) {
      if (const FunctionDecl *F = C->getDirectCallee()) {
        if (!Decls.rulesFor(F).empty())
          return true;
        if (isInteresting(F))
          return true;
      } else if (const auto *M = dyn_cast<MemberExpr>(
                     C->getCallee()->IgnoreParenImpCasts())) {
        if (const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl()))
          if (!Decls.rulesForMember(Field).empty())
            return true;
      }
      if (Decls.handleOf(C->getType()) >= 0)
        return true;
    } else if (const auto *Made = dyn_cast<CXXConstructExpr>(S)) {
      if (!Decls.rulesFor(Made->getConstructor()).empty() ||
          isInteresting(Made->getConstructor()))
        return true;
    } else if (const auto *R = dyn_cast<DeclRefExpr>(S)) {
      // A release function as a value: a deleter, a callback.
      if (const auto *F = dyn_cast<FunctionDecl>(R->getDecl()))
        if (!Decls.rulesFor(F).empty())
          return true;
    } else if (const auto *D = dyn_cast<CXXDeleteExpr>(S)) {
      if (!Decls.rulesForDelete(D->getArgument()->getType()).empty())
        return true;
    }
    if (const auto *L = dyn_cast<LambdaExpr>(S)) {
      Stack.push_back(L->getBody());
      for (const Expr *Init : L->capture_inits())
        Stack.push_back(Init);
      continue;
    }
    Stack.append(S->child_begin(), S->child_end());
  }
  return false;
}

bool SessionAnalysis::isInteresting(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition))
    return false;
  if (Definition->isDependentContext())
    return false;
  auto [It, New] = Interesting.try_emplace(Definition, false);
  if (!New)
    return It->second;
  bool Result = false;
  if (!Decls.inSystemHeader(Definition)) {
    for (const ParmVarDecl *P : Definition->parameters())
      Result |= Decls.handleOf(P->getType().getNonReferenceType()) >= 0;
    QualType Returned = Definition->getReturnType();
    Result |= Decls.handleOf(Returned) >= 0 ||
              ((Returned->isPointerType() || Returned->isReferenceType()) &&
               Decls.handleOf(Returned->getPointeeType()) >= 0);
  }
  if (!Result && !Decls.inSystemHeader(Definition))
    Result = statementIsInteresting(Definition->getBody());
  if (!Result && !Decls.inSystemHeader(Definition))
    if (const auto *C = dyn_cast<CXXConstructorDecl>(Definition))
      for (const CXXCtorInitializer *Init : C->inits())
        Result |= Init->getInit() && statementIsInteresting(Init->getInit());
  // `static int returnsTrue() { return 1; }`, `bool failed(int rc)`: what it
  // answers decides paths.
  if (!Result && !Decls.inSystemHeader(Definition) &&
      Definition->getReturnType()->isIntegralOrEnumerationType())
    if (const auto *Body = dyn_cast<CompoundStmt>(Definition->getBody()))
      Result = Body->size() <= 3 &&
               llvm::all_of(Definition->parameters(), [](const ParmVarDecl *P) {
                 return P->getType()->isIntegralOrEnumerationType();
               });
  Interesting[Definition] = Result;
  return Result;
}

/// The findings of a function. What fixes need is collected in a second run,
/// which most functions are spared.
static std::vector<Finding> findingsOf(SessionAnalysis &Unit, Solver &Solve,
                                       FunctionFacts &Facts) {
  std::vector<Finding> Result = Solve.findings();
  if (Result.empty())
    return Result;
  Solver Again(Unit, Facts, /*Observe=*/true);
  Again.run();
  // Looking for raw handles does not change which sessions leak.
  std::vector<Finding> Observed = Again.findings();
  llvm::erase_if(Observed, [&](const Finding &F) {
    return llvm::none_of(Result, [&](const Finding &Known) {
      return Known.Acquisition == F.Acquisition && Known.What == F.What;
    });
  });
  return Observed;
}

/// Whether \p A is to be reported before \p B, which is at the same place.
static bool isGraver(const Finding &A, const Finding &B) {
  if (A.What != B.What)
    return A.What < B.What;
  return A.Callee < B.Callee;
}

Solution SessionAnalysis::solve(const FunctionDecl *F) {
  Solution Result;
  ++Counters.Functions;
  std::unique_ptr<FunctionFacts> Facts = buildFacts(F, Decls, Exceptions);
  if (!Facts) {
    Result.Shortfall = "its control flow is not followed";
    return Result;
  }
  Solver Solve(*this, *Facts);
  Solve.run();
  Counters.add(Solve.bounds());
  if (!Decls.inSystemHeader(F))
    Result.Findings = findingsOf(*this, Solve, *Facts);
  Result.Shortfall = Solve.shortfall();
  Result.Result = Solve.summary();
  return Result;
}

const Summary *SessionAnalysis::summaryOf(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  return F->hasBody(Definition) ? Summaries.lookup(Definition) : nullptr;
}

const Summary *SessionAnalysis::summaryForCall(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  return F->hasBody(Definition) ? Summaries.lookupForCall(Definition) : nullptr;
}

const Summary *SessionAnalysis::summaryWith(const FunctionDecl *F,
                                            const Callbacks &Passed) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition))
    return nullptr;
  std::vector<const void *> Key(Definition->getNumParams() + 1);
  Key[0] = Definition;
  for (auto [Index, Function] : Passed)
    if (Index < Definition->getNumParams())
      Key[Index + 1] = Function->getCanonicalDecl();
  auto It = WithCallbacks.find(Key);
  // What calls itself with the same functions has no summary of its own yet.
  if (It == WithCallbacks.end()) {
    if (WithCallbacks.size() >= MaxWithCallbacks)
      return nullptr;
    It = WithCallbacks.try_emplace(Key).first;
    if (std::unique_ptr<FunctionFacts> Facts =
            buildFacts(Definition, Decls, Exceptions)) {
      Solver Solve(*this, *Facts);
      Solve.run(Passed);
      It->second = Solve.summary();
    }
  }
  return It->second.get();
}

llvm::ArrayRef<const CXXMethodDecl *>
SessionAnalysis::bodiesOf(const CXXMethodDecl *M) {
  if (!OverridersFound) {
    OverridersFound = true;
    for (const FunctionDecl *F : Functions) {
      const auto *Body = dyn_cast<CXXMethodDecl>(F);
      if (!Body || !Body->isVirtual())
        continue;
      llvm::SmallVector<const CXXMethodDecl *, 4> Overridden{Body};
      llvm::SmallPtrSet<const CXXMethodDecl *, 4> Seen;
      while (!Overridden.empty()) {
        const CXXMethodDecl *Each =
            Overridden.pop_back_val()->getCanonicalDecl();
        if (!Seen.insert(Each).second)
          continue;
        Overriders[Each].push_back(Body);
        Overridden.append(Each->begin_overridden_methods(),
                          Each->end_overridden_methods());
      }
    }
  }
  auto It = Overriders.find(M->getCanonicalDecl());
  if (It == Overriders.end())
    return {};
  return It->second;
}

bool SessionAnalysis::destructorReleases(const FieldDecl *Field) {
  Field = cast<FieldDecl>(Field->getCanonicalDecl());
  auto Known = ReleasedFields.find(Field);
  if (Known != ReleasedFields.end())
    return Known->second;
  ReleasedFields[Field] = false;
  bool Result = false;
  const auto *Record = dyn_cast<CXXRecordDecl>(Field->getParent());
  const CXXDestructorDecl *D =
      Record && Record->hasDefinition() ? Record->getDestructor() : nullptr;
  if (D && D->isUserProvided()) {
    if (!D->hasBody()) {
      Result = true; // What it does is not visible; silence.
    } else if (const Summary *Sum = summaryOf(D)) {
      PlaceId Object = Vals.deref(Vals.initial(Vals.thisPlace()));
      PlaceId Own = Vals.field(Object, Field);
      SymbolId Initial = Vals.initial(Own);
      PlaceId Target = Vals.deref(Initial);
      // The field, the struct that it is, or what it points or refers to.
      auto Concerns = [&](Value Gone) {
        if (Gone.isAddress())
          return Vals.within(Gone.asPlace(), Own) ||
                 Vals.within(Gone.asPlace(), Target);
        if (!Gone.isSymbol())
          return false;
        const SymbolInfo &Info = Vals.symbol(Gone.asSymbol());
        return Gone.asSymbol() == Initial || Info.Place == Vals.thisPlace() ||
               (Info.K == SymbolInfo::Initial &&
                (Vals.within(Info.Place, Target) ||
                 Vals.within(Info.Place, Own)));
      };
      for (const SummaryCase &C : Sum->Cases)
        Result |= llvm::any_of(C.Released, Concerns) ||
                  llvm::any_of(C.Kept, Concerns);
    } else {
      Result = true;
    }
  }
  return ReleasedFields[Field] = Result;
}

bool SessionAnalysis::cleanupReleases(const VarDecl *V) {
  const auto *Cleanup = V->getAttr<CleanupAttr>();
  if (!Cleanup)
    return false;
  const FunctionDecl *F = Cleanup->getFunctionDecl();
  const FunctionDecl *Definition = nullptr;
  if (!F || !F->hasBody(Definition) || Definition->getNumParams() != 1)
    return true; // What it does is not visible; silence.
  const Summary *Sum = summaryOf(Definition);
  if (!Sum)
    return true;
  PlaceId Parameter = Vals.variable(Definition->getParamDecl(0));
  PlaceId Target = Vals.deref(Vals.initial(Parameter));
  auto Concerns = [&](Value Gone) {
    if (Gone.isAddress())
      return Vals.within(Gone.asPlace(), Target);
    if (!Gone.isSymbol())
      return false;
    const SymbolInfo &Info = Vals.symbol(Gone.asSymbol());
    return Info.K == SymbolInfo::Initial &&
           (Vals.within(Info.Place, Target) || Info.Place == Parameter);
  };
  for (const SummaryCase &C : Sum->Cases)
    if (llvm::any_of(C.Released, Concerns) || llvm::any_of(C.Kept, Concerns))
      return true;
  return false;
}

/// Those of all functions by location; instantiations of one template, and the
/// hypotheses of one call, are one finding.
std::vector<Finding> SessionAnalysis::sortedFindings() {
  std::vector<Finding> Findings;
  for (const auto &E : Summaries.entries())
    for (Finding &Each : E->Known.Findings)
      Findings.push_back(std::move(Each));
  Answers.dropTaken(Findings);
  const SourceManager &SM = Context.getSourceManager();
  llvm::stable_sort(Findings, [&](const Finding &A, const Finding &B) {
    if (A.At == B.At)
      return isGraver(A, B);
    return SM.isBeforeInTranslationUnit(A.At, B.At);
  });
  std::vector<Finding> Unique;
  for (Finding &F : Findings) {
    if (Unique.empty() || Unique.back().At != F.At ||
        Unique.back().Kind != F.Kind) {
      Unique.push_back(std::move(F));
      continue;
    }
    for (WayOut &W : F.Exits) {
      auto Same = [&](const WayOut &O) {
        return O.At == W.At && O.Text == W.Text;
      };
      if (llvm::none_of(Unique.back().Exits, Same))
        Unique.back().Exits.push_back(std::move(W));
    }
  }
  return Unique;
}

std::vector<Finding> SessionAnalysis::run() {
  if (!Options.Everything && !Decls.mentionsAnyRule())
    return {};
  FunctionCollector Collector(Functions);
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Decls.inSystemHeader(D))
      Collector.TraverseDecl(D);
  for (const FunctionDecl *F : Functions)
    if (Options.Everything || isInteresting(F))
      Summaries.require(F);
  return sortedFindings();
}

std::vector<Shortfall> SessionAnalysis::shortfalls() const {
  std::vector<Shortfall> Result;
  for (const auto &E : Summaries.entries())
    if (!E->Known.Shortfall.empty() && !Decls.inSystemHeader(E->Function))
      Result.push_back({E->Function, E->Known.Shortfall});
  const SourceManager &SM = Context.getSourceManager();
  auto At = [](const Shortfall &S) { return S.Function->getLocation(); };
  llvm::stable_sort(Result, [&](const Shortfall &A, const Shortfall &B) {
    return SM.isBeforeInTranslationUnit(At(A), At(B));
  });
  // Instantiations of one template.
  auto Same = [&](const Shortfall &A, const Shortfall &B) {
    return At(A) == At(B);
  };
  Result.erase(std::unique(Result.begin(), Result.end(), Same), Result.end());
  return Result;
}

} // namespace dbtidy
