//===- FactsBuilder.cpp - From AST and CFG to instructions ----------------===//
//
// The only reader of statements and expressions. Goes over clang's CFG with
// every subexpression as an element of its own, in order of evaluation, and
// writes one or a few instructions for each. Decides nothing: what an
// instruction does to a state is the transfer functions' matter.
//
//===----------------------------------------------------------------------===//

#include "facts/CallSites.h"
#include "facts/FunctionFacts.h"
#include "support/ClangCompat.h"
#include "support/ConstantInt.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

namespace {

class Builder {
public:
  Builder(FunctionFacts &Facts, Declarations &Decls, ExceptionModel &Exceptions)
      : Facts(Facts), Decls(Decls), Exceptions(Exceptions),
        Context(Decls.context()) {}

  bool build(const Stmt *Body);

private:
  // Emission.
  Instruction &emit(Opcode Op, const Stmt *S);
  RegId fresh() { return Facts.Registers++; }
  RegId constant(int64_t V, const Stmt *S);
  RegId opaque(const Stmt *S);
  RegId unary(Opcode Op, RegId A, const Stmt *S);
  void store(RegId Address, RegId Value, const Stmt *S);
  RegId define(const Expr *E, RegId R);
  void use(RegId R);

  // Blocks.
  void lowerBlock(const CFGBlock &B);
  void lowerEdges(const CFGBlock &B);
  void placeBlocks(const CFG &Graph);
  void orderBlocks();

  // Elements.
  void lowerElement(const CFGElement &Element);
  void lowerStmt(const Stmt *S);
  void lowerDecl(const DeclStmt *D);
  void lowerVariable(const VarDecl *V, const Stmt *S);
  void lowerInitializer(const CXXCtorInitializer *I);
  void lowerImplicitDtor(const CFGImplicitDtor &Dtor);
  void copyToOperator(const Expr *Arm, RegId R);
  void endStatement(const Stmt *S);
  void mayThrow(const FunctionDecl *F, const Expr *E);

  // Expressions. value() is a glvalue's address or a prvalue's value.
  RegId value(const Expr *E);
  RegId lower(const Expr *E);
  RegId lowerCast(const CastExpr *E);
  RegId lowerUnary(const UnaryOperator *E);
  RegId lowerBinary(const BinaryOperator *E);
  RegId lowerDeclRef(const DeclRefExpr *E);
  RegId lowerMember(const MemberExpr *E);
  RegId lowerCall(const CallExpr *E);
  RegId lowerConstruct(const CXXConstructExpr *E);
  RegId lowerNew(const CXXNewExpr *E);
  RegId lowerDelete(const CXXDeleteExpr *E);
  RegId lowerInitList(const InitListExpr *E);
  RegId lowerLambda(const LambdaExpr *E);
  RegId load(RegId Address, QualType T, const Expr *E);
  RegId addressOfVariable(const VarDecl *V, const Stmt *S);
  RegId addressOfObject(const Expr *Base);
  RegId element(RegId Base, RegId Index, const Expr *Written, const Expr *E);
  RegId emitCall(CallSite &Site, const Expr *E);
  RegId macroAcquisition(const Expr *At, RegId Address, RegId Value);

  FunctionFacts &Facts;
  Declarations &Decls;
  ExceptionModel &Exceptions;
  ASTContext &Context;
  Block *Current = nullptr;
  unsigned CurrentIndex = 0;
  ScopeId CurrentScope = 0;
  llvm::DenseMap<const Expr *, RegId> Registers;
  /// The block each register is written in; ~0u where several write it.
  std::vector<unsigned> WrittenIn;
  llvm::DenseMap<const CXXNewExpr *, RegId> NewObjects;
  /// Registers that several blocks write: ?:, && and ||.
  llvm::DenseMap<const Expr *, RegId> Merged;
  /// The last part of each CFG block, where it was cut (endStatement()).
  llvm::DenseMap<unsigned, unsigned> LastPart;
  unsigned CfgBlock = 0;
  bool StatementMaySplit = false;
  /// Temporaries of the statement whose destructors may throw.
  llvm::SmallVector<const CXXDestructorDecl *, 2> DyingTemporaries;
  unsigned Depth = 0;
};

} // namespace

//===- Emission -----------------------------------------------------------===//

Instruction &Builder::emit(Opcode Op, const Stmt *S) {
  Current->Code.emplace_back();
  Instruction &I = Current->Code.back();
  I.Op = Op;
  I.S = S;
  I.Scope = CurrentScope;
  return I;
}

void Builder::use(RegId R) {
  if (R == NoReg)
    return;
  if (WrittenIn.size() <= R)
    WrittenIn.resize(R + 1, CurrentIndex);
  if (WrittenIn[R] != CurrentIndex) {
    if (Facts.Crosses.size() <= R)
      Facts.Crosses.resize(R + 1);
    Facts.Crosses.set(R);
  }
}

RegId Builder::define(const Expr *E, RegId R) {
  if (E)
    Registers[E] = R;
  return R;
}

RegId Builder::unary(Opcode Op, RegId A, const Stmt *S) {
  use(A);
  RegId R = fresh();
  use(R);
  Instruction &I = emit(Op, S);
  I.A = A;
  I.Dst = R;
  return R;
}

RegId Builder::constant(int64_t V, const Stmt *S) {
  RegId R = unary(Opcode::Constant, NoReg, S);
  Current->Code.back().Imm = V;
  return R;
}

RegId Builder::opaque(const Stmt *S) { return unary(Opcode::Opaque, NoReg, S); }

void Builder::store(RegId Address, RegId Value, const Stmt *S) {
  use(Address);
  use(Value);
  Instruction &I = emit(Opcode::Store, S);
  I.A = Address;
  I.B = Value;
}

