/* Lets the n-th operation that changes files under one folder fail, or kills the process there.
   Preloaded, so that SQLite and Python alike meet the fault as they would meet a disk's. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long at = 0, calls = 0;
static int error_number = 0, lasting = 0;

/* error 0 kills; lasting faults go on from the n-th call. n = 0 only counts. */
void failing_files_arm(const char *under, long n, int error, int goes_on) {
    strncpy(folder, under, sizeof folder - 1);
    at = n; calls = 0; error_number = error; lasting = goes_on;
}

long failing_files_calls(void) { return calls; }

static int strikes(const char *path) {
    if (!folder[0] || strncmp(path, folder, strlen(folder)) != 0) return 0;
    long now = ++calls;
    if (!at || !(now == at || (lasting && now > at))) return 0;
    if (!error_number) raise(SIGKILL);
    errno = error_number;
    return 1;
}

static int strikes_descriptor(int descriptor) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strikes(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int d, const void *b, size_t n) { return strikes_descriptor(d) ? -1 : REAL(write)(d, b, n); }
ssize_t pwrite(int d, const void *b, size_t n, off_t o) { return strikes_descriptor(d) ? -1 : REAL(pwrite)(d, b, n, o); }
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) { return strikes_descriptor(d) ? -1 : REAL(pwrite64)(d, b, n, o); }
int ftruncate(int d, off_t n) { return strikes_descriptor(d) ? -1 : REAL(ftruncate)(d, n); }
int ftruncate64(int d, off64_t n) { return strikes_descriptor(d) ? -1 : REAL(ftruncate64)(d, n); }
int fsync(int d) { return strikes_descriptor(d) ? -1 : REAL(fsync)(d); }
int fdatasync(int d) { return strikes_descriptor(d) ? -1 : REAL(fdatasync)(d); }
int unlink(const char *p) { return strikes(p) ? -1 : REAL(unlink)(p); }
int rename(const char *a, const char *b) { return strikes(b) ? -1 : REAL(rename)(a, b); }
int mkdir(const char *p, mode_t m) { return strikes(p) ? -1 : REAL(mkdir)(p, m); }

static int makes(int flags, va_list rest) { return flags & O_CREAT ? va_arg(rest, int) : 0; }

int open(const char *p, int flags, ...) {
    va_list rest; va_start(rest, flags); int mode = makes(flags, rest); va_end(rest);
    return (flags & O_CREAT) && strikes(p) ? -1 : REAL(open)(p, flags, mode);
}
int open64(const char *p, int flags, ...) {
    va_list rest; va_start(rest, flags); int mode = makes(flags, rest); va_end(rest);
    return (flags & O_CREAT) && strikes(p) ? -1 : REAL(open64)(p, flags, mode);
}
