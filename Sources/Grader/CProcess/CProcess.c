// What Swift cannot call by itself: variadic system calls, and macros over wait statuses.
#define _GNU_SOURCE
#include "CProcess.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <signal.h>
#include <sys/prctl.h>
#endif

int course_adopt_orphans(void) {
#ifdef __linux__
  return prctl(PR_SET_CHILD_SUBREAPER, 1);
#else
  return -1;
#endif
}

int course_hide(void) {
#ifdef __linux__
  return prctl(PR_SET_DUMPABLE, 0);
#else
  return -1;
#endif
}

int course_die_with_parent(void) {
#ifdef __linux__
  return prctl(PR_SET_PDEATHSIG, SIGKILL);
#else
  return -1;
#endif
}

static int limit_twice(int resource, unsigned long warned, unsigned long killed) {
  struct rlimit bound = {warned, killed};
  return setrlimit(resource, &bound);
}

static int limit(int resource, unsigned long value) { return limit_twice(resource, value, value); }

int course_limit(unsigned long cpu_seconds, unsigned long address_bytes, unsigned long file_bytes) {
  // SIGXCPU first, which tells why; a second later SIGKILL, which nothing ignores.
  int failed = limit_twice(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1) | limit(RLIMIT_CORE, 0)
             | limit(RLIMIT_FSIZE, file_bytes);
#ifdef __linux__
  failed |= limit(RLIMIT_AS, address_bytes);
#else
  (void)address_bytes;  // not enforced by macOS
#endif
  return failed ? -1 : 0;
}

int course_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  return fcntl(ends[0], F_SETFD, FD_CLOEXEC) | fcntl(ends[1], F_SETFD, FD_CLOEXEC)
       | fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

int course_duplicate(int descriptor, int lowest) {
  return fcntl(descriptor, F_DUPFD_CLOEXEC, lowest);
}

void course_close_others(int kept) {
  long count = sysconf(_SC_OPEN_MAX);
  if (count < 0 || count > 65536) count = 65536;
  for (int descriptor = 3; descriptor < count; descriptor++) {
    if (descriptor != kept) close(descriptor);
  }
}

void course_write_lines_at_once(void) { setvbuf(stdout, NULL, _IOLBF, 0); }

int course_ending_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

int course_exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 0; }

int course_is_stopped(int status) { return WIFSTOPPED(status); }

int course_is_continued(int status) { return WIFCONTINUED(status); }

double course_ended_children_seconds(void) {
  struct rusage use;
  if (getrusage(RUSAGE_CHILDREN, &use) != 0) return 0;
  return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec)
       + (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}