//===- Blocks -------------------------------------------------------------===//

bool Builder::build(const Stmt *Body) {
  CFG::BuildOptions Options;
  Options.AddImplicitDtors = true;
  Options.AddInitializers = true;
  Options.AddEHEdges = false;
  Options.PruneTriviallyFalseEdges = true;
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> Graph = CFG::buildCFG(
      Facts.Function, const_cast<Stmt *>(Body), &Context, Options);
  if (!Graph)
    return false;

  Facts.Blocks.reserve(Graph->getNumBlockIDs() * 2);
  Facts.Blocks.resize(Graph->getNumBlockIDs());
  Facts.Entry = Graph->getEntry().getBlockID();
  Facts.Blocks[Graph->getExit().getBlockID()].IsExit = true;
  for (const CFGBlock *B : *Graph)
    if (const Stmt *Label = B->getLabel(); Label && isa<CXXCatchStmt>(Label)) {
      Facts.Handlers[Label] = B->getBlockID();
      Facts.Blocks[B->getBlockID()].IsHandler = true;
    }
  // In the order of evaluation, so that operands are lowered before their
  // users: clang numbers blocks from the exit up.
  for (const CFGBlock *B : llvm::reverse(*Graph))
    lowerBlock(*B);
  for (const CFGBlock *B : llvm::reverse(*Graph))
    lowerEdges(*B);
  placeBlocks(*Graph);
  orderBlocks();
  Facts.Crosses.resize(Facts.Registers);
  return true;
}

void Builder::lowerBlock(const CFGBlock &B) {
  CfgBlock = CurrentIndex = B.getBlockID();
  Current = &Facts.Blocks[CurrentIndex];
  for (const CFGElement &Element : B) {
    lowerElement(Element);
    if (!Current->Code.empty() && Current->Code.back().Op == Opcode::Stop)
      break;
  }
}

void Builder::lowerEdges(const CFGBlock &B) {
  auto Part = LastPart.find(B.getBlockID());
  CurrentIndex = Part == LastPart.end() ? B.getBlockID() : Part->second;
  Current = &Facts.Blocks[CurrentIndex];
  const Stmt *Terminator = B.getTerminatorStmt();
  Current->Terminator = Terminator;
  if (Terminator && isa<CXXTryStmt>(Terminator))
    return; // Handlers are entered by the calls that throw.
  if (Terminator && isa<GotoStmt, BreakStmt, ContinueStmt>(Terminator))
    Current->Jump = Terminator;

  const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator);
  bool Decides = Switch || (B.succ_size() == 2 && Terminator);
  if (Decides)
    if (const Stmt *Condition = B.getTerminatorCondition())
      if (const auto *E = dyn_cast<Expr>(Condition)) {
        CurrentScope = Facts.Scopes.of(E);
        Current->Condition = value(E);
        use(Current->Condition);
      }
  unsigned Index = 0;
  for (const CFGBlock::AdjacentBlock &Next : B.succs()) {
    unsigned Position = Index++;
    const CFGBlock *Target = Next.getReachableBlock();
    if (!Target)
      continue;
    Edge E;
    E.Target = Target->getBlockID();
    if (Switch) {
      E.When = Edge::Default;
      if (const auto *C = dyn_cast_or_null<CaseStmt>(Target->getLabel())) {
        std::optional<int64_t> Low = constantInt(C->getLHS(), Context);
        if (Low) {
          E.When = Edge::Case;
          E.Label = C;
          E.CaseLow = *Low;
          E.CaseHigh = constantInt(C->getRHS(), Context).value_or(*Low);
        }
      } else if (const auto *D =
                     dyn_cast_or_null<DefaultStmt>(Target->getLabel())) {
        E.Label = D;
      }
    } else if (Decides && Current->Condition != NoReg) {
      E.When = Position == 0 ? Edge::IfTrue : Edge::IfFalse;
    }
    Current->Out.push_back(E);
  }
}

/// Finds the scope that each block starts in: its first statement's, or for an
/// empty block its successor's.
void Builder::placeBlocks(const CFG &Graph) {
  std::vector<bool> Placed(Facts.Blocks.size());
  for (unsigned I = Graph.getNumBlockIDs(); I < Facts.Blocks.size(); ++I) {
    if (!Facts.Blocks[I].Code.empty())
      Facts.Blocks[I].Scope = Facts.Blocks[I].Code.front().Scope;
    Placed[I] = true;
  }
  for (const CFGBlock *B : Graph) {
    Block &Own = Facts.Blocks[B->getBlockID()];
    if (Own.IsExit) {
      Placed[B->getBlockID()] = true;
      continue;
    }
    if (!Own.Code.empty()) {
      Own.Scope = Own.Code.front().Scope;
      Placed[B->getBlockID()] = true;
      continue;
    }
    const Stmt *First = nullptr;
    if (const Stmt *Label = B->getLabel())
      First = Label;
    if (!First && B->getTerminatorStmt() && !B->getTerminatorCondition())
      First = B->getTerminatorStmt();
    if (!First)
      continue;
    Own.Scope = Facts.Scopes.of(First);
    Placed[B->getBlockID()] = true;
  }
  // Successors come first in the graph's own order, but for loops.
  for (unsigned Round = 0; Round < 4; ++Round) {
    bool Missing = false;
    for (const CFGBlock *B : Graph) {
      unsigned Id = B->getBlockID();
      if (Placed[Id])
        continue;
      Missing = true;
      for (const Edge &E : Facts.Blocks[Id].Out)
        if (Placed[E.Target]) {
          Facts.Blocks[Id].Scope = Facts.Blocks[E.Target].Scope;
          Placed[Id] = true;
          break;
        }
    }
    if (!Missing)
      break;
  }
}

