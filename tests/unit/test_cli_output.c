/* SPDX-License-Identifier: Apache-2.0 */
/* Files are written whole or not at all. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/output.h"

static void begin(void) {
  ccl_mem_init();
  char folder[] = "/tmp/ccl-output-XXXXXX";
  cr_assert(mkdtemp(folder) && chdir(folder) == 0);
}

static void end(void) {
  char folder[100];
  cr_assert(getcwd(folder, sizeof folder));
  DIR *files = opendir(".");
  for (struct dirent *one; (one = readdir(files));)
    if (one->d_name[0] != '.')
      remove(one->d_name);
  closedir(files);
  cr_assert(chdir("/") == 0 && rmdir(folder) == 0);
}

TestSuite(output, .init = begin, .fini = end);

static ccl_str contents(const char *path) {
  char bytes[100];
  int descriptor = open(path, O_RDONLY);
  ssize_t length = descriptor < 0 ? 0 : read(descriptor, bytes, sizeof bytes);
  if (descriptor >= 0)
    close(descriptor);
  return ccl_str_copy((ccl_str){ bytes, (size_t)length });
}

static size_t files_here(void) {
  DIR *folder = opendir(".");
  size_t count = 0;
  while (readdir(folder))
    count++;
  closedir(folder);
  return count - 2;
}

static bool save(ccl_diags *diags, const char *path, const char *text) {
  static const ccl_sources none;
  *diags = (ccl_diags){ .sources = &none };
  return ccl_output_save(diags, ccl_str_from(path), ccl_str_from(text));
}

Test(output, new_and_replaced) {
  ccl_diags diags;
  struct stat status;
  umask(022);
  cr_assert(save(&diags, "a.txt", "one"));
  cr_expect(ccl_str_is(contents("a.txt"), "one"));
  cr_assert(stat("a.txt", &status) == 0);
  cr_expect_eq(status.st_mode & 0777, 0644);
  cr_assert(chmod("a.txt", 0600) == 0 && symlink("a.txt", "link") == 0 && symlink("link", "chain") == 0);
  cr_assert(save(&diags, "chain", "two"));
  cr_expect(ccl_str_is(contents("a.txt"), "two"));
  cr_assert(lstat("chain", &status) == 0 && S_ISLNK(status.st_mode));
  cr_assert(stat("a.txt", &status) == 0);
  cr_expect_eq(status.st_mode & 0777, 0600);
  cr_expect_eq(files_here(), 3u);
  cr_expect(save(&diags, "/dev/null", "gone"));
}

Test(output, troubles) {
  ccl_diags diags;
  cr_expect(!save(&diags, "no/such/a.txt", "one"));
  cr_assert_eq(diags.all.len, 1u);
  cr_expect_eq(diags.all.items[0]->code, CCL_CODE_cannot_write);
  cr_assert(mkdir("folder", 0777) == 0);
  cr_expect(!save(&diags, "folder", "one"));
  cr_expect_eq(ccl_diags_exit(&diags), 2);
  cr_expect(!save(&diags, "/dev/full", "one"));
  cr_expect(ccl_str_find(diags.all.items[0]->message, CCL_STR("no room")) > 0);
  cr_expect_eq(files_here(), 1u);
}

/* A signal that comes while the file is written: nothing is left behind and the old text stays. */
Test(output, a_signal_meanwhile) {
  ccl_diags diags;
  sigset_t blocked;
  cr_assert(save(&diags, "a.txt", "old"));
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  raise(SIGTERM);
  cr_expect(!save(&diags, "a.txt", "new"));
  cr_expect(ccl_str_is(contents("a.txt"), "old"));
  cr_expect_eq(files_here(), 1u);
  signal(SIGTERM, SIG_IGN);
  sigprocmask(SIG_UNBLOCK, &blocked, NULL);
}

Test(output, a_broken_pipe_says_nothing) {
  static const ccl_sources none;
  ccl_diags diags = { .sources = &none };
  int ends[2];
  signal(SIGPIPE, SIG_IGN);
  cr_assert(pipe(ends) == 0);
  close(ends[0]);
  int kept = dup(STDOUT_FILENO);
  dup2(ends[1], STDOUT_FILENO);
  bool done = ccl_output_print(&diags, CCL_STR("text"));
  int full = open("/dev/full", O_WRONLY);
  dup2(full, STDOUT_FILENO);
  bool room = ccl_output_print(&diags, CCL_STR("text"));
  dup2(kept, STDOUT_FILENO);
  cr_expect(!done);
  cr_expect(!room);
  cr_assert_eq(diags.all.len, 1u);
  cr_expect_eq(diags.all.items[0]->code, CCL_CODE_cannot_write);
}
