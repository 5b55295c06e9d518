//===- FactsBuilder.h - From AST and CFG to instructions --------*- C++ -*-===//
//
// The only reader of statements and expressions. Goes over clang's CFG with
// every subexpression as an element of its own, in order of evaluation, and
// writes one or a few instructions for each. Decides nothing: what an
// instruction does to a state is the transfer functions' matter. Internal to
// this layer; others call buildFacts(). Each part is in a file of its own.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_FACTSBUILDER_H
#define DBTIDY_FACTS_FACTSBUILDER_H

#include "facts/CallSites.h"
#include "facts/ContainerUse.h"
#include "facts/FunctionFacts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"

namespace dbtidy {

class FactsBuilder {
public:
  FactsBuilder(FunctionFacts &Facts, Declarations &Decls,
               ExceptionModel &Exceptions)
      : Facts(Facts), Decls(Decls), Exceptions(Exceptions),
        Context(Decls.context()), Containers(Facts.Function) {}

  /// Fills in the facts. \returns false where clang builds no CFG.
  bool build(const clang::Stmt *Body);

private:
  //===- Emission (FactsBuilder.cpp) --------------------------------------===//
  Instruction &emit(Opcode Op, const clang::Stmt *S);
  RegId fresh() { return Facts.Registers++; }
  RegId constant(int64_t V, const clang::Stmt *S);
  RegId opaque(const clang::Stmt *S);
  RegId unary(Opcode Op, RegId A, const clang::Stmt *S);
  RegId load(RegId Address, clang::QualType T, const clang::Expr *E);
  void store(RegId Address, RegId Value, const clang::Stmt *S);
  RegId define(const clang::Expr *E, RegId R);
  /// Notes that \p R is read here: if it was written elsewhere, it crosses.
  void use(RegId R);
  RegId addressOfVariable(const clang::VarDecl *V, const clang::Stmt *S);
  RegId addressOfField(RegId Object, const clang::FieldDecl *Field,
                       const clang::Stmt *S);
  CallSite &newSite(const clang::Expr *E, llvm::StringRef Name);
  void mayThrow(const clang::Expr *E, llvm::StringRef Name,
                const clang::FunctionDecl *Callee = nullptr);

  //===- Blocks (BlockFacts.cpp) ------------------------------------------===//
  void lowerBlock(const clang::CFGBlock &B);
  void lowerEdges(const clang::CFGBlock &B);
  void placeBlocks(const clang::CFG &Graph);
  bool placeBlock(const clang::CFGBlock &B);
  llvm::SmallVector<unsigned, 4> successors(unsigned Id) const;
  void orderBlocks();
  void markLoops();

  //===- Statements (StatementFacts.cpp) ----------------------------------===//
  void lowerElement(const clang::CFGElement &Element);
  void lowerStmt(const clang::Stmt *S);
  void lowerDecl(const clang::DeclStmt *D);
  void lowerVariable(const clang::VarDecl *V, const clang::Stmt *S);
  void lowerReturn(const clang::Stmt *S);
  void lowerInitializer(const clang::CXXCtorInitializer *I);
  void lowerImplicitDtor(const clang::CFGImplicitDtor &Dtor);
  void copyToOperator(const clang::Expr *Arm, RegId R);
  RegId mergedRegister(const clang::Expr *Operator);
  void endStatement(const clang::Stmt *S);

  //===- Expressions (ExpressionFacts.cpp) --------------------------------===//
  /// A glvalue's address or a prvalue's value.
  RegId value(const clang::Expr *E);
  RegId lower(const clang::Expr *E);
  RegId lowerOther(const clang::Expr *E);
  RegId lowerDeclRef(const clang::DeclRefExpr *E);
  RegId lowerMember(const clang::MemberExpr *E);
  RegId lowerTemporary(const clang::CXXBindTemporaryExpr *E);
  RegId lowerDefaultArgument(const clang::CXXDefaultArgExpr *E);
  RegId lowerBlockLiteral(const clang::BlockExpr *E);
  RegId lowerThrow(const clang::CXXThrowExpr *E);
  RegId lowerSuspension(const clang::CoroutineSuspendExpr *E);
  RegId addressOfObject(const clang::Expr *Base);
  RegId element(RegId Base, RegId Index, const clang::Expr *Written,
                const clang::Expr *E);

  //===- Operators (OperatorFacts.cpp) ------------------------------------===//
  RegId lowerCast(const clang::CastExpr *E);
  RegId lowerUnary(const clang::UnaryOperator *E);
  RegId lowerStep(const clang::UnaryOperator *E);
  RegId lowerBinary(const clang::BinaryOperator *E);
  RegId lowerAssignment(const clang::BinaryOperator *E);
  RegId objectOfMemberPointer(const clang::BinaryOperator *E);
  RegId mergedValue(const clang::Expr *E);
  RegId binary(Opcode Op, RegId A, RegId B, const clang::Expr *E);
  /// \p A != 0
  RegId truth(RegId A, const clang::Expr *E);

  //===- Calls (CallFacts.cpp) --------------------------------------------===//
  RegId emitCall(CallSite &Site, const clang::Expr *E);
  RegId lowerCall(const clang::CallExpr *E);
  RegId lowerLambda(const clang::LambdaExpr *E);
  std::optional<RegId> lowerContainerCall(const clang::CallExpr *E);
  RegId anyElement(const clang::VarDecl *Container, const clang::Expr *E);
  void addArguments(CallSite &Site, llvm::ArrayRef<const clang::Expr *> Args);
  RegId macroAcquisition(const clang::Expr *At, RegId Address, RegId Value);

  //===- Objects (ObjectFacts.cpp) ----------------------------------------===//
  RegId lowerConstruct(const clang::CXXConstructExpr *E);
  RegId lowerNew(const clang::CXXNewExpr *E);
  RegId lowerDelete(const clang::CXXDeleteExpr *E);
  RegId lowerInitList(const clang::InitListExpr *E);
  void fillRecord(const clang::InitListExpr *E, const clang::RecordDecl *Record,
                  RegId Object);
  void fillArray(const clang::InitListExpr *E, RegId Object);
  RegId allocate(const clang::CXXNewExpr *E);

  FunctionFacts &Facts;
  Declarations &Decls;
  ExceptionModel &Exceptions;
  clang::ASTContext &Context;
  ContainerUse Containers;
  Block *Current = nullptr;
  unsigned CurrentIndex = 0;
  ScopeId CurrentScope = 0;
  llvm::DenseMap<const clang::Expr *, RegId> Registers;
  /// The block each register is written in; ~0u where several write it.
  std::vector<unsigned> WrittenIn;
  llvm::DenseMap<const clang::CXXNewExpr *, RegId> NewObjects;
  /// Registers that several blocks write: ?:, && and ||.
  llvm::DenseMap<const clang::Expr *, RegId> Merged;
  /// The last part of each CFG block, where it was cut (endStatement()).
  llvm::DenseMap<unsigned, unsigned> LastPart;
  unsigned CfgBlock = 0;
  bool StatementMaySplit = false;
  /// Temporaries of the statement whose destructors may throw.
  llvm::SmallVector<const clang::CXXDestructorDecl *, 2> DyingTemporaries;
  unsigned Depth = 0;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_FACTSBUILDER_H
