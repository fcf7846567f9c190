/// What Swift cannot reach of the processor and the system.

#ifndef NATIVE_H
#define NATIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256.
///
/// What they compute is the standard's: bits do not depend on whether they are there.
bool hash_instructions_are_there(void);

/// Takes blocks of 64 bytes into a state of SHA-256.
///
/// @param state The eight words of the state, as FIPS 180-4 orders them.
/// @param bytes The blocks, at any address.
/// @param count How many blocks.
///
/// Only where hash_instructions_are_there() says so; nothing happens elsewhere.
void hash_instructions_take(uint32_t state[8], const uint8_t *bytes, size_t count);

/// How many processors this process may use; zero where the system does not tell.
int processors_allowed(void);

/// Has memory that is given back stay with the process, up to 32 MiB of it in each of its heaps.
///
/// Tables are made and given back part by part; without this the system takes the pages of each
/// part away and has to clear others for the next. Only glibc can be told so.
void memory_stays(void);

#endif
