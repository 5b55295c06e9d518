// RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17,c++20,c++23
// The caller, an object or a global variable has the handle on some path.
#include <libpq-fe.h>
#include <stdexcept>

PGconn *returned(const char *where) {
  PGconn *session = PQconnectdb(where);
  if (PQstatus(session) == CONNECTION_OK)
    return session;
  PQfinish(session);
  return nullptr;
}

bool through_a_parameter(const char *where, PGconn **out) {
  PGconn *session = PQconnectdb(where);
  if (PQstatus(session) != CONNECTION_OK) {
    PQfinish(session);
    return false;
  }
  *out = session;
  return true;
}

bool through_a_reference(const char *where, PGconn *&out) {
  out = PQconnectdb(where);
  if (PQstatus(out) == CONNECTION_OK)
    return true;
  PQfinish(out);
  out = nullptr;
  return false;
}

PGconn *current;

void global(const char *where) {
  current = PQconnectdb(where);
  PQfinish(current);
  current = nullptr;
}

void global_for_a_while(const char *where) {
  PGconn *session = PQconnectdb(where);
  current = session;
  current = nullptr;
  PQfinish(session);
}

void static_local(const char *where) {
  static PGconn *session = nullptr;
  session = PQconnectdb(where);
  PQfinish(session);
  session = nullptr;
}

class Owner {
public:
  explicit Owner(const char *where) : Session(PQconnectdb(where)) {
    if (PQstatus(Session) != CONNECTION_OK) {
      PQfinish(Session);
      throw std::runtime_error("no database");
    }
  }
  ~Owner() {
    PGresult *r = PQexec(Session, "ROLLBACK");
    PQclear(r);
    PQfinish(Session);
  }
  Owner(const Owner &) = delete;
  void reconnect(const char *where) {
    PGconn *fresh = PQconnectdb(where);
    if (PQstatus(fresh) != CONNECTION_OK) {
      PQfinish(fresh);
      return;
    }
    PQfinish(Session);
    Session = fresh;
  }
  void close() {
    PQfinish(Session);
    Session = nullptr;
  }
  void again(const char *where) {
    close();
    Session = PQconnectdb(where);
    if (PQstatus(Session) != CONNECTION_OK)
      close();
  }

private:
  PGconn *Session;
};

struct Job {
  PGconn *session;
};

Job in_a_struct(const char *where) {
  Job job;
  job.session = PQconnectdb(where);
  if (PQstatus(job.session) != CONNECTION_OK) {
    PQfinish(job.session);
    job.session = nullptr;
  }
  return job;
}

void in_an_object_of_others(Job &job, const char *where) {
  job.session = PQconnectdb(where);
  PQfinish(job.session);
}

void a_parameter(PGconn *session) { PQfinish(session); }
