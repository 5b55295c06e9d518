#define MY_NULL 0
int *zero() { return MY_NULL; }
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: use nullptr
