//===- BlockFacts.cpp - Blocks, edges and their order ---------------------===//
//
// clang's blocks and edges become ours, with their conditions, case labels and
// scopes; then the order in which the solver visits them, and the loops. What
// stands in a block is StatementFacts.cpp's. See FactsBuilder.h.
//
//===----------------------------------------------------------------------===//

#include "facts/FactsBuilder.h"
#include "support/ConstantInt.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

/// The functions that end blocks of \p Graph only because analyzers are told
/// that they do not return; their bodies, which are here, do.
static llvm::SmallVector<FunctionDecl *, 2> returnAfterAll(const CFG &Graph) {
  llvm::SmallVector<FunctionDecl *, 2> Found;
  for (const CFGBlock *B : Graph) {
    if (!B->hasNoReturnElement())
      continue;
    for (const CFGElement &Element : *B) {
      auto S = Element.getAs<CFGStmt>();
      const auto *Call = S ? dyn_cast<CallExpr>(S->getStmt()) : nullptr;
      const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
      if (F && F->hasAttr<AnalyzerNoReturnAttr>() && !F->isNoReturn() &&
          F->hasBody() && !llvm::is_contained(Found, F))
        Found.push_back(const_cast<FunctionDecl *>(F));
    }
  }
  return Found;
}

/// Builds the CFG. Newer clangs end a block at a call of a function with
/// `analyzer_noreturn`, as GLib's g_critical is for analyzers. What follows
/// that call does run, so the graph is built as if the attribute, which is put
/// back at once, were not there.
static std::unique_ptr<CFG> buildGraph(const Decl *Function, const Stmt *Body,
                                       ASTContext &Context,
                                       const CFG::BuildOptions &Options) {
  llvm::SmallVector<std::pair<FunctionDecl *, AttrVec>, 2> Hidden;
  std::unique_ptr<CFG> Graph;
  // What was cut off may call more of them.
  while (true) {
    Graph =
        CFG::buildCFG(Function, const_cast<Stmt *>(Body), &Context, Options);
    llvm::SmallVector<FunctionDecl *, 2> More;
    if (Graph)
      More = returnAfterAll(*Graph);
    if (More.empty())
      break;
    for (FunctionDecl *F : More) {
      Hidden.emplace_back(F, F->getAttrs());
      F->dropAttr<AnalyzerNoReturnAttr>();
    }
  }
  for (auto &[F, Attrs] : Hidden) {
    F->dropAttrs();
    F->setAttrs(Attrs);
  }
  return Graph;
}

