int *zero() { return 0; }
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: use nullptr
int one() { return unknown; }
// CHECK-MESSAGES: :[[@LINE-1]]:20: error: use of undeclared identifier
