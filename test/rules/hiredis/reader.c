// Readers of hiredis.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <hiredis/hiredis.h>

void leaksRedisReaderCreate(void) {
  redisReader *Reader = redisReaderCreate();
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: environment 'Reader' acquired by 'redisReaderCreate' is not released on every path [db-session-leak]
}

void releasesRedisReaderCreate(void) {
  redisReader *Reader = redisReaderCreate();
  redisReaderFree(Reader);
}

void leaksRedisReaderCreateWithFunctions(redisReplyObjectFunctions *Functions) {
  redisReader *Reader = redisReaderCreateWithFunctions(Functions);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: environment 'Reader' acquired by 'redisReaderCreateWithFunctions' is not released on every path [db-session-leak]
}

void releasesRedisReaderCreateWithFunctions(
    redisReplyObjectFunctions *Functions) {
  redisReader *Reader = redisReaderCreateWithFunctions(Functions);
  redisReaderFree(Reader);
}
