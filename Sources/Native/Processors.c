#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif

#include "Native.h"

int processors_allowed(void) {
#if defined(__linux__)
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
#else
  return 0;
#endif
}
