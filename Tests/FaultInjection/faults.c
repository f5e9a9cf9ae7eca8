/* Stands between a program and the system (LD_PRELOAD), writes down the calls that change files,
 * and lets one chosen call fail, be cut short, or be the process's last.
 *
 *   FAULT_TRACE=FILE   append a line for every call: name, path, second path
 *   FAULT_CALL=NAME    the call to strike: write, fsync, rename, open, …, or alloc
 *   FAULT_AT=N         the N-th such call, counted from 1
 *   FAULT_WITH=WHAT    a number of errno, KILL, or SHORT (half of a write)
 *   FAULT_LASTING=1    every later call of the name fails too: a disk that stays full
 *   FAULT_IN=NAME      for alloc: only calls from a library whose path holds NAME
 *
 * The call that was struck is written to the trace with a '!' before its name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE = 0, SHORT = -1 };

static const char *chosen, *within;
static long at, seen_alloc;
static int with, lasting, kills, trace = -1;
static atomic_long seen;

__attribute__((constructor)) static void prepare(void) {
  const char *file = getenv("FAULT_TRACE");
  const char *what = getenv("FAULT_WITH");
  const char *number = getenv("FAULT_AT");
  if (file) {
    int opened = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* Out of the way of the program's own numbers. */
    trace = syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 700);
    syscall(SYS_close, opened);
  }
  within = getenv("FAULT_IN");
  at = number ? atol(number) : 0;
  lasting = getenv("FAULT_LASTING") != NULL;
  if (what) {
    kills = strcmp(what, "KILL") == 0;
    with = strcmp(what, "SHORT") == 0 ? SHORT : atoi(what);
  }
  /* Last: nothing is struck before all is known. */
  chosen = getenv("FAULT_CALL");
}

static void note(int struck, const char *call, const char *path, const char *other) {
  char line[3 * PATH_MAX];
  if (trace < 0) return;
  int length =
    snprintf(line, sizeof line, "%s%s\t%s\t%s\n", struck ? "!" : "", call, path, other);
  syscall(SYS_write, trace, line, length);
}

/* Counts a call; gives the number of errno it shall fail with, SHORT, or NONE. */
static int strike(const char *call, const char *path, const char *other) {
  int before = errno;
  int is_struck = 0;
  if (chosen && strcmp(call, chosen) == 0) {
    long number = atomic_fetch_add(&seen, 1) + 1;
    is_struck = number == at || (lasting && number > at);
  }
  note(is_struck, call, path ? path : "", other ? other : "");
  if (is_struck && kills) raise(SIGKILL);
  errno = before;
  return is_struck ? with : NONE;
}

static int strike_open(const char *call, int descriptor) {
  char link[64], path[PATH_MAX];
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = 0;
  errno = before;
  return strike(call, path, NULL);
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL_IF(struck) \
  do { \
    int code = (struck); \
    if (code > 0) { errno = code; return -1; } \
  } while (0)

/* Opening: what is opened to be written counts apart from what is read. */

static const char *kind(int flags) { return flags & (O_WRONLY | O_RDWR) ? "create" : "open"; }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    FAIL_IF(strike(kind(flags), path, NULL)); \
    return real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    FAIL_IF(strike(kind(flags), path, NULL)); \
    return real(folder, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t read(int file, void *bytes, size_t count) {
  REAL(read);
  FAIL_IF(strike_open("read", file));
  return real(file, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(write);
  /* What a person reads does not lie on the disk that is full. */
  int struck = lasting && file <= STDERR_FILENO ? NONE : strike_open("write", file);
  FAIL_IF(struck);
  return real(file, bytes, struck == SHORT ? (count + 1) / 2 : count);
}

#define PWRITE(name, position) \
  ssize_t name(int file, const void *bytes, size_t count, position offset) { \
    REAL(name); \
    int struck = strike_open("write", file); \
    FAIL_IF(struck); \
    return real(file, bytes, struck == SHORT ? (count + 1) / 2 : count, offset); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

int close(int file) {
  REAL(close);
  /* The descriptor is gone whatever the system answers. */
  int struck = strike_open("close", file);
  int result = real(file);
  FAIL_IF(struck);
  return result;
}

#define ON_FILE(name, call) \
  int name(int file) { \
    REAL(name); \
    FAIL_IF(strike_open(call, file)); \
    return real(file); \
  }
ON_FILE(fsync, "fsync")
ON_FILE(fdatasync, "fsync")

#define TRUNCATE(name, position) \
  int name(int file, position size) { \
    REAL(name); \
    FAIL_IF(strike_open("ftruncate", file)); \
    return real(file, size); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define ON_PATH(name) \
  int name(const char *path) { \
    REAL(name); \
    FAIL_IF(strike(#name, path, NULL)); \
    return real(path); \
  }
ON_PATH(unlink)
ON_PATH(rmdir)

#define ON_TWO(name) \
  int name(const char *path, const char *other) { \
    REAL(name); \
    FAIL_IF(strike(#name, path, other)); \
    return real(path, other); \
  }
ON_TWO(rename)
ON_TWO(link)
ON_TWO(symlink)

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  FAIL_IF(strike("mkdir", path, NULL));
  return real(path, mode);
}

#define MAP(name, position) \
  void *name(void *start, size_t size, int access, int flags, int file, position offset) { \
    REAL(name); \
    int struck = file < 0 ? strike("mmap", NULL, NULL) : strike_open("mmap", file); \
    if (struck > 0) { errno = struck; return MAP_FAILED; } \
    return real(start, size, access, flags, file, offset); \
  }
MAP(mmap, off_t)
MAP(mmap64, off64_t)

/* Memory: only what one library asks for. */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

/* Whether a call comes from the library in question; dladdr is slow, so answers are kept by place. */
static int is_from_library(void *caller, const char **path) {
  static _Atomic uintptr_t known[1 << 13];
  uintptr_t place = (uintptr_t)caller;
  _Atomic uintptr_t *slot = &known[(place ^ place >> 13) & ((1 << 13) - 1)];
  if (atomic_load(slot) == place) return 0;
  Dl_info library;
  if (dladdr(caller, &library) && library.dli_fname && strstr(library.dli_fname, within)) {
    *path = library.dli_fname;
    return 1;
  }
  atomic_store(slot, place);
  return 0;
}

static int strikes_memory(void *caller) {
  static __thread int inside;
  const char *library = "";
  if (!chosen || !within || inside || strcmp(chosen, "alloc") != 0) return 0;
  inside = 1;
  int is_struck = 0;
  if (is_from_library(caller, &library)) {
    long number = ++seen_alloc;
    is_struck = number == at || (lasting && number > at);
    note(is_struck, "alloc", library, "");
  }
  inside = 0;
  if (is_struck) errno = ENOMEM;
  return is_struck;
}

void *malloc(size_t size) {
  return strikes_memory(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  return strikes_memory(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
  return strikes_memory(__builtin_return_address(0)) ? NULL : __libc_realloc(memory, size);
}
