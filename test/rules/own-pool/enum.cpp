// A session is an enumerator.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/enum.yaml

#include "enum.h"

int leaks() {
  Slot Held = takeSlot();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'Held' acquired by 'takeSlot' is not released on every path [db-session-leak]
  if (Held == NoSlot)
    return -1;
  int Result = useSlot(Held);
  if (Result < 0)
    return Result;
  returnSlot(Held);
  return Result;
}

int releases() {
  Slot Held = takeSlot();
  if (Held == NoSlot)
    return -1;
  int Result = useSlot(Held);
  returnSlot(Held);
  return Result;
}

int leaksAScopedEnumerator() {
  Lane Held = takeLane();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'Held' acquired by 'takeLane' is not released on every path [db-session-leak]
  if (Held == Lane::None)
    return -1;
  int Result = useLane(Held);
  if (Result < 0)
    return Result;
  returnLane(Held);
  return Result;
}

int releasesAScopedEnumerator() {
  Lane Held = takeLane();
  int Result = -1;
  switch (Held) {
  case Lane::None:
    break;
  default:
    Result = useLane(Held);
    returnLane(Held);
  }
  return Result;
}
