/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads contract files and recognises what is no contract: the files of word processors, spreadsheets and archives,
 * other encodings. Each is told how to become one. Files are read, never mapped: a file that shrinks meanwhile must not
 * end the program.
 */
#include "cli/input.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "cli/messages.h"

#define FIRST_ROOM 65536u

/* How the files of other programs begin, and what to say of them. */
static const struct {
  ccl_str head;
  const ccl_message *message, *help;
} foreign[] = {
  { CCL_STR_INIT("PK\003\004"), &ccl_cli_say_read_zip, &ccl_cli_say_save_text },
  { CCL_STR_INIT("\320\317\021\340"), &ccl_cli_say_read_old_office, &ccl_cli_say_save_text },
  { CCL_STR_INIT("%PDF-"), &ccl_cli_say_read_pdf, &ccl_cli_say_save_text },
  { CCL_STR_INIT("{\\rtf"), &ccl_cli_say_read_rtf, &ccl_cli_say_save_text },
  { CCL_STR_INIT("\037\213"), &ccl_cli_say_read_gzip, &ccl_cli_say_unpack },
  { CCL_STR_INIT("\377\376"), &ccl_cli_say_read_utf16, &ccl_cli_say_save_utf8 },
  { CCL_STR_INIT("\376\377"), &ccl_cli_say_read_utf16, &ccl_cli_say_save_utf8 },
};

/* The file of the same folder whose name is nearest, empty when none is near. Of equals the first by name. */
static ccl_str nearest_file(ccl_str path) {
  size_t slash = path.len;
  while (slash > 0 && path.ptr[slash - 1] != '/')
    slash--;
  ccl_str wanted = ccl_str_sub(path, slash, path.len), best = { 0 };
  DIR *folder = opendir(slash == 0 ? "." : ccl_str_z(ccl_str_sub(path, 0, slash)));
  if (!folder)
    return best;
  size_t limit = wanted.len < 6 ? 1 : 3;
  for (struct dirent *entry; (entry = readdir(folder));) {
    ccl_str name = ccl_str_from(entry->d_name);
    size_t distance = name.ptr[0] == '.' ? limit + 1 : ccl_utf8_distance(wanted, name, limit);
    if (distance > limit || (best.len > 0 && distance == limit && ccl_str_cmp(best, name) < 0))
      continue;
    limit = distance;
    best = ccl_str_copy(name);
  }
  closedir(folder);
  return best;
}

static void report_errno(ccl_cli *cli, ccl_str path, int error) {
  if (ccl_str_is(path, "-")) {
    ccl_report(&cli->diags, &ccl_cli_say_read_standard, CCL_NO_SPAN, CCL_ARGS(ccl_str_from(strerror(error))));
  } else if (error == ENOENT || error == ENOTDIR) {
    ccl_diag *diag = ccl_report(&cli->diags, &ccl_cli_say_no_such_file, CCL_NO_SPAN, CCL_ARGS(path));
    ccl_str near = nearest_file(path);
    if (near.len > 0)
      ccl_diag_help(diag, &ccl_cli_say_near_file, CCL_ARGS(near));
  } else if (error == EISDIR) {
    ccl_report(&cli->diags, &ccl_cli_say_read_folder, CCL_NO_SPAN, CCL_ARGS(path));
  } else if (error == EACCES || error == EPERM) {
    ccl_report(&cli->diags, &ccl_cli_say_read_forbidden, CCL_NO_SPAN, CCL_ARGS(path));
  } else {
    ccl_report(&cli->diags, &ccl_cli_say_read_failed, CCL_NO_SPAN, CCL_ARGS(path, ccl_str_from(strerror(error))));
  }
}

/* Reads to the end, or one byte past the limit. Returns 0 or an errno. */
static int read_all(int descriptor, ccl_buf *buf) {
  for (;;) {
    if (buf->len == buf->cap) {
      size_t cap = buf->cap == 0 ? FIRST_ROOM : buf->cap * 2;
      buf->ptr = ccl_realloc_atomic(buf->ptr, buf->cap, cap);
      buf->cap = cap;
    }
    ssize_t got = read(descriptor, buf->ptr + buf->len, buf->cap - buf->len);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return errno;
    buf->len += (size_t)got;
    if (got == 0 || buf->len > CCL_LIMIT_FILE_BYTES)
      return 0;
  }
}

