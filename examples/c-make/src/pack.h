#ifndef PACK_H
#define PACK_H

/* The size of n bytes once deflated, or 0 on an error. */
unsigned long packed_size(const unsigned char *data, unsigned long n);

#endif
