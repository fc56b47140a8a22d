/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A program of the build: embed_zones ZONEINFO_DIR OUTPUT.c
 *
 * Reads the system's compiled time-zone files (TZif of RFC 8536, version 2 and later: the 64-bit block and the rule at
 * its end) and writes them as one C file of tables (zone_table.h). Only offsets are kept: names of offsets, flags of
 * summer time and changes that the rule gives anyway are left out, and zones with the same content are stored once.
 * Leap seconds, the folders posix/ and right/ and the names that depend on the machine (localtime, posixrules, Factory)
 * are no zones of contracts.
 *
 * Everything that it reads is checked; it stops with one line on standard error rather than embed something doubtful.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "zone_table.h"

enum { MAX_NAMES = 2000, MAX_CHANGES = 2000, MAX_TIMES = 200000, MAX_FILE = 1 << 20, MAX_NAME = 100, MAX_PATH = 4096 };

typedef struct change {
  int64_t at;
  int32_t offset;
} change;

/* One zone while it is read. */
typedef struct zone {
  change changes[MAX_CHANGES];
  size_t count;
  int32_t before;
  ccl_zone_rule rule;
} zone;

/* What will be written. */
typedef struct output {
  char names[MAX_NAMES][MAX_NAME];
  uint16_t tables[MAX_NAMES]; /* of each name */
  size_t name_count;
  ccl_zone_table zones[MAX_NAMES];
  size_t zone_count;
  change changes[MAX_TIMES];
  size_t change_count;
} output;

static _Noreturn void fail(const char *path, const char *why) {
  fprintf(stderr, "embed_zones: %s: %s\n", path, why);
  exit(1);
}

/* ---- reading one TZif file ---- */

typedef struct reader {
  const char *path;
  const unsigned char *bytes;
  size_t len, at;
} reader;

static const unsigned char *take(reader *r, size_t count) {
  if (count > r->len - r->at)
    fail(r->path, "the file ends too early");
  const unsigned char *bytes = r->bytes + r->at;
  r->at += count;
  return bytes;
}

static int64_t take_int(reader *r, size_t size) {
  const unsigned char *bytes = take(r, size);
  uint64_t number = bytes[0] >= 0x80 ? UINT64_MAX : 0;
  for (size_t i = 0; i < size; i++)
    number = number << 8 | bytes[i];
  int64_t out;
  memcpy(&out, &number, sizeof out);
  return out;
}

typedef struct tzif_header {
  int version;
  size_t is_utc, is_standard, leaps, times, types, letters;
} tzif_header;

static size_t take_count(reader *r) {
  int64_t count = take_int(r, 4);
  if (count < 0 || count > MAX_FILE)
    fail(r->path, "a count that cannot be");
  return (size_t)count;
}

static tzif_header take_header(reader *r) {
  tzif_header h;
  if (memcmp(take(r, 4), "TZif", 4) != 0)
    fail(r->path, "not a time-zone file");
  h.version = *take(r, 1);
  take(r, 15);
  h.is_utc = take_count(r);
  h.is_standard = take_count(r);
  h.leaps = take_count(r);
  h.times = take_count(r);
  h.types = take_count(r);
  h.letters = take_count(r);
  return h;
}

/* The block after a header whose times have `size` bytes. */
static void skip_block(reader *r, tzif_header h, size_t size) {
  take(r, h.times * (size + 1) + h.types * 6 + h.letters + h.leaps * (size + 4) + h.is_standard + h.is_utc);
}

static void take_block(reader *r, tzif_header h, zone *z) {
  int32_t offsets[256];
  size_t kinds[MAX_CHANGES];
  if (h.leaps != 0)
    fail(r->path, "counts leap seconds");
  if (h.types == 0 || h.types > 256 || h.times > MAX_CHANGES)
    fail(r->path, "too many changes, or none of the needed kinds");
  z->count = h.times;
  for (size_t i = 0; i < h.times; i++) {
    z->changes[i].at = take_int(r, 8);
    if (i > 0 && z->changes[i].at <= z->changes[i - 1].at)
      fail(r->path, "changes that do not rise");
  }
  for (size_t i = 0; i < h.times; i++) {
    kinds[i] = *take(r, 1);
    if (kinds[i] >= h.types)
      fail(r->path, "a change of an unknown kind");
  }
  for (size_t i = 0; i < h.types; i++) {
    int64_t offset = take_int(r, 4);
    take(r, 2);
    if (offset < -93599 || offset > 93599)
      fail(r->path, "an offset of more than a day");
    offsets[i] = (int32_t)offset;
  }
  for (size_t i = 0; i < h.times; i++)
    z->changes[i].offset = offsets[kinds[i]];
  z->before = offsets[0];
  take(r, h.letters + h.is_standard + h.is_utc);
}