void Builder::orderBlocks() {
  // Where exceptions thrown in a block may go.
  auto Successors = [&](unsigned Id) {
    llvm::SmallVector<unsigned, 4> Next;
    const Block &B = Facts.Blocks[Id];
    const CXXTryStmt *Last = nullptr;
    for (const Instruction &I : B.Code) {
      bool Throws = I.Op == Opcode::Throw || I.Op == Opcode::MayThrow ||
                    (I.Call && I.Call->MayThrow);
      const CXXTryStmt *T = Throws ? Facts.Scopes[I.Scope].Try : nullptr;
      if (!T || T == Last)
        continue;
      Last = T;
      for (; T; T = Facts.Scopes[Facts.Scopes.outside(T)].Try)
        for (unsigned H = 0; H < T->getNumHandlers(); ++H) {
          auto It = Facts.Handlers.find(T->getHandler(H));
          if (It != Facts.Handlers.end())
            Next.push_back(It->second);
        }
    }
    for (const Edge &E : B.Out)
      Next.push_back(E.Target);
    return Next;
  };

  std::vector<char> Seen(Facts.Blocks.size());
  struct Frame {
    unsigned Id;
    llvm::SmallVector<unsigned, 4> Next;
  };
  std::vector<Frame> Stack;
  std::vector<unsigned> PostOrder;
  Seen[Facts.Entry] = 1;
  Stack.push_back({Facts.Entry, Successors(Facts.Entry)});
  while (!Stack.empty()) {
    Frame &Top = Stack.back();
    if (Top.Next.empty()) {
      PostOrder.push_back(Top.Id);
      Stack.pop_back();
      continue;
    }
    unsigned Next = Top.Next.pop_back_val();
    if (!Seen[Next]) {
      Seen[Next] = 1;
      Stack.push_back({Next, Successors(Next)});
    }
  }
  Facts.ReversePostOrder.assign(PostOrder.rbegin(), PostOrder.rend());
  for (unsigned I = 0; I < Facts.ReversePostOrder.size(); ++I) {
    Facts.Blocks[Facts.ReversePostOrder[I]].Order = I;
    Facts.Blocks[Facts.ReversePostOrder[I]].LoopEnd = I;
  }
  // Have: an edge to a lower order closes a loop that spans all between.
  for (unsigned U : Facts.ReversePostOrder)
    for (unsigned V : Successors(U)) {
      unsigned From = Facts.Blocks[V].Order, To = Facts.Blocks[U].Order;
      for (unsigned I = From; I <= To; ++I) {
        Block &Inside = Facts.Blocks[Facts.ReversePostOrder[I]];
        Inside.LoopEnd = std::max(Inside.LoopEnd, To);
        Inside.InLoop = true;
      }
    }
}

//===- Elements -----------------------------------------------------------===//

void Builder::lowerElement(const CFGElement &Element) {
  if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
    return lowerStmt(S->getStmt());
  if (std::optional<CFGInitializer> I = Element.getAs<CFGInitializer>())
    return lowerInitializer(I->getInitializer());
  if (std::optional<CFGImplicitDtor> D = Element.getAs<CFGImplicitDtor>())
    return lowerImplicitDtor(*D);
}

/// A destructor is a matter of scopes, which the solver knows, unless it may
/// throw.
void Builder::lowerImplicitDtor(const CFGImplicitDtor &Dtor) {
  if (!Exceptions.enabled())
    return;
  std::optional<CFGAutomaticObjDtor> A = Dtor.getAs<CFGAutomaticObjDtor>();
  if (!A)
    return;
  const CXXDestructorDecl *D = Dtor.getDestructorDecl(Context);
  if (!D || !Exceptions.mayThrow(D))
    return;
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.Name = D->getNameAsString();
  Site.Callee = D;
  Site.MayThrow = true;
  const Stmt *Trigger = A->getTriggerStmt();
  CurrentScope = Trigger ? Facts.Scopes.of(Trigger) : 0;
  emit(Opcode::MayThrow, Trigger).Call = &Site;
}

void Builder::lowerStmt(const Stmt *S) {
  if (Facts.Scopes.isUnevaluated(S))
    return;
  // What clang makes up (loops over arrays) stands where it is evaluated.
  if (Facts.Scopes.knows(S))
    CurrentScope = Facts.Scopes.of(S);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    // clang splits `T a = …, b = …;` into statements that are not in the tree.
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each)) {
        if (Facts.Scopes.declares(V))
          CurrentScope = Facts.Scopes.of(V);
        else if (V->getInit())
          CurrentScope = Facts.Scopes.of(V->getInit());
      }
    lowerDecl(D);
    return endStatement(S);
  }
  if (isa<ReturnStmt, CoreturnStmt>(S)) {
    const Expr *Value = nullptr;
    if (const auto *R = dyn_cast<ReturnStmt>(S))
      Value = R->getRetValue();
    else
      Value = cast<CoreturnStmt>(S)->getOperand();
    RegId R = Value ? value(Value) : NoReg;
    use(R);
    emit(Opcode::Return, S).A = R;
    return;
  }
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return;
  auto Known = Registers.find(E);
  RegId R = Known != Registers.end() ? Known->second : lower(E);
  Registers[E] = R;
  copyToOperator(E, R);
  if (Facts.Scopes.isFullExpression(E) && !Current->Code.empty() &&
      Current->Code.back().Op != Opcode::Stop)
    endStatement(S);
}

void Builder::mayThrow(const FunctionDecl *F, const Expr *E) {
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  Site.Callee = F;
  Site.Name = F->getNameAsString();
  Site.MayThrow = true;
  emit(Opcode::MayThrow, E).Call = &Site;
}

