int twice(int A) {
  if (A > 1)
    return 1;
  else
    return 1;
  // CHECK-NOTES: :[[@LINE-4]]:3: warning: if with identical then and else branches
  // CHECK-NOTES: :[[@LINE-3]]:3: note: else branch starts here
}
