//===- ExceptionModelTest.cpp - Which calls may throw ---------------------===//
//
// A table: the callee `f` in some code, and whether it may throw with nothing
// assumed, with implicit exceptions, and with failing allocations too.
//
//===----------------------------------------------------------------------===//

#include "facts/ExceptionModel.h"
#include "support/Snippet.h"
#include <gtest/gtest.h>

using namespace clang;

namespace dbtidy {
namespace {

struct Callee {
  const char *Code;
  bool Explicit, Implicit, Allocation;
};

class ExceptionModelTest : public ::testing::TestWithParam<Callee> {};

TEST_P(ExceptionModelTest, Table) {
  const Callee &C = GetParam();
  Snippet Code(C.Code, Language::Cxx, "");
  const FunctionDecl *F = Code.function("f");
  auto MayThrow = [&](bool Implicit, bool Allocation) {
    return ExceptionModel(Code.context(), Implicit, Allocation).mayThrow(F);
  };
  EXPECT_EQ(MayThrow(false, false), C.Explicit) << C.Code;
  EXPECT_EQ(MayThrow(true, false), C.Implicit) << C.Code;
  EXPECT_EQ(MayThrow(true, true), C.Allocation) << C.Code;
}

INSTANTIATE_TEST_SUITE_P(
    Callees, ExceptionModelTest,
    ::testing::Values(
        // Nothing is known but the declaration.
        Callee{"void f();", false, true, true},
        Callee{"struct S { void f(); };", false, true, true},
        Callee{"struct S { virtual void f(); };", false, true, true},
        // The declaration says no.
        Callee{"void f() noexcept;", false, false, false},
        Callee{"void f() throw();", false, false, false},
        Callee{"void f() noexcept(sizeof(int) > 1);", false, false, false},
        Callee{"void f() __attribute__((nothrow));", false, false, false},
        Callee{"extern \"C\" void f();", false, false, false},
        Callee{"extern \"C\" { namespace n { void f(); } }", false, false,
               false},
        // It says that it may.
        Callee{"void f() noexcept(false);", false, true, true},
        // The body tells.
        Callee{"void f() {}", false, false, false},
        Callee{"void f() { throw 1; }", true, true, true},
        Callee{"void f() noexcept { throw 1; }", false, false, false},
        Callee{"void g(); void f() { g(); }", false, true, true},
        Callee{"extern \"C\" void g(); void f() { g(); }", false, false, false},
        Callee{"void f() { [] { throw 1; }; }", false, false, false},
        Callee{"struct T { virtual void g() {} }; void f(T &t) { t.g(); }",
               false, true, true},
        Callee{"void f(void (*p)()) { p(); }", false, true, true},
        Callee{"void f(void (*p)() noexcept) { p(); }", false, false, false},
        Callee{"extern \"C\" void f() { throw 1; }", true, true, true},
        // A handler takes it.
        Callee{"void f() { try { throw 1; } catch (...) {} }", false, false,
               false},
        Callee{"void f() { try { throw 1; } catch (int) {} }", false, false,
               false},
        Callee{"void f() { try { throw 1; } catch (char) {} }", true, true,
               true},
        Callee{"void f() { try { throw 1; } catch (...) { throw; } }", true,
               true, true},
        Callee{"void f() { try { throw 1; } catch (int) { throw 'c'; } }", true,
               true, true},
        Callee{"void g(); void f() { try { g(); } catch (int) {} }", false,
               true, true},
        Callee{"void g(); void f() { try { g(); } catch (...) {} }", false,
               false, false},
        Callee{"void f() { try { try { throw 1; } catch (char) {} } "
               "catch (int) {} }",
               false, false, false},
        Callee{"void f() try { throw 1; } catch (...) {}", false, false, false},
        // Recursion adds nothing.
        Callee{"void f(int n) { if (n) f(n - 1); }", false, false, false},
        Callee{"void f(int n) { if (n) f(n - 1); throw 1; }", true, true, true},
        Callee{"void g(); void f() { g(); } void g() { f(); }", false, false,
               false},
        // Bases and members.
        Callee{"struct T { T(); }; struct S { T t; }; void f() { S s; }", false,
               true, true},
        Callee{"struct T { T() noexcept; }; struct S { T t; }; "
               "void f() { S s; }",
               false, false, false},
        // Allocation.
        Callee{"void f() { new int; }", false, false, true},
        Callee{"namespace std { struct nothrow_t {}; extern const nothrow_t "
               "nothrow; } void *operator new(decltype(sizeof 0), const "
               "std::nothrow_t &) noexcept; void f() { new (std::nothrow) "
               "int; }",
               false, false, false},
        // The standard library: what throws in correct programs, and what
        // throws only for want of memory.
        Callee{"namespace std { void f(); }", false, false, true},
        Callee{"namespace std { struct vector { int &at(int); }; } "
               "void f(std::vector &v) { v.at(3); }",
               false, true, true},
        Callee{"namespace std { int stoi(const char *); } "
               "int f() { return std::stoi(\"\"); }",
               false, true, true}));

TEST(ExceptionModel, DestructorsAreQuiet) {
  Snippet Code("struct Quiet { ~Quiet(); }; "
               "struct Loud { ~Loud() noexcept(false); }; "
               "struct Holder { Loud L; ~Holder() noexcept(false); };",
               Language::Cxx, "");
  ExceptionModel Model(Code.context(), true, false);
  EXPECT_FALSE(Model.mayThrow(Code.function("~Quiet")));
  EXPECT_TRUE(Model.mayThrow(Code.function("~Loud")));
  EXPECT_TRUE(Model.mayThrow(Code.function("~Holder")));
}

TEST(ExceptionModel, NothingThrowsInC) {
  Snippet Code("void f(void);", Language::C, "");
  ExceptionModel Model(Code.context(), true, true);
  EXPECT_FALSE(Model.enabled());
  EXPECT_FALSE(Model.mayThrow(Code.function("f")));
}

/// The only handler in the body of `f`.
const CXXCatchStmt *handlerIn(const Snippet &Code) {
  const auto *Body = cast<CompoundStmt>(Code.function("f")->getBody());
  return cast<CXXTryStmt>(Body->body_back())->getHandler(0);
}

struct Catch {
  const char *Caught, *Thrown;
  Match Expected;
};

class HandlesTest : public ::testing::TestWithParam<Catch> {};

TEST_P(HandlesTest, Table) {
  const Catch &C = GetParam();
  bool IsUnknown = !*C.Thrown;
  Snippet Code(std::string("namespace std { class exception {}; } "
                           "class E : public std::exception {}; "
                           "class F : E {}; enum Number { One }; ") +
                   (IsUnknown ? "int" : C.Thrown) +
                   " thrown(); void f() { try {} catch (" + C.Caught + ") {} }",
               Language::Cxx, "");
  QualType Thrown =
      IsUnknown ? QualType() : Code.function("thrown")->getReturnType();
  EXPECT_EQ(handles(handlerIn(Code), Thrown), C.Expected)
      << "catch (" << C.Caught << ") of " << C.Thrown;
}

INSTANTIATE_TEST_SUITE_P(
    Handlers, HandlesTest,
    ::testing::Values(
        Catch{"...", "int", Match::Yes}, Catch{"...", "", Match::Yes},
        Catch{"int", "int", Match::Yes},
        Catch{"const int &", "int", Match::Yes},
        Catch{"int", "char", Match::No}, Catch{"int", "Number", Match::No},
        Catch{"int", "", Match::Maybe},
        Catch{"const std::exception &", "E", Match::Yes},
        Catch{"std::exception", "E", Match::Yes},
        Catch{"E", "std::exception", Match::No},
        // Unknown exceptions are taken to derive from it.
        Catch{"const std::exception &", "", Match::Yes},
        Catch{"const E &", "", Match::Maybe},
        // F's base is private.
        Catch{"const E &", "F", Match::No},
        Catch{"std::exception *", "E *", Match::Yes},
        Catch{"void *", "E *", Match::Yes}, Catch{"E *", "void *", Match::No}));

} // namespace
} // namespace dbtidy