static bool read_descriptor(ccl_cli *cli, ccl_str path, int descriptor, ccl_str *text) {
  struct stat before, after;
  ccl_buf buf = { 0 };
  int error = fstat(descriptor, &before) != 0 ? errno : S_ISDIR(before.st_mode) ? EISDIR : read_all(descriptor, &buf);
  if (error != 0) {
    report_errno(cli, path, error);
    return false;
  }
  if (buf.len > CCL_LIMIT_FILE_BYTES) {
    ccl_report(&cli->diags, &ccl_cli_say_read_too_large, CCL_NO_SPAN,
               CCL_ARGS(path, ccl_str_printf("%u", CCL_LIMIT_FILE_BYTES >> 20)));
    return false;
  }
  if (S_ISREG(before.st_mode) && fstat(descriptor, &after) == 0 &&
      (after.st_size != (off_t)buf.len || after.st_mtim.tv_sec != before.st_mtim.tv_sec ||
       after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)) {
    ccl_report(&cli->diags, &ccl_cli_say_read_changed, CCL_NO_SPAN, CCL_ARGS(path));
    return false;
  }
  *text = ccl_buf_str(&buf);
  return true;
}

static ccl_str line_number(ccl_str text, size_t offset) {
  unsigned line = 1;
  for (size_t i = 0; i < offset; i++)
    line += text.ptr[i] == '\n';
  return ccl_str_printf("%u", line);
}

/* Whether the text is one that can be read as a contract; says what it is otherwise. */
static bool is_text(ccl_cli *cli, ccl_str path, ccl_str text) {
  for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
    if (ccl_str_starts(text, foreign[i].head)) {
      ccl_diag *diag = ccl_report(&cli->diags, foreign[i].message, CCL_NO_SPAN, CCL_ARGS(path));
      ccl_diag_help(diag, foreign[i].help, CCL_NO_ARGS);
      return false;
    }
  if (text.len > 0 && memchr(text.ptr, 0, text.len)) {
    /* In UTF-16 without a mark every other byte of Western text is 0. */
    bool wide = text.len >= 4 && (!text.ptr[0] != !text.ptr[1]) && (!text.ptr[2] != !text.ptr[3]);
    const ccl_message *message = wide ? &ccl_cli_say_read_utf16 : &ccl_cli_say_read_binary;
    ccl_diag *diag = ccl_report(&cli->diags, message, CCL_NO_SPAN, CCL_ARGS(path));
    ccl_diag_help(diag, wide ? &ccl_cli_say_save_utf8 : &ccl_cli_say_save_text, CCL_NO_ARGS);
    return false;
  }
  ptrdiff_t wrong = ccl_utf8_invalid_at(text);
  if (wrong < 0)
    return true;
  ccl_diag *diag =
      ccl_report(&cli->diags, &ccl_cli_say_read_not_utf8, CCL_NO_SPAN,
                 CCL_ARGS(path, line_number(text, (size_t)wrong), ccl_str_sub(text, (size_t)wrong, (size_t)wrong + 1)));
  ccl_diag_help(diag, &ccl_cli_say_save_utf8, CCL_NO_ARGS);
  return false;
}

bool ccl_input_read(ccl_cli *cli, ccl_str path, ccl_str *text) {
  bool standard = ccl_str_is(path, "-");
  if (standard && cli->stdin_used) {
    ccl_report(&cli->diags, &ccl_cli_say_stdin_twice, CCL_NO_SPAN, CCL_NO_ARGS);
    return false;
  }
  cli->stdin_used |= standard;
  int descriptor = standard ? STDIN_FILENO : open(ccl_str_z(path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) {
    report_errno(cli, path, errno);
    return false;
  }
  bool done = read_descriptor(cli, path, descriptor, text);
  if (!standard)
    close(descriptor);
  if (!done)
    return false;
  if (ccl_str_starts(*text, CCL_STR("\357\273\277")))
    *text = ccl_str_sub(*text, 3, text->len);
  return is_text(cli, path, *text);
}

uint32_t ccl_input_add(ccl_cli *cli, ccl_str path) {
  ccl_str text;
  if (!ccl_input_read(cli, path, &text))
    return 0;
  size_t all = text.len;
  for (size_t i = 0; i < cli->sources.all.len; i++)
    all += cli->sources.all.items[i]->text.len;
  if (all > CCL_LIMIT_CONTRACT_BYTES) {
    ccl_report(&cli->diags, &ccl_cli_say_read_all_too_large, CCL_NO_SPAN,
               CCL_ARGS(ccl_str_printf("%u", CCL_LIMIT_CONTRACT_BYTES >> 20)));
    return 0;
  }
  return ccl_sources_add(&cli->sources, path, text, false);
}
