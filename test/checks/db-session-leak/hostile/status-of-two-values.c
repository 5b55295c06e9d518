// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/Inputs/driver.yaml -std=c11,c17
// A status that is good for two values, in every spelling.

typedef struct Conn Conn;
struct driver {
  int (*connect)(struct driver *d, Conn **out);
  void (*disconnect)(Conn *c);
};
#define DRIVER_OK(r) ((r) == 0 || (r) == 2)

int step(void);

int negated(struct driver *d) {
  Conn *c;
  int r = d->connect(d, &c);
  if (!DRIVER_OK(r))
    return 1;
  d->disconnect(c);
  return 0;
}

int negatedLeaks(struct driver *d) {
  Conn *c;
  int r = d->connect(d, &c);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: session 'c' acquired by 'connect' is not released on every path [db-session-leak]
  if (!DRIVER_OK(r))
    return 1;
  if (step())
    return 2;
  d->disconnect(c);
  return 0;
}

int neither(struct driver *d) {
  Conn *c;
  int r = d->connect(d, &c);
  if (r != 0 && r != 2)
    return 1;
  d->disconnect(c);
  return 0;
}

int between(struct driver *d) {
  Conn *c;
  if (d->connect(d, &c) == 1)
    return 1;
  d->disconnect(c);
  return 0;
}

int oneOfTwo(struct driver *d) {
  Conn *c;
  if (d->connect(d, &c) != 0)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'c' acquired by 'connect' is not released on every path [db-session-leak]
    return 1;
  d->disconnect(c);
  return 0;
}