void Builder::endStatement(const Stmt *S) {
  if (const auto *E = dyn_cast<Expr>(S))
    for (const CXXDestructorDecl *D : DyingTemporaries)
      mayThrow(D, E);
  DyingTemporaries.clear();
  // What a condition tests is still there on the branches.
  emit(Opcode::EndStatement, S).Imm = Facts.Scopes.isCondition(S);
  if (!StatementMaySplit)
    return;
  // A call may have left several states behind. They meet again at the head
  // of a block, so that straight code with many calls stays linear.
  StatementMaySplit = false;
  unsigned Next = Facts.Blocks.size();
  Facts.Blocks.emplace_back();
  Edge E;
  E.Target = Next;
  Facts.Blocks[CurrentIndex].Out.push_back(E);
  Facts.Blocks[Next].Scope = CurrentScope;
  LastPart[CfgBlock] = Next;
  CurrentIndex = Next;
  Current = &Facts.Blocks[Next];
}

/// `c ? a : b`, `a && b`: once an arm is evaluated, its value is the
/// operator's, until another arm is.
void Builder::copyToOperator(const Expr *Arm, RegId R) {
  const Expr *Operator = Facts.Scopes.armOf(Arm);
  if (!Operator || R == NoReg)
    return;
  // `(a || b) && c`: the inner operator is no element of its own.
  if (const auto *B = dyn_cast<BinaryOperator>(Operator);
      B && Facts.Scopes.armOf(B))
    copyToOperator(B, R);
  auto [It, New] = Merged.try_emplace(Operator, NoReg);
  if (New) {
    It->second = fresh();
    Facts.Crosses.resize(
        std::max<unsigned>(Facts.Crosses.size(), It->second + 1));
    Facts.Crosses.set(It->second);
    Facts.MergedRegisters.resize(It->second + 1);
    Facts.MergedRegisters.set(It->second);
    if (WrittenIn.size() <= It->second)
      WrittenIn.resize(It->second + 1, CurrentIndex);
  }
  use(R);
  Instruction &I = emit(Opcode::Copy, Arm);
  I.A = R;
  I.Dst = It->second;
}

void Builder::lowerDecl(const DeclStmt *D) {
  for (const Decl *Each : D->decls())
    if (const auto *V = dyn_cast<VarDecl>(Each))
      lowerVariable(V, D);
}

void Builder::lowerVariable(const VarDecl *V, const Stmt *S) {
  const Expr *Init = V->getInit();
  if (!Init) {
    if (V->hasLocalStorage())
      emit(Opcode::Declare, S).D = V;
    return;
  }
  RegId R = value(Init);
  use(R);
  if (V->getType()->isReferenceType()) {
    Instruction &I = emit(Opcode::BindReference, S);
    I.D = V;
    I.A = R;
    return;
  }
  RegId Address = addressOfVariable(V, S);
  R = macroAcquisition(Init, Address, R);
  // A constructor call has made the variable itself.
  if (R != NoReg)
    store(Address, R, Init);
}

void Builder::lowerInitializer(const CXXCtorInitializer *I) {
  if (!I->getInit())
    return;
  CurrentScope = Facts.Scopes.of(I->getInit());
  RegId R = value(I->getInit());
  if (!I->isAnyMemberInitializer())
    return;
  RegId This = unary(Opcode::This, NoReg, I->getInit());
  RegId Address = unary(Opcode::FieldAddress, This, I->getInit());
  Current->Code.back().D = I->getAnyMember();
  if (R != NoReg)
    store(Address, R, I->getInit());
  endStatement(I->getInit());
}

//===- Expressions --------------------------------------------------------===//

RegId Builder::value(const Expr *E) {
  E = stripWrappers(E);
  auto It = Registers.find(E);
  if (It != Registers.end()) {
    use(It->second);
    return It->second;
  }
  auto Op = Merged.find(E);
  if (Op != Merged.end())
    return Op->second;
  // Not an element of the CFG: a default argument, a literal that clang
  // folded away. Evaluated where it is used.
  if (Depth > 64)
    return opaque(E);
  ++Depth;
  RegId R = lower(E);
  --Depth;
  return define(E, R);
}

RegId Builder::addressOfVariable(const VarDecl *V, const Stmt *S) {
  RegId R = unary(Opcode::VarAddress, NoReg, S);
  Current->Code.back().D = V;
  return R;
}

RegId Builder::load(RegId Address, QualType T, const Expr *E) {
  return unary(T->isRecordType() ? Opcode::LoadAggregate : Opcode::Load,
               Address, E);
}

/// The address of an element. Only an index that is written as a constant
/// tells one element from the others: what a counter is worth in one round of
/// a loop says nothing of the other rounds.
RegId Builder::element(RegId Base, RegId Index, const Expr *Written,
                       const Expr *E) {
  RegId R = unary(Opcode::ElementAddress, Base, E);
  if (constantInt(Written, Context)) {
    use(Index);
    Current->Code.back().B = Index;
  }
  return R;
}

/// The address of the object that \p Base is, made in memory where it is a
/// temporary.
RegId Builder::addressOfObject(const Expr *Base) {
  RegId R = value(Base);
  if (Base->isPRValue() && !Base->getType()->isPointerType())
    return unary(Opcode::TempAddress, R, Base);
  return R;
}

