//===- Registry.cpp - The handles that a run has acquired -----------------===//

#include "Registry.h"
#include "Plan.h"
#include "oracle.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>

#include <sanitizer/asan_interface.h>

// GCC does not install the header that has these.
extern "C" int __sanitizer_get_ownership(const volatile void *);
extern "C" size_t __sanitizer_get_allocated_size(const volatile void *);

// Where the global variables of the program begin and end, by the linker.
extern "C" char __data_start, _end;
// Where the program itself begins.
extern "C" char __executable_start;

namespace oracle {

namespace {

constexpr int MaxHandles = 256;
constexpr int MaxTexts = 512;
constexpr int HeapDepth = 4;

struct Text {
  const Handle *Owner;
  char *Memory;
  size_t Size;
};

// Not among the global variables: what refers to a handle from here must not
// count as handed out.
struct Tables {
  Handle Handles[MaxHandles];
  int HandleCount;
  Text Texts[MaxTexts];
  int TextCount;
  bool Lending;
};

Tables &tables() {
  static Tables *Mapped = static_cast<Tables *>(
      mmap(nullptr, sizeof(Tables), PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  return *Mapped;
}

Handle *add(const char *Function, const char *Kind, void *Memory, size_t Size,
            const void *Parent) {
  Tables &T = tables();
  if (T.HandleCount == MaxHandles) {
    noteResult("runs on");
    endProcess();
  }
  Handle &H = T.Handles[T.HandleCount];
  H = Handle();
  H.Kind = Kind;
  H.Number = T.HandleCount++;
  H.Memory = Memory;
  H.Size = Size;
  H.Live = true;
  H.Lent = T.Lending;
  H.Parent = find(Parent);
  if (!T.Lending)
    noteEvent("%s gives %s#%d", Function, Kind, H.Number);
  return &H;
}

void end(Handle &H) {
  H.Live = false;
  char Name[64];
  noteRelease(nameOf(H.Memory, Name));
  if (!H.InPlace)
    __asan_poison_memory_region(H.Memory, H.Size);
  Tables &T = tables();
  for (int I = 0; I != T.TextCount; ++I)
    if (T.Texts[I].Owner == &H)
      __asan_poison_memory_region(T.Texts[I].Memory, T.Texts[I].Size);
}

void scan(const void *Begin, size_t Size, int Depth) {
  const auto *Word = reinterpret_cast<void *const *>(
      (reinterpret_cast<uintptr_t>(Begin) + sizeof(void *) - 1) &
      ~(sizeof(void *) - 1));
  const char *End = static_cast<const char *>(Begin) + Size;
  for (; reinterpret_cast<const char *>(Word + 1) <= End; ++Word) {
    if (!*Word)
      continue;
    if (Handle *H = find(*Word)) {
      H->HandedOut = true;
      continue;
    }
    if (Depth && __sanitizer_get_ownership(*Word))
      scan(*Word, __sanitizer_get_allocated_size(*Word), Depth - 1);
  }
}

} // namespace

Handle *acquire(const char *Function, const char *Kind, size_t Size,
                const void *Parent) {
  return add(Function, Kind, calloc(1, Size), Size, Parent);
}

Handle *acquireInPlace(const char *Function, const char *Kind, void *Memory,
                       const void *Parent) {
  Handle *Before = find(Memory);
  if (Before && Before->Live)
    noteError("%s: %s#%d is initialised while it is in use", Function,
              Before->Kind, Before->Number);
  Handle *H = add(Function, Kind, Memory, 0, Parent);
  H->InPlace = true;
  return H;
}

Handle *find(const void *Memory) {
  Tables &T = tables();
  if (!Memory)
    return nullptr;
  for (int I = T.HandleCount; I != 0; --I)
    if (T.Handles[I - 1].Memory == Memory)
      return &T.Handles[I - 1];
  return nullptr;
}

Handle *use(const char *Function, const char *Kind, const void *Memory) {
  char Name[64];
  Handle *H = find(Memory);
  if (!H) {
    noteError("%s: %s is no handle", Function, Memory ? "it" : "null");
    return nullptr;
  }
  nameOf(Memory, Name);
  noteEvent("%s(%s)", Function, Name);
  if (!H->Live || H->Refused)
    noteError("%s: %s is used after its release", Function, Name);
  else if (Kind && strcmp(Kind, H->Kind) != 0)
    noteError("%s: %s is no %s", Function, Name, Kind);
  else
    return H;
  return nullptr;
}

Handle *release(const char *Function, const char *Kind, const void *Memory,
                NullRelease OfNull) {
  if (!Memory) {
    if (OfNull == NullRelease::Harmful)
      noteError("%s: null is no handle", Function);
    return nullptr;
  }
  char Name[64];
  Handle *H = find(Memory);
  nameOf(Memory, Name);
  if (!H)
    noteError("%s: it is no handle", Function);
  else if (!H->Live)
    noteError("%s: %s is released twice", Function, Name);
  else if (strcmp(Kind, H->Kind) != 0)
    noteError("%s: %s is no %s", Function, Name, Kind);
  else if (H->Lent && !isLending())
    noteError("%s: %s belongs to the caller", Function, Name);
  else {
    end(*H);
    return H;
  }
  return nullptr;
}

bool hasLiveChildren(const Handle *Parent, const char *Kind) {
  Tables &T = tables();
  for (int I = 0; I != T.HandleCount; ++I) {
    const Handle &H = T.Handles[I];
    if (H.Live && H.Parent == Parent && (!Kind || !strcmp(Kind, H.Kind)))
      return true;
  }
  return false;
}

void releaseChildren(const char *Function, const Handle *Parent) {
  Tables &T = tables();
  for (int I = 0; I != T.HandleCount; ++I)
    if (T.Handles[I].Live && T.Handles[I].Parent == Parent) {
      releaseChildren(Function, &T.Handles[I]);
      end(T.Handles[I]);
    }
}

char *borrow(const Handle *Owner, const char *Content) {
  Tables &T = tables();
  for (int I = 0; I != T.TextCount; ++I)
    if (T.Texts[I].Owner == Owner && !strcmp(T.Texts[I].Memory, Content))
      return T.Texts[I].Memory;
  if (T.TextCount == MaxTexts) {
    noteResult("runs on");
    endProcess();
  }
  size_t Size = strlen(Content) + 1;
  auto *Copy = static_cast<char *>(malloc(Size));
  memcpy(Copy, Content, Size);
  T.Texts[T.TextCount++] = {Owner, Copy, Size};
  return Copy;
}

void handOut(const void *Begin, size_t Size) { scan(Begin, Size, HeapDepth); }

void handOutGlobals() {
  scan(&__data_start, static_cast<size_t>(&_end - &__data_start), HeapDepth);
}

void countLeaks() {
  Tables &T = tables();
  handOutGlobals();
  size_t Length = 0;
  for (int I = 0; I != T.HandleCount; ++I) {
    const Handle &H = T.Handles[I];
    if (!H.Live || H.Lent || H.HandedOut)
      continue;
    size_t Room = sizeof(Current->Leaks) - Length;
    int Written = snprintf(Current->Leaks + Length, Room, "%s%s#%d",
                           Length ? " " : "", H.Kind, H.Number);
    if (Written < 0 || static_cast<size_t>(Written) >= Room)
      return;
    Length += static_cast<size_t>(Written);
  }
}

void setLending(bool On) { tables().Lending = On; }
bool isLending() { return tables().Lending; }

void resetRegistry() {
  Tables &T = tables();
  for (int I = 0; I != T.HandleCount; ++I) {
    if (T.Handles[I].InPlace)
      continue;
    __asan_unpoison_memory_region(T.Handles[I].Memory, T.Handles[I].Size);
    free(T.Handles[I].Memory);
  }
  for (int I = 0; I != T.TextCount; ++I) {
    __asan_unpoison_memory_region(T.Texts[I].Memory, T.Texts[I].Size);
    free(T.Texts[I].Memory);
  }
  T.HandleCount = 0;
  T.TextCount = 0;
  T.Lending = false;
}

const char *nameOf(const void *Memory, char (&Buffer)[64]) {
  Buffer[0] = '\0';
  if (!Memory)
    snprintf(Buffer, sizeof(Buffer), "null");
  else if (const Handle *H = find(Memory))
    snprintf(Buffer, sizeof(Buffer), "%s#%d", H->Kind, H->Number);
  return Buffer;
}

const char *borrowedText(const char *User, const void *Address) {
  Tables &T = tables();
  for (int I = 0; I != T.TextCount; ++I) {
    const Text &Known = T.Texts[I];
    if (Known.Memory != Address)
      continue;
    if (Known.Owner && !Known.Owner->Live) {
      noteError("%s: a text of %s#%d is used after its release", User,
                Known.Owner->Kind, Known.Owner->Number);
      return "";
    }
    return Known.Memory;
  }
  return nullptr;
}

void returnedObject(const void *Data, unsigned long Size) {
  handOut(Data, Size);
  noteResult("returns an object");
  countLeaks();
}

void returnedNothing() {
  noteResult("returns");
  countLeaks();
}

} // namespace oracle

using namespace oracle;

extern "C" {

void *oracle_acquire(const char *Kind, const void *Parent) {
  if (Parent)
    use("oracle_acquire", nullptr, Parent);
  if (choose(2))
    return nullptr;
  return acquire("oracle_acquire", Kind, 64, Parent)->Memory;
}

void oracle_release(const char *Kind, const void *Memory) {
  release("oracle_release", Kind, Memory, NullRelease::Harmful);
}

int oracle_use(const char *Function, const void *Memory) {
  return use(Function, nullptr, Memory) != nullptr;
}

int oracle_choose(int Options) {
  return static_cast<int>(choose(static_cast<unsigned>(Options)));
}

void oracle_lend(int On) { setLending(On != 0); }

void *oracle_handle(const char *Kind) {
  setLending(true);
  void *Memory = acquire("driver", Kind, 512)->Memory;
  setLending(false);
  return Memory;
}

void oracle_returned(long Value) {
  const auto *Address = reinterpret_cast<const void *>(Value);
  char Name[64];
  if (const char *Known = borrowedText("the caller", Address))
    noteResult("returns \"%s\"", Known);
  else if (Handle *H = find(Address)) {
    if (!H->Live)
      noteError("the caller: %s is used after its release",
                nameOf(Address, Name));
    noteResult("returns %s", nameOf(Address, Name));
  } else if (Address >= &__executable_start && Address < &_end)
    noteResult("returns a constant or a variable");
  else if (Value >= -0x80000000L && Value <= 0xffffffffL)
    noteResult("returns %ld", Value);
  else
    noteResult("returns a pointer");
  handOut(&Value, sizeof(Value));
  countLeaks();
}
}
