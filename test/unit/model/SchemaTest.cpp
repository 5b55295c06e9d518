//===- SchemaTest.cpp - rules/schema.json against the reader ----*- C++ -*-===//
//
// The schema that editors use and the reader know exactly the same keys, the
// same required ones, and the same words.
//
//===----------------------------------------------------------------------===//

#include "model/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>

using namespace dbtidy;

namespace {
class SchemaTest : public testing::Test {
protected:
  SchemaTest() : Schema(nullptr) {
    auto Buffer =
        llvm::MemoryBuffer::getFile(DBTIDY_SOURCE_DIR "/rules/schema.json");
    if (!Buffer)
      return;
    auto Parsed = llvm::json::parse((*Buffer)->getBuffer());
    if (Parsed)
      Schema = std::move(*Parsed);
    else
      llvm::consumeError(Parsed.takeError());
  }

  /// The part of the schema at \p Path; an empty object where there is none.
  const llvm::json::Object &at(llvm::ArrayRef<llvm::StringRef> Path) const {
    static const llvm::json::Object Empty;
    const llvm::json::Object *Part = Schema.getAsObject();
    for (llvm::StringRef Key : Path)
      if (Part)
        Part = Part->getObject(Key);
    return Part ? *Part : Empty;
  }

  const llvm::json::Object &definition(Place Where) const {
    if (Where == Place::File)
      return at({});
    return at({"definitions", schemaName(Where)});
  }

  static std::vector<std::string> strings(const llvm::json::Array *From) {
    std::vector<std::string> Found;
    if (From)
      for (const llvm::json::Value &Each : *From)
        Found.push_back(Each.getAsString().value_or("?").str());
    return Found;
  }

  static std::vector<std::string> sorted(llvm::ArrayRef<llvm::StringRef> From) {
    std::vector<std::string> Result(From.begin(), From.end());
    llvm::sort(Result);
    return Result;
  }

  llvm::json::Value Schema;
};
} // namespace

TEST_F(SchemaTest, HasTheKeysOfTheReader) {
  for (Place Where : allPlaces()) {
    SCOPED_TRACE(schemaName(Where).str());
    const llvm::json::Object *Properties =
        definition(Where).getObject("properties");
    ASSERT_NE(Properties, nullptr);
    std::vector<std::string> Keys;
    for (const auto &Property : *Properties)
      Keys.push_back(Property.first.str());
    llvm::sort(Keys);
    EXPECT_EQ(Keys, sorted(keysOf(Where)));
    EXPECT_EQ(definition(Where).getBoolean("additionalProperties"), false);
  }
}

TEST_F(SchemaTest, RequiresTheKeysThatTheReaderRequires) {
  for (Place Where : allPlaces()) {
    SCOPED_TRACE(schemaName(Where).str());
    std::vector<std::string> Required =
        strings(definition(Where).getArray("required"));
    llvm::sort(Required);
    EXPECT_EQ(Required, sorted(requiredKeysOf(Where)));
  }
}

TEST_F(SchemaTest, HasTheWordsOfTheReader) {
  auto Words = [&](llvm::StringRef Key) {
    std::vector<std::string> Found = strings(
        at({"definitions", "resource", "properties", Key}).getArray("enum"));
    llvm::sort(Found);
    return Found;
  };
  EXPECT_EQ(Words("kind"), sorted(kindWords()));
  EXPECT_EQ(Words("ownership"), sorted(ownershipWords()));
}

TEST_F(SchemaTest, DescribesEveryKey) {
  for (Place Where : allPlaces()) {
    const llvm::json::Object *Properties =
        definition(Where).getObject("properties");
    ASSERT_NE(Properties, nullptr);
    for (const auto &Property : *Properties) {
      const llvm::json::Object *Value = Property.second.getAsObject();
      ASSERT_NE(Value, nullptr);
      EXPECT_TRUE(Value->get("description") || Value->get("$ref"))
          << schemaName(Where).str() << "." << Property.first.str();
    }
  }
}

TEST(Vocabulary, KindsRoundTrip) {
  for (llvm::StringRef Word : kindWords()) {
    ASSERT_TRUE(kindOf(Word));
    EXPECT_EQ(spelling(*kindOf(Word)), Word);
  }
  EXPECT_FALSE(kindOf("sesion"));
}

TEST(Vocabulary, EffectsAreKeysOfAResource) {
  for (Effect What : allEffects())
    EXPECT_TRUE(llvm::is_contained(keysOf(Place::Resource), keyOf(What)));
  EXPECT_EQ(keyOf(Effect::Acquire), "acquire");
  EXPECT_EQ(keyOf(Effect::Use), "use");
}