RegId Builder::lower(const Expr *E) {
  if (E->isTypeDependent() || E->isValueDependent())
    return opaque(E);
  if (const auto *C = dyn_cast<CastExpr>(E))
    return lowerCast(C);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return lowerUnary(U);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return lowerBinary(B);
  if (const auto *C = dyn_cast<CallExpr>(E))
    return lowerCall(C);
  if (const auto *C = dyn_cast<CXXConstructExpr>(E))
    return lowerConstruct(C);

  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass: {
    const llvm::APInt &V = cast<IntegerLiteral>(E)->getValue();
    return V.getActiveBits() <= 63 ? constant(int64_t(V.getZExtValue()), E)
                                   : opaque(E);
  }
  case Stmt::CharacterLiteralClass:
    return constant(cast<CharacterLiteral>(E)->getValue(), E);
  case Stmt::CXXBoolLiteralExprClass:
    return constant(cast<CXXBoolLiteralExpr>(E)->getValue(), E);
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return constant(0, E);
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass: {
    if (std::optional<int64_t> V = constantInt(E, Context))
      return constant(*V, E);
    return opaque(E);
  }
  case Stmt::ConstantExprClass:
    return value(cast<ConstantExpr>(E)->getSubExpr());
  case Stmt::DeclRefExprClass:
    return lowerDeclRef(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return lowerMember(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass: {
    const auto *A = cast<ArraySubscriptExpr>(E);
    return element(value(A->getBase()), value(A->getIdx()), A->getIdx(), E);
  }
  case Stmt::CXXThisExprClass:
    return unary(Opcode::This, NoReg, E);
  case Stmt::MaterializeTemporaryExprClass: {
    const auto *M = cast<MaterializeTemporaryExpr>(E);
    return unary(Opcode::TempAddress, value(M->getSubExpr()), E);
  }
  case Stmt::CXXStdInitializerListExprClass:
    return value(cast<CXXStdInitializerListExpr>(E)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass: {
    const auto *B = cast<CXXBindTemporaryExpr>(E);
    if (const CXXDestructorDecl *D = B->getTemporary()->getDestructor();
        D && Exceptions.mayThrow(D))
      DyingTemporaries.push_back(D);
    return value(B->getSubExpr());
  }
  case Stmt::CompoundLiteralExprClass:
    return unary(Opcode::TempAddress,
                 value(cast<CompoundLiteralExpr>(E)->getInitializer()), E);
  case Stmt::InitListExprClass:
    return lowerInitList(cast<InitListExpr>(E));
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return value(Source);
    return opaque(E);
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXDefaultInitExprClass:
    return value(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::CXXDefaultArgExprClass: {
    const Expr *Default = cast<CXXDefaultArgExpr>(E)->getExpr();
    if (isa<CallExpr, CXXConstructExpr>(stripWrappers(Default)) ||
        Exceptions.evaluationMayThrow(Default)) {
      if (Exceptions.evaluationMayThrow(Default)) {
        Facts.Calls.emplace_back();
        CallSite &Site = Facts.Calls.back();
        Site.E = E;
        Site.MayThrow = true;
        Site.Name = "default argument";
        const Expr *Inner = stripWrappers(Default)->IgnoreImplicit();
        if (const auto *C = dyn_cast<CallExpr>(Inner))
          if (const FunctionDecl *F = C->getDirectCallee())
            Site.Name = F->getNameAsString();
        emit(Opcode::MayThrow, E).Call = &Site;
      }
      return opaque(E);
    }
    return value(Default);
  }
  case Stmt::CXXNewExprClass:
    return lowerNew(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    return lowerDelete(cast<CXXDeleteExpr>(E));
  case Stmt::BlockExprClass: {
    // A block keeps what it captures, and may release it when it runs.
    for (const BlockDecl::Capture &C :
         cast<BlockExpr>(E)->getBlockDecl()->captures()) {
      RegId Address = addressOfVariable(C.getVariable(), E);
      use(Address);
      emit(Opcode::Escape, E).A = Address;
    }
    return opaque(E);
  }
  case Stmt::LambdaExprClass:
    return lowerLambda(cast<LambdaExpr>(E));
  case Stmt::CXXThrowExprClass: {
    const auto *T = cast<CXXThrowExpr>(E);
    if (T->getSubExpr()) {
      RegId R = value(T->getSubExpr());
      use(R);
      emit(Opcode::Escape, E).A = R;
    }
    Instruction &I = emit(Opcode::Throw, E);
    if (T->getSubExpr())
      I.Thrown = T->getSubExpr()->getType();
    return NoReg;
  }
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass: {
    if (Exceptions.evaluationMayThrow(E)) {
      Facts.Calls.emplace_back();
      CallSite &Site = Facts.Calls.back();
      Site.E = E;
      Site.Name = isa<CoawaitExpr>(E) ? "co_await" : "co_yield";
      Site.MayThrow = true;
      emit(Opcode::MayThrow, E).Call = &Site;
    }
    const auto *C = cast<CoroutineSuspendExpr>(E);
    return C->getResumeExpr() ? value(C->getResumeExpr()) : opaque(E);
  }
  case Stmt::StmtExprClass:
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    auto It = Merged.find(E);
    return It != Merged.end() ? It->second : opaque(E);
  }
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return value(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::VAArgExprClass:
    return opaque(E);
  default:
    return opaque(E);
  }
}

RegId Builder::lowerCast(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    RegId A = value(Sub);
    if (Sub->getType().isVolatileQualified() && !E->getType()->isPointerType())
      return opaque(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Sub->IgnoreParenImpCasts()))
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        if (std::optional<int64_t> C = Decls.constantValue(V))
          return constant(*C, E);
    return load(A, E->getType(), E);
  }
  case CK_LValueToRValueBitCast:
    return load(value(Sub), Sub->getType(), E);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return constant(0, E);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean: {
    RegId A = value(Sub), Zero = constant(0, E);
    RegId R = unary(Opcode::Compare, A, E);
    Current->Code.back().B = Zero;
    Current->Code.back().Rel = BO_NE;
    return R;
  }
  case CK_FloatingToBoolean:
  case CK_FloatingToIntegral:
    return opaque(E);
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
  default:
    return value(Sub);
  }
}

RegId Builder::lowerUnary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf:
  case UO_Deref:
  case UO_Plus:
  case UO_Extension:
    return value(Sub);
  case UO_LNot:
    return unary(Opcode::Not, value(Sub), E);
  case UO_Minus:
  case UO_Not: {
    if (std::optional<int64_t> V = constantInt(E, Context))
      return constant(*V, E);
    value(Sub);
    return opaque(E);
  }
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    RegId A = value(Sub);
    RegId Old = load(A, Sub->getType(), E);
    RegId New;
    if (Sub->getType()->isPointerType()) {
      New = element(Old, NoReg, nullptr, E);
    } else {
      New = unary(Opcode::Add, Old, E);
      Current->Code.back().Imm = E->isIncrementOp() ? 1 : -1;
    }
    store(A, New, E);
    if (E->isGLValue())
      return A;
    return E->isPostfix() ? Old : New;
  }
  default:
    value(Sub);
    return opaque(E);
  }
}