/* ---- the rule at the end: POSIX's TZ with the extensions of RFC 8536 ---- */

static int peek(const reader *r) {
  return r->at < r->len ? r->bytes[r->at] : -1;
}

static bool accept(reader *r, int byte) {
  if (peek(r) != byte)
    return false;
  r->at++;
  return true;
}

static int32_t rule_number(reader *r, int32_t most) {
  int32_t number = 0;
  if (peek(r) < '0' || peek(r) > '9')
    fail(r->path, "a rule without a number where one belongs");
  while (peek(r) >= '0' && peek(r) <= '9') {
    number = number * 10 + (*take(r, 1) - '0');
    if (number > most)
      fail(r->path, "a rule with too large a number");
  }
  return number;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static int32_t rule_time(reader *r) {
  int32_t sign = accept(r, '-') ? -1 : 1;
  if (sign > 0)
    accept(r, '+');
  int32_t seconds = 3600 * rule_number(r, 167);
  if (accept(r, ':'))
    seconds += 60 * rule_number(r, 59);
  if (accept(r, ':'))
    seconds += rule_number(r, 59);
  return sign * seconds;
}

/* CET or <+0330>: the name itself is of no use here. */
static void rule_name(reader *r) {
  size_t start = r->at;
  if (accept(r, '<')) {
    while (peek(r) != '>' && peek(r) != -1)
      r->at++;
    take(r, 1);
  } else {
    while ((peek(r) >= 'A' && peek(r) <= 'Z') || (peek(r) >= 'a' && peek(r) <= 'z'))
      r->at++;
  }
  if (r->at - start < 3)
    fail(r->path, "a rule without a name");
}

static ccl_rule_date rule_date(reader *r) {
  ccl_rule_date date = { .kind = CCL_RULE_ORDINAL, .time = 7200 };
  if (accept(r, 'M')) {
    date.kind = CCL_RULE_WEEKDAY;
    date.month = (int8_t)rule_number(r, 12);
    if (!accept(r, '.'))
      fail(r->path, "a rule without a week");
    date.week = (int8_t)rule_number(r, 5);
    if (!accept(r, '.'))
      fail(r->path, "a rule without a day of the week");
    date.weekday = (int8_t)rule_number(r, 6);
    if (date.month == 0 || date.week == 0)
      fail(r->path, "a rule with a month or week 0");
  } else {
    if (accept(r, 'J'))
      date.kind = CCL_RULE_JULIAN;
    date.number = (int16_t)rule_number(r, 365);
    if (date.kind == CCL_RULE_JULIAN && date.number == 0)
      fail(r->path, "a rule with a day 0");
  }
  if (accept(r, '/'))
    date.time = rule_time(r);
  return date;
}

/* The rule between two line ends; an empty one leaves the last offset. */
static void take_rule(reader *r, zone *z) {
  int32_t last = z->count > 0 ? z->changes[z->count - 1].offset : z->before;
  z->rule = (ccl_zone_rule){ .standard = last, .summer = last };
  if (!accept(r, '\n'))
    fail(r->path, "no rule at the end");
  if (accept(r, '\n'))
    return;
  rule_name(r);
  z->rule.standard = z->rule.summer = -rule_time(r);
  if (!accept(r, '\n')) {
    rule_name(r);
    z->rule.summer = peek(r) == ',' ? z->rule.standard + 3600 : -rule_time(r);
    if (!accept(r, ','))
      fail(r->path, "a rule without the day of its first change");
    z->rule.start = rule_date(r);
    if (!accept(r, ','))
      fail(r->path, "a rule without the day of its second change");
    z->rule.end = rule_date(r);
    if (!accept(r, '\n'))
      fail(r->path, "a rule with something behind it");
  }
}

/* ---- making a zone small ---- */

static int32_t rule_around(const ccl_zone_rule *rule, int64_t at, int64_t *next) {
  ccl_rule_change before, after = { .at = INT64_MAX };
  int32_t offset = rule->standard;
  if (rule->standard != rule->summer)
    offset = ccl_rule_around(rule, at, &before, &after);
  *next = after.at;
  return offset;
}

/*
 * Some versions of the compiler of these files leave out a last change that changes nothing, although the rule holds
 * only from it on (America/Ojinaga, November 2022). The change that the file does give wins, up to the next one that
 * the rule makes.
 */
static void mend_the_last_change(const char *path, zone *z) {
  int64_t next, after;
  change last = z->changes[z->count - 1];
  if (rule_around(&z->rule, last.at, &next) == last.offset)
    return;
  if (next == INT64_MAX || z->count == MAX_CHANGES)
    fail(path, "a rule that contradicts the last change");
  z->changes[z->count].at = next;
  z->changes[z->count++].offset = rule_around(&z->rule, next, &after);
}

/* Drops the last changes as long as the rule alone tells the same from the one before on. */
static void drop_what_the_rule_gives(zone *z) {
  int64_t next;
  while (z->count >= 2) {
    change previous = z->changes[z->count - 2];
    if (rule_around(&z->rule, previous.at, &next) != previous.offset || next < z->changes[z->count - 1].at)
      break;
    z->count--;
  }
}

/* Drops changes that leave the offset as it is, but for the last one, from which the rule holds. */
static void drop_empty_changes(zone *z) {
  size_t kept = 0;
  int32_t offset = z->before;
  for (size_t i = 0; i < z->count; i++) {
    if (z->changes[i].offset == offset && i + 1 < z->count)
      continue;
    offset = z->changes[i].offset;
    z->changes[kept++] = z->changes[i];
  }
  z->count = kept;
  if (z->count == 1 && z->changes[0].offset == z->before && z->rule.standard == z->rule.summer)
    z->count = 0;
}

static size_t read_file(const char *path, unsigned char *bytes, size_t room) {
  FILE *file = fopen(path, "rb");
  if (file == NULL)
    fail(path, strerror(errno));
  size_t len = fread(bytes, 1, room, file);
  if (ferror(file) || len == room)
    fail(path, "cannot be read, or is too large");
  fclose(file);
  return len;
}

static void read_zone(const char *path, zone *z) {
  static unsigned char bytes[MAX_FILE];
  reader r = { .path = path, .bytes = bytes, .len = read_file(path, bytes, sizeof bytes) };
  tzif_header first = take_header(&r);
  if (first.version < '2')
    fail(path, "is of version 1, without 64-bit times");
  skip_block(&r, first, 4);
  take_block(&r, take_header(&r), z);
  take_rule(&r, z);
  if (z->count > 0)
    mend_the_last_change(path, z);
  drop_what_the_rule_gives(z);
  drop_empty_changes(z);
}

/* ---- collecting ---- */

static bool same_rule_date(ccl_rule_date a, ccl_rule_date b) {
  return a.kind == b.kind && a.month == b.month && a.week == b.week && a.weekday == b.weekday && a.number == b.number &&
         a.time == b.time;
}

static bool same_zone(const output *out, const ccl_zone_table *old, const zone *z) {
  if (old->count != z->count || old->before != z->before || old->rule.standard != z->rule.standard ||
      old->rule.summer != z->rule.summer || !same_rule_date(old->rule.start, z->rule.start) ||
      !same_rule_date(old->rule.end, z->rule.end))
    return false;
  for (size_t i = 0; i < z->count; i++) {
    change kept = out->changes[old->first + i];
    if (kept.at != z->changes[i].at || kept.offset != z->changes[i].offset)
      return false;
  }
  return true;
}

static uint16_t table_of(output *out, const zone *z) {
  for (size_t i = 0; i < out->zone_count; i++)
    if (same_zone(out, &out->zones[i], z))
      return (uint16_t)i;
  if (out->change_count + z->count > MAX_TIMES)
    fail("zones", "too many changes");
  ccl_zone_table *table = &out->zones[out->zone_count];
  table->first = (uint32_t)out->change_count;
  table->count = (uint16_t)z->count;
  table->before = z->before;
  table->rule = z->rule;
  memcpy(out->changes + out->change_count, z->changes, z->count * sizeof *z->changes);
  out->change_count += z->count;
  return (uint16_t)out->zone_count++;
}

static bool is_zone_name(const char *name) {
  static const char *const none[] = { "Factory", "localtime", "posixrules" };
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    if (strcmp(name, none[i]) == 0)
      return false;
  return name[0] >= 'A' && name[0] <= 'Z' &&
         name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-")] == 0;
}

/* Zones are the files below `folder` that begin with TZif; `name` is the path from the top. */
static void collect(output *out, const char *root, const char *name, int depth) {
  char path[MAX_PATH];
  int len = snprintf(path, sizeof path, "%s%s%s", root, name[0] != 0 ? "/" : "", name);
  DIR *folder = len < (int)sizeof path ? opendir(path) : NULL;
  if (folder == NULL || depth > 4)
    fail(path, "is no folder that can be read");
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char inner[MAX_NAME], full[MAX_PATH + MAX_NAME + 1];
    struct stat status;
    unsigned char magic[8];
    if (!is_zone_name(entry->d_name))
      continue;
    len = snprintf(inner, sizeof inner, "%s%s%s", name, name[0] != 0 ? "/" : "", entry->d_name);
    if (len >= (int)sizeof inner)
      fail(entry->d_name, "the name is too long");
    snprintf(full, sizeof full, "%s/%s", root, inner);
    if (stat(full, &status) != 0)
      continue; /* a link to nowhere */
    if (S_ISDIR(status.st_mode)) {
      collect(out, root, inner, depth + 1);
      continue;
    }
    FILE *file = fopen(full, "rb");
    bool is_zone = file != NULL && fread(magic, 1, 4, file) == 4 && memcmp(magic, "TZif", 4) == 0;
    if (file != NULL)
      fclose(file);
    if (!is_zone)
      continue;
    if (out->name_count == MAX_NAMES)
      fail(root, "too many zones");
    memcpy(out->names[out->name_count++], inner, (size_t)len + 1);
  }
  closedir(folder);
}

