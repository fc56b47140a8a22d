/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes complete results. While a passing file exists, the signals that would end the program wait: it can then remove
 * the file first, and needs no state that a handler could read.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/messages.h"

#define PIECE (1u << 20) /* bytes written between two looks at waiting signals */
#define PASSING_NAMES 100

static bool interrupted(const sigset_t *ending) {
  sigset_t waiting;
  if (sigpending(&waiting) != 0)
    return false;
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    if (sigismember(ending, signals[i]) == 1 && sigismember(&waiting, signals[i]) == 1)
      return true;
  return false;
}

/* Returns 0 or an errno; EINTR when one of the `ending` signals waits (NULL: none is looked for). */
static int write_all(int descriptor, ccl_str text, const sigset_t *ending) {
  for (size_t done = 0; done < text.len;) {
    if (ending && interrupted(ending))
      return EINTR;
    size_t left = text.len - done;
    ssize_t put = write(descriptor, text.ptr + done, left < PIECE ? left : PIECE);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return errno;
    done += (size_t)put;
  }
  return 0;
}

static void report_errno(ccl_diags *diags, ccl_str path, int error) {
  const ccl_message *message = error == EACCES || error == EPERM || error == EROFS ? &ccl_cli_say_write_forbidden
                               : error == ENOENT || error == ENOTDIR               ? &ccl_cli_say_write_no_folder
                               : error == EISDIR                                   ? &ccl_cli_say_write_folder
                               : error == ENOSPC || error == EDQUOT                ? &ccl_cli_say_write_full
                                                                                   : &ccl_cli_say_write_failed;
  ccl_report(diags, message, CCL_NO_SPAN, CCL_ARGS(path, ccl_str_from(strerror(error))));
}

bool ccl_output_print(ccl_diags *diags, ccl_str text) {
  int error = write_all(STDOUT_FILENO, text, NULL);
  if (error == 0)
    return true;
  if (error == ENOSPC || error == EDQUOT)
    ccl_report(diags, &ccl_cli_say_print_full, CCL_NO_SPAN, CCL_NO_ARGS);
  else if (error != EPIPE)
    ccl_report(diags, &ccl_cli_say_print_failed, CCL_NO_SPAN, CCL_ARGS(ccl_str_from(strerror(error))));
  return false;
}

void ccl_output_warn(ccl_str text) {
  write_all(STDERR_FILENO, text, NULL);
}

/* Opens a new file beside `path`; its name goes to *passing. Returns a descriptor, or -1 with errno. */
static int open_passing(const char *path, mode_t mode, const char **passing) {
  const char *slash = strrchr(path, '/');
  int folder = slash ? (int)(slash - path) + 1 : 0;
  for (int i = 0; i < PASSING_NAMES; i++) {
    *passing = ccl_str_z(ccl_str_printf("%.*s.ccl-%ld-%d", folder, path, (long)getpid(), i));
    int descriptor = open(*passing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0 || errno != EEXIST)
      return descriptor;
  }
  return -1;
}

/* Writes the passing file and renames it. Returns 0 or an errno; the passing file is gone either way. */
static int replace(const char *path, ccl_str text, const struct stat *old, const sigset_t *ending) {
  const char *passing = NULL;
  int descriptor = open_passing(path, old ? 0600 : 0666, &passing);
  if (descriptor < 0)
    return errno;
  int error = old && fchmod(descriptor, old->st_mode & 07777) != 0 ? errno : 0;
  if (error == 0)
    error = write_all(descriptor, text, ending);
  if (close(descriptor) != 0 && error == 0)
    error = errno;
  if (error == 0 && interrupted(ending))
    error = EINTR;
  if (error == 0 && rename(passing, path) != 0)
    error = errno;
  if (error != 0)
    unlink(passing);
  return error;
}

static int write_straight(const char *path, ccl_str text) {
  int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0)
    return errno;
  int error = write_all(descriptor, text, NULL);
  if (close(descriptor) != 0 && error == 0)
    error = errno;
  return error;
}

/* The file that a link, or a chain of links, names; `path` itself when it is none. */
static const char *follow(const char *path) {
  char target[PATH_MAX];
  for (int links = 0; links < 40; links++) {
    ssize_t length = readlink(path, target, sizeof target);
    if (length <= 0 || length == (ssize_t)sizeof target)
      return path;
    const char *slash = strrchr(path, '/');
    int folder = slash && target[0] != '/' ? (int)(slash - path) + 1 : 0;
    path = ccl_str_z(ccl_str_printf("%.*s%.*s", folder, path, (int)length, target));
  }
  return path;
}

static int save(const char *path, ccl_str text) {
  struct stat old;
  bool exists = stat(path, &old) == 0;
  if (exists && S_ISDIR(old.st_mode))
    return EISDIR;
  if (exists && !S_ISREG(old.st_mode))
    return write_straight(path, text);
  /* Renaming needs no right to the file itself: ask for it all the same. */
  if (exists && access(path, W_OK) != 0)
    return errno;
  sigset_t ending, before;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGHUP);
  sigprocmask(SIG_BLOCK, &ending, &before);
  int error = replace(follow(path), text, exists ? &old : NULL, &ending);
  sigprocmask(SIG_SETMASK, &before, NULL); /* a signal that waited ends the program here */
  return error;
}

bool ccl_output_save(ccl_diags *diags, ccl_str path, ccl_str text) {
  int error = save(ccl_str_z(path), text);
  if (error != 0)
    report_errno(diags, path, error);
  return error == 0;
}
