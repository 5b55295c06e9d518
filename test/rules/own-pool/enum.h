// Pools that hand out an enumerator.
#ifndef ENUM_H
#define ENUM_H

enum Slot { NoSlot = 99, FirstSlot = 0 };
enum class Lane { None, First };

Slot takeSlot();
void returnSlot(Slot Held) noexcept;
int useSlot(Slot Held) noexcept;

Lane takeLane();
void returnLane(Lane Held) noexcept;
int useLane(Lane Held) noexcept;

#endif
