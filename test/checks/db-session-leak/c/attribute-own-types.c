// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Handles that no rule knows, of functions whose attributes say who owns them.

struct lease;
struct lease *lease_get(void) __attribute__((ownership_returns(lease)));
void lease_put(struct lease *l) __attribute__((ownership_takes(lease, 1)));
void lease_keep(struct lease *l) __attribute__((ownership_holds(lease, 1)));

typedef int ticket_t;
ticket_t ticket_take(void) __attribute__((acquire_handle("ticket")));
int ticket_open(ticket_t *out __attribute__((acquire_handle("ticket"))));
void ticket_drop(ticket_t t __attribute__((release_handle("ticket"))));

int step(void);
int use(struct lease *l);

void leased(void) {
  struct lease *l = lease_get();
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'l' acquired by 'lease_get' is not released on every path [db-session-leak]
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'lease_put'
  lease_put(l);
}

int leasedAndReturned(void) {
  struct lease *l = lease_get();
  if (!l)
    return -1;
  int n = use(l);
  lease_put(l);
  return n;
}

void leasedAndKept(void) {
  struct lease *l = lease_get();
  lease_keep(l);
}

void ticketed(void) {
  ticket_t t = ticket_take();
  // CHECK-NOTES: :[[@LINE-1]]:16: warning: session 't' acquired by 'ticket_take' is not released on every path [db-session-leak]
  if (t < 0)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the false branch
    return;
  if (step())
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return;
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'ticket_drop'
  ticket_drop(t);
}

void ticketedInPlace(void) {
  ticket_t t;
  ticket_open(&t);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 't' acquired by 'ticket_open' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:1: note: the function ends without 'ticket_drop'
}

void ticketedInPlaceAndDropped(void) {
  ticket_t t;
  ticket_open(&t);
  ticket_drop(t);
}

// Memory is no session, and what nothing takes back is none either.
void *block_get(unsigned n) __attribute__((ownership_returns(malloc)));
void block_put(void *p) __attribute__((ownership_takes(malloc, 1)));
struct view *view_get(void) __attribute__((ownership_returns(view)));

void notOurs(void) {
  void *p = block_get(1);
  struct view *v = view_get();
}