/// The constant that a macro's expansion assigns is not of interest, the
/// handle that it puts into a variable is.
RegId Builder::macroAcquisition(const Expr *At, RegId Address, RegId Value) {
  if (!Decls.hasMacroRules())
    return Value;
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Loc = At->getExprLoc();
  while (Loc.isMacroID()) {
    llvm::StringRef Name =
        Lexer::getImmediateMacroName(Loc, SM, Context.getLangOpts());
    Declarations::RuleList Rules = Decls.rulesForMacro(Name);
    if (!Rules.empty() &&
        !At->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNull)) {
      if (Value != NoReg)
        store(Address, Value, At);
      Facts.Calls.emplace_back();
      CallSite &Site = Facts.Calls.back();
      Site.E = At;
      Site.Name = Name.str();
      for (const CallRule *R : Rules)
        if (R->What == Effect::Acquire) {
          Site.Rules.push_back(R);
          Site.Args.resize(
              std::max<size_t>(Site.Args.size(), R->Handle.Index + 1), NoReg);
          Site.Args[R->Handle.Index] = Address;
        }
      use(Address);
      Instruction &I = emit(Opcode::Call, At);
      I.Call = &Site;
      I.Dst = fresh();
      use(I.Dst);
      return NoReg;
    }
    Loc = SM.getImmediateMacroCallerLoc(Loc);
  }
  return Value;
}

RegId Builder::lowerBinary(const BinaryOperator *E) {
  BinaryOperatorKind Op = E->getOpcode();
  if (E->isLogicalOp()) {
    auto It = Merged.find(E);
    return It != Merged.end() ? It->second : opaque(E);
  }
  if (Op == BO_Comma) {
    value(E->getLHS());
    return value(E->getRHS());
  }
  if (E->isAssignmentOp()) {
    RegId B = value(E->getRHS());
    RegId A = value(E->getLHS());
    RegId Result = B;
    if (E->isCompoundAssignmentOp()) {
      RegId Old = load(A, E->getLHS()->getType(), E);
      std::optional<int64_t> C = constantInt(E->getRHS(), Context);
      if ((Op == BO_AddAssign || Op == BO_SubAssign) &&
          E->getLHS()->getType()->isIntegerType() && C) {
        Result = unary(Opcode::Add, Old, E);
        Current->Code.back().Imm = Op == BO_AddAssign ? *C : -*C;
      } else {
        Result = opaque(E);
      }
      store(A, Result, E);
    } else {
      RegId Left = macroAcquisition(E, A, B);
      if (Left != NoReg)
        store(A, Left, E);
    }
    return E->isGLValue() ? A : Result;
  }

  RegId A = value(E->getLHS()), B = value(E->getRHS());
  if (E->isComparisonOp() && Op != BO_Cmp) {
    RegId R = unary(Opcode::Compare, A, E);
    use(B);
    Current->Code.back().B = B;
    Current->Code.back().Rel = Op;
    return R;
  }
  if (Op == BO_And) {
    RegId R = unary(Opcode::Mask, A, E);
    use(B);
    Current->Code.back().B = B;
    return R;
  }
  if (E->getType()->isPointerType() && (Op == BO_Add || Op == BO_Sub)) {
    // `array + i` is `&array[i]`.
    bool Left = E->getLHS()->getType()->isPointerType();
    if (Op == BO_Sub)
      return element(A, NoReg, nullptr, E);
    return element(Left ? A : B, Left ? B : A, Left ? E->getRHS() : E->getLHS(),
                   E);
  }
  if ((Op == BO_Add || Op == BO_Sub) && E->getType()->isIntegerType()) {
    if (std::optional<int64_t> C = constantInt(E->getRHS(), Context)) {
      RegId R = unary(Opcode::Add, A, E);
      Current->Code.back().Imm = Op == BO_Add ? *C : -*C;
      return R;
    }
  }
  if (E->isPRValue() && E->getType()->isIntegralOrEnumerationType()) {
    if (std::optional<int64_t> C = constantInt(E, Context))
      return constant(*C, E);
  }
  return opaque(E);
}

RegId Builder::lowerDeclRef(const DeclRefExpr *E) {
  const ValueDecl *D = E->getDecl();
  if (const auto *C = dyn_cast<EnumConstantDecl>(D)) {
    std::optional<int64_t> V = asInt64(C->getInitVal());
    return V ? constant(*V, E) : opaque(E);
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    RegId R = unary(Opcode::FunctionAddress, NoReg, E);
    Current->Code.back().D = F;
    return R;
  }
  if (const auto *B = dyn_cast<BindingDecl>(D)) {
    if (const VarDecl *Holding = B->getHoldingVar())
      return addressOfVariable(Holding, E);
    return B->getBinding() ? value(B->getBinding()) : opaque(E);
  }
  if (const auto *V = dyn_cast<VarDecl>(D))
    return addressOfVariable(V, E);
  return opaque(E);
}

