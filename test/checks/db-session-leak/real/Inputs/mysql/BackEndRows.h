/* A project's own header in a folder that is named like the library's. */
#ifndef BACKENDROWS_H
#define BACKENDROWS_H

struct Rows;
struct Rows *Rows_new(void *statement, int max);
void Rows_consume(void *statement);

#endif
