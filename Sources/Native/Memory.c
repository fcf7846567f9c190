#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "Native.h"

void memory_stays(void) {
#if defined(__GLIBC__)
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}