RegId Builder::lowerMember(const MemberExpr *E) {
  if (const auto *V = dyn_cast<VarDecl>(E->getMemberDecl()))
    return addressOfVariable(V, E);
  RegId Base =
      E->isArrow() ? value(E->getBase()) : addressOfObject(E->getBase());
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field)
    return Base; // A method; the call wants its object.
  RegId R = unary(Opcode::FieldAddress, Base, E);
  Current->Code.back().D = Field;
  // A reference member designates what it was bound to.
  return Field->getType()->isReferenceType() ? unary(Opcode::Load, R, E) : R;
}

RegId Builder::emitCall(CallSite &Site, const Expr *E) {
  for (RegId R : Site.Args)
    use(R);
  use(Site.Object);
  use(Site.Target);
  RegId Dst = fresh();
  use(Dst);
  Instruction &I = emit(Opcode::Call, E);
  I.Call = &Site;
  I.Dst = Dst;
  StatementMaySplit |= !Site.Rules.empty() || Site.ReturnsHandle >= 0 ||
                       (Site.Callee && Site.Callee->hasBody());
  if (neverReturns(Site.Callee, Decls))
    emit(Opcode::Stop, E);
  return Dst;
}

RegId Builder::lowerCall(const CallExpr *E) {
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  const FunctionDecl *F = E->getDirectCallee();

  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Callee = M->getCallee()->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee)) {
      RegId Base = Member->isArrow() ? value(Member->getBase())
                                     : addressOfObject(Member->getBase());
      Site.Object = Base;
    } else {
      Site.Target = value(Callee);
    }
  } else if (isa<CXXOperatorCallExpr>(E) && F && isa<CXXMethodDecl>(F) &&
             !Args.empty()) {
    if (!cast<CXXMethodDecl>(F)->isStatic())
      Site.Object = addressOfObject(Args.front());
    Args.erase(Args.begin());
  }
  for (const Expr *A : Args) {
    Site.Args.push_back(value(A));
    QualType T = A->getType();
    if (T->isFunctionPointerType() || T->isFunctionType())
      Site.HasCallback = true;
  }
  if (F) {
    describeCallee(Site, F, Decls, Exceptions);
    if (const auto *M = dyn_cast<CXXMemberCallExpr>(E))
      if (const auto *Member =
              dyn_cast<MemberExpr>(M->getCallee()->IgnoreParens()))
        if (Member->hasQualifier())
          Site.IsVirtual = false; // `Base::f()` is not dispatched.
  } else {
    if (Site.Target == NoReg && Site.Object == NoReg)
      Site.Target = value(E->getCallee());
    describeIndirect(Site, E->getCallee(), Decls, Exceptions);
  }
  if (!Site.Rules.empty())
    applyArgumentConditions(Site, Args, Decls);
  // `T &slot()` shows where a handle is, and hands out none.
  if (E->isGLValue())
    Site.ReturnsHandle = -1;
  else if (Site.ReturnsHandle < 0)
    Site.ReturnsHandle = Decls.handleOf(E->getType());
  return emitCall(Site, E);
}

RegId Builder::lowerConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *C = E->getConstructor();
  if (C->isInheritingConstructor())
    C = C->getInheritedConstructor().getConstructor();
  const CXXRecordDecl *Class = C->getParent();
  if (E->isElidable() && E->getNumArgs() == 1 &&
      E->getArg(0)->getType()->isRecordType()) {
    RegId A = value(E->getArg(0));
    return E->getArg(0)->isGLValue() ? unary(Opcode::MoveAggregate, A, E) : A;
  }
  if ((C->isCopyOrMoveConstructor() &&
       (C->isTrivial() || C->isDefaulted() || isSmartPointer(Class))) &&
      E->getNumArgs() >= 1) {
    if (Exceptions.mayThrow(C))
      mayThrow(C, E);
    return unary(C->isMoveConstructor() ? Opcode::MoveAggregate
                                        : Opcode::LoadAggregate,
                 value(E->getArg(0)), E);
  }

  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  RegId Object = NoReg;
  bool MakesVariable = false;
  if (const VarDecl *V = Facts.Scopes.initialises(E)) {
    if (V->hasLocalStorage())
      emit(Opcode::Declare, E).D = V;
    Object = addressOfVariable(V, E);
    MakesVariable = true;
  } else if (Facts.Scopes.makesThis(E)) {
    Object = unary(Opcode::This, NoReg, E);
    MakesVariable = true;
  } else if (const CXXNewExpr *N = Facts.Scopes.allocates(E)) {
    Object = unary(Opcode::Opaque, NoReg, N);
    Facts.Calls.emplace_back();
    // The allocation comes before the constructor call.
    CallSite &Allocation = Facts.Calls.back();
    Allocation.E = N;
    Allocation.Name = "new";
    Allocation.Known = KnownCallee::Allocate;
    Allocation.InSystem = true;
    Current->Code.back().Op = Opcode::Call;
    Current->Code.back().Call = &Allocation;
    NewObjects[N] = Object;
  } else {
    Object = unary(Opcode::TempAddress, NoReg, E);
  }
  CallSite &Made = Site;
  Made.Object = Object;
  for (const Expr *A : E->arguments()) {
    Made.Args.push_back(value(A));
    QualType T = A->getType();
    if (T->isFunctionPointerType() || T->isFunctionType())
      Made.HasCallback = true;
  }
  describeCallee(Made, C, Decls, Exceptions);
  if (!Made.Rules.empty())
    applyArgumentConditions(Made, llvm::ArrayRef(E->getArgs(), E->getNumArgs()),
                            Decls);
  emitCall(Made, E);
  if (MakesVariable)
    return NoReg;
  return unary(Opcode::LoadAggregate, Object, E);
}

