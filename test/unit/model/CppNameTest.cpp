//===- CppNameTest.cpp - What is a name in C and C++ ------------*- C++ -*-===//
//
// Names and types that rule files may hold, and text that they may not.
//
//===----------------------------------------------------------------------===//

#include "model/CppName.h"
#include <gtest/gtest.h>

using namespace dbtidy;

TEST(CppName, QualifiedNames) {
  for (const char *Name :
       {"f", "_f1", "ns::f", "a::b::C", "delete", "api::new"})
    EXPECT_TRUE(isQualifiedName(Name)) << Name;
  for (const char *Text :
       {"", "::f", "f::", "a::::b", "a:b", "1f", "f()", "f g", "f\n", "a.b",
        "Pool<int>", "~C", "true", "int", "f;", "\xC3\xA9"})
    EXPECT_FALSE(isQualifiedName(Text)) << Text;
}

TEST(CppName, Callees) {
  for (const char *Name :
       {"f", "A::operator=", "operator<<", "a::B::operator()", "A::operator[]",
        "A::operator->", "my_operator"})
    EXPECT_TRUE(isCalleeName(Name)) << Name;
  for (const char *Text : {"A::operator", "A::operator;",
                           "Aoperator=", "A operator=", "::operator=",
                           "operator=="
                           "="})
    EXPECT_EQ(isCalleeName(Text), std::string(Text) == "A::operator") << Text;
}

TEST(CppName, Types) {
  for (const char *Type :
       {"PGconn *", "PGconn*", "struct sqlite3 *", "const char *", "int",
        "unsigned long", "soci::session", "std::shared_ptr<my::Pool>",
        "Pool<Session, 4>::Lease *", "T **", "my::Ref &", "T *const",
        "std::unique_ptr<A<B>>", " int "})
    EXPECT_TRUE(isTypeSpelling(Type)) << Type;
  for (const char *Text :
       {"", "*", "const", "struct", "A B", "A;", "A *x", "A()", "A<", "A<B",
        "A>", "A::", "::", "A[3]", "A{}", "A *; int", "A<1 2>", "A \"x\"",
        "A<A<A<A<A<A<A<A<A<A>>>>>>>>>"})
    EXPECT_FALSE(isTypeSpelling(Text)) << Text;
}

TEST(CppName, IntegerTypes) {
  for (const char *Type :
       {"int", "unsigned", "unsigned long long", "std::size_t", "const int"})
    EXPECT_TRUE(isIntegerType(Type)) << Type;
  for (const char *Type : {"", "int *", "Handle", "enum Session", "void"})
    EXPECT_FALSE(isIntegerType(Type)) << Type;
}