static int by_name(const void *a, const void *b) {
  return strcmp(a, b);
}

/* "2026b": what the first line of tzdata.zi says, else the file +VERSION. */
static void find_version(const char *root, char *version, size_t room) {
  static const struct { const char *file, *head; } places[] = { { "tzdata.zi", "# version " }, { "+VERSION", "" } };
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    char path[MAX_PATH], line[100];
    snprintf(path, sizeof path, "%s/%s", root, places[i].file);
    FILE *file = fopen(path, "r");
    if (file == NULL)
      continue;
    bool read = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    size_t head = strlen(places[i].head);
    if (!read || strncmp(line, places[i].head, head) != 0)
      continue;
    size_t len = strspn(line + head, "0123456789abcdefghijklmnopqrstuvwxyz.-");
    if (len > 0 && len < room) {
      memcpy(version, line + head, len);
      version[len] = 0;
      return;
    }
  }
  snprintf(version, room, "unknown");
}

/* ---- writing ---- */

static void write_date(FILE *file, ccl_rule_date date) {
  fprintf(file, "{ %d, %d, %d, %d, %d, %d }", date.kind, date.month, date.week, date.weekday, date.number, date.time);
}

static void write_tables(FILE *file, const output *out) {
  fprintf(file, "const int64_t ccl_zone_times[] = {\n");
  for (size_t i = 0; i < out->change_count; i++)
    fprintf(file, "%lldLL,%c", (long long)out->changes[i].at, i % 8 == 7 ? '\n' : ' ');
  fprintf(file, "0 };\nconst int32_t ccl_zone_offsets[] = {\n");
  for (size_t i = 0; i < out->change_count; i++)
    fprintf(file, "%d,%c", out->changes[i].offset, i % 16 == 15 ? '\n' : ' ');
  fprintf(file, "0 };\nconst ccl_zone_table ccl_zone_tables[] = {\n");
  for (size_t i = 0; i < out->zone_count; i++) {
    const ccl_zone_table *z = &out->zones[i];
    fprintf(file, "{ %u, %u, %d, { %d, %d, ", (unsigned)z->first, (unsigned)z->count, z->before, z->rule.standard,
            z->rule.summer);
    write_date(file, z->rule.start);
    fprintf(file, ", ");
    write_date(file, z->rule.end);
    fprintf(file, " } },\n");
  }
  fprintf(file, "};\nconst struct ccl_zone ccl_zone_names[] = {\n");
  for (size_t i = 0; i < out->name_count; i++)
    fprintf(file, "{ \"%s\", %u },\n", out->names[i], (unsigned)out->tables[i]);
  fprintf(file, "};\nconst uint16_t ccl_zone_name_count = %u;\n", (unsigned)out->name_count);
}