bool FactsBuilder::build(const Stmt *Body) {
  CFG::BuildOptions Options;
  Options.AddImplicitDtors = true;
  Options.AddInitializers = true;
  Options.AddEHEdges = false;
  Options.PruneTriviallyFalseEdges = true;
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> Graph =
      buildGraph(Facts.Function, Body, Context, Options);
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

void FactsBuilder::lowerBlock(const CFGBlock &B) {
  CfgBlock = CurrentIndex = B.getBlockID();
  Current = &Facts.Blocks[CurrentIndex];
  for (const CFGElement &Element : B) {
    lowerElement(Element);
    if (!Current->Code.empty() && Current->Code.back().Op == Opcode::Stop)
      break;
  }
}

/// What it takes to go from a `switch` to \p Target.
static void labelEdge(Edge &E, const CFGBlock &Target, ASTContext &Context) {
  E.When = Edge::Default;
  if (const auto *C = dyn_cast_or_null<CaseStmt>(Target.getLabel())) {
    std::optional<int64_t> Low = constantInt(C->getLHS(), Context);
    if (!Low)
      return;
    E.When = Edge::Case;
    E.Label = C;
    E.CaseLow = *Low;
    E.CaseHigh = constantInt(C->getRHS(), Context).value_or(*Low);
  } else if (const auto *D = dyn_cast_or_null<DefaultStmt>(Target.getLabel())) {
    E.Label = D;
  }
}

void FactsBuilder::lowerEdges(const CFGBlock &B) {
  auto Part = LastPart.find(B.getBlockID());
  CurrentIndex = Part == LastPart.end() ? B.getBlockID() : Part->second;
  Current = &Facts.Blocks[CurrentIndex];
  const Stmt *Terminator = B.getTerminatorStmt();
  Current->Terminator = Terminator;
  if (Terminator && isa<CXXTryStmt>(Terminator))
    return; // Handlers are entered by the calls that throw.
  if (Terminator && isa<GotoStmt, BreakStmt, ContinueStmt>(Terminator))
    Current->Jump = Terminator;
  bool IsSwitch = isa_and_nonnull<SwitchStmt>(Terminator);
  bool Decides = IsSwitch || (B.succ_size() == 2 && Terminator);
  if (Decides)
    if (const auto *E = dyn_cast_or_null<Expr>(B.getTerminatorCondition())) {
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
    if (IsSwitch)
      labelEdge(E, *Target, Context);
    else if (Decides && Current->Condition != NoReg)
      E.When = Position == 0 ? Edge::IfTrue : Edge::IfFalse;
    Current->Out.push_back(E);
  }
}

/// Finds the scope that \p B starts in from what stands in it, if anything
/// does.
bool FactsBuilder::placeBlock(const CFGBlock &B) {
  Block &Own = Facts.Blocks[B.getBlockID()];
  if (Own.IsExit)
    return true;
  if (!Own.Code.empty()) {
    Own.Scope = Own.Code.front().Scope;
    return true;
  }
  const Stmt *First = B.getLabel();
  if (!First && B.getTerminatorStmt() && !B.getTerminatorCondition())
    First = B.getTerminatorStmt();
  if (!First)
    return false;
  Own.Scope = Facts.Scopes.of(First);
  return true;
}

/// Finds the scope that each block starts in: its first statement's, or for an
/// empty block its successor's.
void FactsBuilder::placeBlocks(const CFG &Graph) {
  std::vector<bool> Placed(Facts.Blocks.size());
  for (unsigned I = Graph.getNumBlockIDs(); I < Facts.Blocks.size(); ++I) {
    if (!Facts.Blocks[I].Code.empty())
      Facts.Blocks[I].Scope = Facts.Blocks[I].Code.front().Scope;
    Placed[I] = true;
  }
  for (const CFGBlock *B : Graph)
    Placed[B->getBlockID()] = placeBlock(*B);
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

/// Where control goes from block \p Id: first where exceptions thrown in it may
/// go, then along its edges.
llvm::SmallVector<unsigned, 4> FactsBuilder::successors(unsigned Id) const {
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
}

void FactsBuilder::orderBlocks() {
  std::vector<char> Seen(Facts.Blocks.size());
  struct Frame {
    unsigned Id;
    llvm::SmallVector<unsigned, 4> Next;
  };
  std::vector<Frame> Stack;
  std::vector<unsigned> PostOrder;
  Seen[Facts.Entry] = 1;
  Stack.push_back({Facts.Entry, successors(Facts.Entry)});
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
      Stack.push_back({Next, successors(Next)});
    }
  }
  Facts.ReversePostOrder.assign(PostOrder.rbegin(), PostOrder.rend());
  for (unsigned I = 0; I < Facts.ReversePostOrder.size(); ++I) {
    Facts.Blocks[Facts.ReversePostOrder[I]].Order = I;
    Facts.Blocks[Facts.ReversePostOrder[I]].LoopEnd = I;
  }
  markLoops();
}

void FactsBuilder::markLoops() {
  // Have: an edge to a lower order closes a loop that spans all between.
  for (unsigned U : Facts.ReversePostOrder)
    for (unsigned V : successors(U)) {
      unsigned From = Facts.Blocks[V].Order, To = Facts.Blocks[U].Order;
      for (unsigned I = From; I <= To; ++I) {
        Block &Inside = Facts.Blocks[Facts.ReversePostOrder[I]];
        Inside.LoopEnd = std::max(Inside.LoopEnd, To);
        Inside.InLoop = true;
      }
    }
}

} // namespace dbtidy