RegId Builder::lowerNew(const CXXNewExpr *E) {
  for (unsigned I = 0; I < E->getNumPlacementArgs(); ++I)
    value(E->getPlacementArg(I));
  if (Exceptions.mayThrow(E)) {
    Facts.Calls.emplace_back();
    CallSite &Site = Facts.Calls.back();
    Site.E = E;
    Site.Name = "operator new";
    Site.MayThrow = true;
    emit(Opcode::MayThrow, E).Call = &Site;
  }
  auto Made = NewObjects.find(E);
  if (Made != NewObjects.end())
    return Made->second;
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  Site.Name = "new";
  Site.Known = KnownCallee::Allocate;
  Site.InSystem = true;
  RegId Object = emitCall(Site, E);
  if (E->hasInitializer() && E->getInitializer() &&
      !E->getAllocatedType()->isRecordType()) {
    RegId Init = value(E->getInitializer());
    if (Init != NoReg)
      store(Object, Init, E);
  } else if (E->hasInitializer() && E->getInitializer() &&
             isa<InitListExpr>(E->getInitializer())) {
    store(Object, value(E->getInitializer()), E);
  }
  return Object;
}

RegId Builder::lowerDelete(const CXXDeleteExpr *E) {
  if (const CXXRecordDecl *R =
          E->getDestroyedType().isNull()
              ? nullptr
              : E->getDestroyedType()->getAsCXXRecordDecl())
    if (const CXXDestructorDecl *D =
            R->hasDefinition() ? R->getDestructor() : nullptr;
        D && Exceptions.mayThrow(D))
      mayThrow(D, E);
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  Site.Name = "delete";
  Site.Known = KnownCallee::Deallocate;
  Site.InSystem = true;
  Site.Args.push_back(value(E->getArgument()));
  for (const CallRule *R : Decls.rulesForDelete(E->getArgument()->getType()))
    Site.Rules.push_back(R);
  return emitCall(Site, E);
}

/// `{a, b}`: a temporary with its fields or elements filled in.
RegId Builder::lowerInitList(const InitListExpr *E) {
  if (const InitListExpr *Semantic = E->getSemanticForm())
    E = Semantic;
  QualType T = E->getType();
  if (!T->isRecordType() && !T->isArrayType()) {
    if (E->getNumInits() == 0)
      return constant(0, E);
    return value(E->getInit(0));
  }
  constexpr unsigned MostElements = 32; // Larger tables hold no sessions.
  if (E->isTransparent() && E->getNumInits() == 1)
    return value(E->getInit(0));
  RegId Object = unary(Opcode::TempAddress, NoReg, E);
  auto Fill = [&](const Expr *Init, auto MakeAddress) {
    RegId V = value(Init);
    RegId Address = MakeAddress();
    if (V != NoReg)
      store(Address, V, Init);
  };
  if (const auto *R = T->getAs<RecordType>()) {
    const RecordDecl *Record = R->getDecl()->getDefinition();
    if (!Record)
      return opaque(E);
    unsigned Index = 0;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
      Index = Class->getNumBases();
    for (const FieldDecl *Field : Record->fields()) {
      if (Record->isUnion())
        if (E->getInitializedFieldInUnion() != Field)
          continue;
      if (isUnnamedBitField(Field))
        continue;
      if (Index >= E->getNumInits())
        break;
      Fill(E->getInit(Index++), [&] {
        RegId Address = unary(Opcode::FieldAddress, Object, E);
        Current->Code.back().D = Field;
        return Address;
      });
    }
  } else {
    for (unsigned I = 0; I < E->getNumInits() && I < MostElements; ++I)
      Fill(E->getInit(I), [&] {
        RegId Index = constant(I, E);
        RegId Address = unary(Opcode::ElementAddress, Object, E);
        Current->Code.back().B = Index;
        return Address;
      });
  }
  return unary(Opcode::LoadAggregate, Object, E);
}

RegId Builder::lowerLambda(const LambdaExpr *E) {
  Facts.Calls.emplace_back();
  CallSite &Site = Facts.Calls.back();
  Site.E = E;
  Site.Callee = E->getCallOperator();
  // Initialisers of captures are values of their own: [c = std::move(p)].
  for (const Expr *Init : E->capture_inits())
    Site.Args.push_back(Init ? value(Init) : NoReg);
  RegId Dst = fresh();
  use(Dst);
  for (RegId R : Site.Args)
    use(R);
  Instruction &I = emit(Opcode::Closure, E);
  I.Call = &Site;
  I.Dst = Dst;
  return Dst;
}

//===- Entry --------------------------------------------------------------===//

std::unique_ptr<FunctionFacts> buildFacts(const FunctionDecl *F,
                                          Declarations &Decls,
                                          ExceptionModel &Exceptions) {
  const Stmt *Body = F->getBody();
  if (!Body || F->isDependentContext() || F->isInvalidDecl())
    return nullptr;
  if (const auto *C = dyn_cast<CoroutineBodyStmt>(Body))
    Body = C->getBody();
  auto Facts = std::make_unique<FunctionFacts>(F, Body);
  if (Facts->Scopes.hasComputedFlow())
    return nullptr;
  if (!Builder(*Facts, Decls, Exceptions).build(Body))
    return nullptr;
  return Facts;
}

} // namespace dbtidy
