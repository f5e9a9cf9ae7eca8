// The parent's side: forks the child, takes what it writes, and says how it ended.
#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>


static void limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit both = {soft, hard};
  if (setrlimit((__rlimit_resource_t)resource, &both) != 0) _exit(1);
}

// The bytes of address space that the process has now.
static rlim_t address_space(void) {
  char text[64] = {0};
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  return count > 0 ? (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

// All the child does, from the fork to its end. Only this thread lives on in it.
static void run_child(
    const uint8_t *bytes, size_t count, choai_pdf_limits limits, int output, int errors) {
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // What the library prints comes to the parent; all else of the parent's files is closed, so
  // that nothing can be written but the answer.
  int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(errors, 1) < 0 || dup2(errors, 2) < 0) _exit(1);
  // The complaints of poppler are messages that GLib keeps to itself unless asked for them.
  setenv("G_MESSAGES_DEBUG", "all", 1);
  int kept = fcntl(output, F_DUPFD, 10);
  if (kept < 0 || dup2(kept, 3) < 0) _exit(1);
  close_range(4, ~0U, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_NOFILE, 128, 128);
  limit(RLIMIT_CPU, (rlim_t)limits.seconds, (rlim_t)limits.seconds + 1);
  choai_library library;
  int is_loaded = choai_load(&library);
  rlim_t space = address_space() + (rlim_t)limits.memory;
  limit(RLIMIT_AS, space, space);
  choai_outcome outcome = {CHOAI_PDF_NO_LIBRARY, 0};
  if (is_loaded) outcome = choai_read_pages(&library, bytes, count, limits, 3);
  int32_t end[3] = {CHOAI_END, outcome.fault, outcome.detail};
  // The library's own work at the end of a process is not wanted, nor is the parent's.
  _exit(write(3, end, sizeof end) == sizeof end ? 0 : 1);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

typedef struct { char *bytes; size_t count, capacity, most; } buffer;

// Reads what a pipe holds; zero at its end, less than zero where that is more than allowed.
static int take(int file, buffer *into) {
  if (into->capacity - into->count < 65536) {
    size_t larger = into->capacity * 2 + 65536;
    char *moved = realloc(into->bytes, larger);
    if (!moved) return -1;
    into->bytes = moved;
    into->capacity = larger;
  }
  ssize_t count = read(file, into->bytes + into->count, into->capacity - into->count);
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  into->count += (size_t)count;
  return into->count > into->most ? -1 : count > 0;
}

// The first complaint that the library printed, from the words that begin it; a lack of memory
// counts before all, since it explains the rest.
static void first_complaint(const buffer *printed, char *message, size_t size) {
  static const char *const beginnings[] = {"Out of memory", "bad_alloc", "failed to allocate",
                                           "Syntax error at", "Internal error at", "I/O error at"};
  for (size_t index = 0; index < sizeof beginnings / sizeof beginnings[0]; index++) {
    const char *start =
        memmem(printed->bytes, printed->count, beginnings[index], strlen(beginnings[index]));
    if (!start) continue;
    size_t length = (size_t)(printed->bytes + printed->count - start);
    const char *stop = memchr(start, '\n', length);
    if (stop) length = (size_t)(stop - start);
    if (length >= size) length = size - 1;
    memcpy(message, start, length);
    message[length] = 0;
    return;
  }
}

static choai_pdf_answer fail(int fault, int detail) {
  choai_pdf_answer answer = {.fault = fault, .detail = detail};
  return answer;
}

// Says what became of the child from what it wrote and how it ended.
static void judge(choai_pdf_answer *answer, int status, int is_late, int is_long) {
  size_t count = answer->count;
  if (is_late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    answer->fault = CHOAI_PDF_TOO_SLOW;
  } else if (is_long) {
    answer->fault = CHOAI_PDF_TOO_LARGE;
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && count >= 3 &&
             answer->words[count - 3] == CHOAI_END) {
    answer->fault = answer->words[count - 2];
    answer->detail = answer->words[count - 1];
    answer->count = count - 3;
    return;
  } else if (strstr(answer->message, "memory") || strstr(answer->message, "alloc")) {
    answer->fault = CHOAI_PDF_TOO_LARGE;
  } else {
    answer->fault = CHOAI_PDF_CRASHED;
    answer->detail = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }
  answer->count = 0;
}

choai_pdf_answer choai_pdf_read(const uint8_t *bytes, size_t count, choai_pdf_limits limits) {
  int output[2], errors[2];
  if (pipe2(output, O_CLOEXEC) != 0) return fail(CHOAI_PDF_SYSTEM, errno);
  if (pipe2(errors, O_CLOEXEC) != 0) {
    int code = errno;
    close(output[0]), close(output[1]);
    return fail(CHOAI_PDF_SYSTEM, code);
  }
  pid_t child = fork();
  if (child == 0) run_child(bytes, count, limits, output[1], errors[1]);
  int code = errno;
  close(output[1]), close(errors[1]);
  if (child < 0) {
    close(output[0]), close(errors[0]);
    return fail(CHOAI_PDF_SYSTEM, code);
  }

  buffer data = {.most = (size_t)limits.characters * 20 + (size_t)limits.memory / 2};
  buffer printed = {.most = 1 << 20};
  int64_t deadline = now() + (int64_t)limits.seconds * 1000;
  int is_late = 0, is_long = 0;
  struct pollfd files[2] = {{output[0], POLLIN, 0}, {errors[0], POLLIN, 0}};
  while (files[0].fd >= 0 || files[1].fd >= 0) {
    int64_t left = deadline - now();
    if (left <= 0) is_late = 1;
    if (is_late || is_long) break;
    if (poll(files, 2, (int)left) < 0 && errno != EINTR) break;
    if (files[0].fd >= 0 && files[0].revents) {
      int state = take(output[0], &data);
      if (state < 0) is_long = 1;
      if (state <= 0) files[0].fd = -1;
    }
    if (files[1].fd >= 0 && files[1].revents) {
      int state = take(errors[0], &printed);
      // One that complains without end has said enough.
      if (state < 0) printed.count = printed.most;
      if (state == 0) files[1].fd = -1;
    }
    files[0].revents = files[1].revents = 0;
  }
  if (is_late || is_long) kill(child, SIGKILL);
  close(output[0]), close(errors[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}

  choai_pdf_answer answer = {
      .words = (int32_t *)data.bytes, .count = data.count / sizeof(int32_t)};
  if (printed.count) first_complaint(&printed, answer.message, sizeof answer.message);
  free(printed.bytes);
  judge(&answer, status, is_late, is_long);
  return answer;
}

void choai_pdf_free(choai_pdf_answer *answer) {
  free(answer->words);
  answer->words = NULL;
}