int main(int argc, char **argv) {
  static output out;
  static zone z;
  char version[32];
  if (argc != 3) {
    fprintf(stderr, "usage: embed_zones ZONEINFO_DIR OUTPUT.c\n");
    return 2;
  }
  collect(&out, argv[1], "", 0);
  if (out.name_count == 0)
    fail(argv[1], "holds no time zones");
  qsort(out.names, out.name_count, sizeof *out.names, by_name);
  for (size_t i = 0; i < out.name_count; i++) {
    char path[MAX_PATH];
    if (snprintf(path, sizeof path, "%s/%s", argv[1], out.names[i]) >= (int)sizeof path)
      fail(argv[1], "the path is too long");
    read_zone(path, &z);
    out.tables[i] = table_of(&out, &z);
  }
  find_version(argv[1], version, sizeof version);
  FILE *file = fopen(argv[2], "w");
  if (file == NULL)
    fail(argv[2], strerror(errno));
  fprintf(file, "/* Written by embed_zones from the time-zone data %s. Do not edit. */\n", version);
  fprintf(file, "#include \"calendar/zone_table.h\"\n\nconst char ccl_zone_version[] = \"%s\";\n", version);
  write_tables(file, &out);
  if (ferror(file) | fclose(file))
    fail(argv[2], "cannot be written");
  return 0;
}
