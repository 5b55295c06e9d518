int both(int A) {
  if (A)
    return 1;
  else
    return 2;
  // CHECK-MESSAGES: :[[@LINE-2]]:3: warning: do not use 'else' after 'return'
}
