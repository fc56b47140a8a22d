/* SPDX-License-Identifier: Apache-2.0 */
/* Threads, what they ask, pieces of rows into strips. */
#include "engine/quick_crew.h"

#include <string.h>

#include "base/limits.h"
#include "data/feed.h"
#include "data/prints.h"

typedef enum ask_kind { ASK_DATE, ASK_WORD, ASK_TABLE, ASK_ROWS, ASK_MEMBER, ASK_RELIEF } ask_kind;

/* What a thread wants to know. */
typedef struct ask {
  ask_kind kind;
  ccl_lane *lane; /* DATE, WORD */
  ccl_date_key date;
  ccl_str word; /* WORD; MEMBER: its name */
  uint32_t number; /* DATE, MEMBER: the answer; TABLE: which */
  int32_t meaning;
  bool answered;
  struct ask *next;
  struct worker *worker;
} ask;

typedef struct worker {
  struct crew *crew;
  ccl_quick_thread quick;
  ccl_chunk chunk;
  ccl_scan scan; /* of CSV */
  ccl_members members; /* of JSON Lines */
  ccl_prints prints;
  char *pile; /* doubtful rows: a length, the bytes */
  size_t pile_len, pile_cap;
  /* Of rows that are judged in their order: where they are in the chunk, and the line in which it begins. */
  ccl_extent *spots;
  size_t spot_count, spot_cap;
  uint64_t line;
} worker;

typedef struct crew {
  ccl_quick *quick;
  ccl_intake *intake;
  ccl_crew_options options;
  ccl_pile pile;
  worker *workers;
  unsigned count;
  /* Of the file at hand. */
  uint32_t file; /* its place among the activity's */
  ccl_reader *reader;
  ccl_feed feed;
  bool is_csv;
  char delimiter;
  size_t width;
  /* Between threads. */
  bool alone;
  pthread_mutex_t lock;
  pthread_cond_t asked, answered;
  ask *asks; /* not answered yet */
  unsigned running;
  bool stopped; /* nothing more can come of it */
} crew;

/* ---- Answers, on the owner of the collector ---- */

static uint32_t date_number(crew *c, ccl_lane *lane, ccl_date_key key) {
  ccl_dates *dates = lane->dates;
  uint32_t number = ccl_dates_find(dates, key);
  if (number != CCL_DATES_NO || !ccl_dates_add(dates, key))
    return number;
  number = (uint32_t)dates->count;
  ccl_quick_fill_day(c->quick, lane->number, number);
  if (!c->alone)
    pthread_mutex_lock(&c->lock);
  dates->count++;
  if (!c->alone)
    pthread_mutex_unlock(&c->lock);
  return number;
}

static bool is_sound(const crew *c) {
  return ccl_pile_is_sound(&c->pile);
}

static void stop(crew *c) {
  if (!c->alone)
    pthread_mutex_lock(&c->lock);
  c->stopped = true;
  if (!c->alone)
    pthread_mutex_unlock(&c->lock);
  ccl_feed_stop(&c->feed);
}

static void answer(crew *c, ask *question) {
  switch (question->kind) {
  case ASK_DATE: question->number = date_number(c, question->lane, question->date); break;
  case ASK_WORD: question->meaning = ccl_field_meaning(&question->lane->rules, question->word); break;
  case ASK_TABLE: ccl_quick_fill_own(c->quick, &question->worker->quick, question->number); break;
  case ASK_ROWS:
    if (!ccl_pile_read(&c->pile, c->reader, c->file, question->worker->pile, question->worker->pile_len))
      stop(c);
    break;
  case ASK_RELIEF: ccl_quick_relieve(c->quick, &question->worker->quick); break;
  case ASK_MEMBER: question->number = ccl_reader_member(c->reader, question->word); break;
  }
}

/* Answers until all threads are done. */
static void serve(crew *c) {
  pthread_mutex_lock(&c->lock);
  while (c->running > 0 || c->asks) {
    ask *question = c->asks;
    if (!question) {
      pthread_cond_wait(&c->asked, &c->lock);
      continue;
    }
    c->asks = question->next;
    pthread_mutex_unlock(&c->lock);
    answer(c, question);
    pthread_mutex_lock(&c->lock);
    question->answered = true;
    pthread_cond_broadcast(&c->answered);
  }
  pthread_mutex_unlock(&c->lock);
}

/* ---- Questions, on any thread ---- */

static void put_question(worker *w, ask *question) {
  crew *c = w->crew;
  question->worker = w;
  if (c->alone) {
    answer(c, question);
    return;
  }
  pthread_mutex_lock(&c->lock);
  question->next = c->asks;
  c->asks = question;
  pthread_cond_signal(&c->asked);
  while (!question->answered)
    pthread_cond_wait(&c->answered, &c->lock);
  pthread_mutex_unlock(&c->lock);
}

static uint32_t ask_date(void *self, ccl_lane *lane, ccl_date_key key) {
  worker *w = self;
  crew *c = w->crew;
  if (!c->alone) {
    pthread_mutex_lock(&c->lock);
    uint32_t number = ccl_dates_find(lane->dates, key);
    pthread_mutex_unlock(&c->lock);
    if (number != CCL_DATES_NO)
      return number;
  }
  ask question = { .kind = ASK_DATE, .lane = lane, .date = key };
  put_question(w, &question);
  return question.number;
}

static int32_t ask_word(void *self, ccl_lane *lane, ccl_str word) {
  ask question = { .kind = ASK_WORD, .lane = lane, .word = word };
  put_question(self, &question);
  return question.meaning;
}

static void ask_table(void *self, ccl_quick_thread *thread, uint32_t table) {
  (void)thread;
  ask question = { .kind = ASK_TABLE, .number = table };
  put_question(self, &question);
}

static void ask_relief(void *self, ccl_quick_thread *thread) {
  (void)thread;
  ask question = { .kind = ASK_RELIEF };
  put_question(self, &question);
}

static uint32_t ask_member(void *self, ccl_str name) {
  ask question = { .kind = ASK_MEMBER, .word = name };
  put_question(self, &question);
  return question.number;
}

/* ---- Rows ---- */

static bool makes_prints(const crew *c) {
  return c->pile.makes_prints;
}

static void pile_up(worker *w, uint32_t from, uint32_t to) {
  if (w->crew->pile.use == CCL_PILE_JUDGE) {
    w->spots = ccl_plain_grow(w->spots, &w->spot_cap, w->spot_count + 1, sizeof *w->spots);
    w->spots[w->spot_count++] = (ccl_extent){ from, to };
    return;
  }
  uint32_t length = to - from;
  w->pile = ccl_plain_grow(w->pile, &w->pile_cap, w->pile_len + sizeof length + length, 1);
  memcpy(w->pile + w->pile_len, &length, sizeof length);
  memcpy(w->pile + w->pile_len + sizeof length, w->chunk.base + from, length);
  w->pile_len += sizeof length + length;
}

static uint32_t row_start(const worker *w, size_t row) {
  return row == 0 ? w->chunk.from : w->scan.ends[row - 1] + 1;
}

/* Doubts of the scan that lie in the strip's rows. */
static void note_scan_doubts(worker *w, size_t first) {
  ccl_strip *strip = &w->quick.strip;
  memset(strip->doubt, w->scan.doubt_count == CCL_SCAN_DOUBTS, strip->rows);
  strip->any_doubt = w->scan.doubt_count == CCL_SCAN_DOUBTS;
  for (size_t i = 0; i < w->scan.doubt_count; i++) {
    uint32_t place = w->scan.doubts[i];
    if (place < row_start(w, first) || place > w->scan.ends[first + strip->rows - 1])
      continue;
    size_t low = 0, high = strip->rows;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (w->scan.ends[first + middle] < place)
        low = middle + 1;
      else
        high = middle;
    }
    strip->doubt[low] = 1;
    strip->any_doubt = true;
  }
}

/* Rows whose key some other row may have: which of them counts is judged by their versions. */
static void doubt_equal_keys(const crew *c, ccl_strip *strip, const ccl_lane *key) {
  for (size_t row = 0; row < strip->rows; row++)
    if (key->present[row] && ccl_print_set_has(c->options.equal_keys, key->prints[row])) {
      strip->doubt[row] = 1;
      strip->any_doubt = true;
    }
}

/* The rows of the strip, whose doubts are noted. */
static void tally_strip(worker *w) {
  crew *c = w->crew;
  ccl_quick_thread *thread = &w->quick;
  ccl_strip *strip = &thread->strip;
  ccl_lane *key = makes_prints(c) || c->options.equal_keys ? &thread->lanes[c->intake->activity->key] : NULL;
  bool only_keys = c->pile.use == CCL_PILE_KEYS || c->pile.use == CCL_PILE_JUDGE;
  for (size_t f = 0; f < c->intake->activity->data_count; f++)
    if (!only_keys || &thread->lanes[f] == key)
      ccl_lane_read(strip, &thread->lanes[f]);
  if (c->options.equal_keys)
    doubt_equal_keys(c, strip, key);
  if (!only_keys)
    ccl_quick_strip(thread);
  if (makes_prints(c))
    ccl_prints_add(&w->prints, key->prints, key->all_present ? NULL : key->present, strip->doubt, strip->rows);
  thread->rows += strip->rows;
}

/* Well-formed rows [first, first + rows), whose marks begin at `mark`. */
static void read_strip(worker *w, size_t first, size_t rows, size_t mark) {
  ccl_quick_thread *thread = &w->quick;
  ccl_strip *strip = &thread->strip;
  strip->base = w->chunk.base;
  strip->marks = w->scan.marks + mark;
  strip->rows = rows;
  note_scan_doubts(w, first);
  tally_strip(w);
  for (size_t row = 0; strip->any_doubt && row < rows; row++)
    if (strip->doubt[row]) {
      thread->rows--;
      pile_up(w, row_start(w, first + row), w->scan.ends[first + row]);
    }
}

/* Whether a row may be a line of blanks, which looks like a row of empty cells. */
static bool may_be_blank(const worker *w, size_t row) {
  unsigned char head = (unsigned char)w->chunk.base[row_start(w, row)];
  return head <= ' ' || head == 0xC2 || head == 0xE2;
}

/* How many rows from `row` on, up to a strip, have as many cells as the header line. */
static size_t well_formed(const worker *w, size_t row, size_t mark) {
  size_t width = w->crew->width, most = w->scan.end_count - row;
  const uint32_t *ends = w->scan.ends + row, *marks = w->scan.marks + mark + width - 1;
  size_t left = (w->scan.mark_count - mark) / width, count = 0;
  most = most < left ? most : left;
  most = most < CCL_STRIP_ROWS ? most : CCL_STRIP_ROWS;
  bool blanks = width == 1 || w->crew->delimiter == '\t';
  bool long_rows = w->chunk.to - w->chunk.from > CCL_LIMIT_CELL_BYTES;
  while (count < most && marks[width * count] == ends[count]) {
    if (blanks && may_be_blank(w, row + count))
      break;
    if (long_rows && ends[count] - row_start(w, row + count) > CCL_LIMIT_CELL_BYTES)
      break;
    count++;
  }
  return count;
}

static void read_csv(worker *w) {
  crew *c = w->crew;
  ccl_scan_rows(&w->scan, c->options.simd, w->chunk.base, w->chunk.from, w->chunk.to, c->delimiter);
  for (size_t row = 0, mark = 0; row < w->scan.end_count && !w->quick.gave_up;) {
    size_t rows = well_formed(w, row, mark);
    if (rows > 0)
      read_strip(w, row, rows, mark);
    row += rows;
    mark += rows * c->width;
    if (row < w->scan.end_count && rows < CCL_STRIP_ROWS) {
      pile_up(w, row_start(w, row), w->scan.ends[row]);
      while (w->scan.marks[mark++] != w->scan.ends[row]) {
      }
      row++;
    }
  }
}

/* Rows of JSON Lines, whose cells are at w->members. */
static void read_members(worker *w, char *base) {
  ccl_quick_thread *thread = &w->quick;
  ccl_strip *strip = &thread->strip;
  strip->base = base;
  strip->marks = w->members.marks;
  strip->rows = w->members.rows;
  memset(strip->doubt, 0, strip->rows);
  strip->any_doubt = false;
  tally_strip(w);
  for (size_t row = 0; strip->any_doubt && row < strip->rows; row++)
    if (strip->doubt[row]) {
      thread->rows--;
      ccl_members_restore(&w->members, base, row);
      pile_up(w, w->members.lines[row].from, w->members.lines[row].to);
    }
  /* Lines will be counted: a text with an escape may have become one with a line end. */
  for (size_t row = 0; w->crew->pile.use == CCL_PILE_JUDGE && row < strip->rows; row++)
    ccl_members_restore(&w->members, base, row);
}

static void read_lines(worker *w) {
  char *base = ccl_chunk_rows(&w->chunk);
  ccl_members *members = &w->members;
  for (uint32_t at = w->chunk.from; at < w->chunk.to && !w->quick.gave_up;) {
    at = ccl_members_read(members, w->crew->options.simd, base, at, w->chunk.to);
    for (size_t i = 0; i < members->doubt_count; i++)
      pile_up(w, members->doubts[i].from, members->doubts[i].to);
    if (members->rows > 0)
      read_members(w, base);
  }
}

static uint64_t count_lines(const char *text, size_t count) {
  uint64_t lines = 0;
  for (size_t i = 0; i < count; i++)
    lines += text[i] == '\n';
  return lines;
}

static int compare_spots(const void *a, const void *b) {
  uint32_t x = ((const ccl_extent *)a)->from, y = ((const ccl_extent *)b)->from;
  return (x > y) - (x < y);
}

/* The rows of the chunk that are to be judged, in their order. The owner of the collector works alone. */
static void judge_spots(worker *w) {
  crew *c = w->crew;
  uint32_t counted = w->chunk.from;
  if (w->spot_count > 1)
    qsort(w->spots, w->spot_count, sizeof *w->spots, compare_spots);
  for (size_t i = 0; i < w->spot_count; i++) {
    ccl_extent spot = w->spots[i];
    w->line += count_lines(w->chunk.base + counted, spot.from - counted);
    counted = spot.from;
    ccl_pile_judge(&c->pile, c->reader, (ccl_str){ w->chunk.base + spot.from, spot.to - spot.from }, w->line);
  }
  w->line += count_lines(w->chunk.base + counted, w->chunk.to - counted);
  w->spot_count = 0;
}

static void read_chunk(worker *w) {
  crew *c = w->crew;
  if (c->is_csv)
    read_csv(w);
  else
    read_lines(w);
  if (w->quick.gave_up)
    stop(c);
  if (c->pile.use == CCL_PILE_JUDGE)
    judge_spots(w);
  if (w->pile_len > 0) {
    ask question = { .kind = ASK_ROWS };
    put_question(w, &question);
    w->pile_len = 0;
  }
}

static void *work(void *self) {
  worker *w = self;
  crew *c = w->crew;
  while (ccl_feed_take(&c->feed, &w->chunk))
    read_chunk(w);
  if (!c->alone) {
    pthread_mutex_lock(&c->lock);
    c->running--;
    pthread_cond_signal(&c->asked);
    pthread_mutex_unlock(&c->lock);
  }
  return NULL;
}

/* ---- Files ---- */

/* Whether the file is so small that a second thread costs more than it saves: a few blocks (--debug block=N can make any
 * file a large one). */
static bool is_small(const ccl_text *text, size_t block) {
  enum { FEW = 4 };
  return ccl_bytes_size(text->bytes) < FEW * block;
}

static void run_threads(crew *c) {
  enum { MOST = 1024 };
  pthread_t threads[MOST];
  unsigned started = 0;
  c->running = c->count;
  for (; started < c->count && started < MOST; started++)
    if (pthread_create(&threads[started], NULL, work, &c->workers[started]) != 0)
      break;
  pthread_mutex_lock(&c->lock);
  c->running -= c->count - started;
  pthread_mutex_unlock(&c->lock);
  if (started == 0)
    stop(c);
  serve(c);
  for (unsigned i = 0; i < started; i++)
    pthread_join(threads[i], NULL);
}

static void make_workers(crew *c) {
  for (unsigned i = 0; i < c->count; i++) {
    worker *w = &c->workers[i];
    w->crew = c;
    ccl_quick_thread_init(&w->quick, c->quick);
    w->quick.asks = (ccl_quick_asks){ w, ask_table, ask_relief };
    w->quick.strip.asks = (ccl_lane_asks){ w, ask_date, ask_word };
    ccl_prints_init(&w->prints, (size_t)(c->options.memory / 2 / c->count));
    c->stopped = c->stopped || w->quick.gave_up;
  }
}

static void point_lane(const crew *c, ccl_lane *lane) {
  size_t count = lane->field->column_count, cap = 0;
  uint32_t *columns = ccl_plain_grow(NULL, &cap, count, sizeof *columns);
  for (size_t i = 0; i < count; i++)
    columns[i] = ccl_reader_column(c->reader, lane->number, i);
  ccl_lane_point(lane, columns, count);
  ccl_plain_free(columns);
}

/* The columns of the file at hand. */
static void point_workers(crew *c) {
  for (unsigned i = 0; i < c->count; i++) {
    worker *w = &c->workers[i];
    ccl_quick_thread *thread = &w->quick;
    if (!c->is_csv)
      ccl_members_begin(&w->members, ccl_reader_slots(c->reader), (ccl_members_asks){ w, ask_member });
    for (uint32_t f = 0; f < c->intake->activity->data_count; f++)
      point_lane(c, &thread->lanes[f]);
    thread->strip.width = c->is_csv ? c->width : w->members.width;
    thread->strip.json = !c->is_csv;
    thread->strip.comma = c->delimiter == ';';
    thread->strip.csv.delimiter = c->delimiter;
  }
}

/* All rows of the file at hand, whose reader has begun. */
static bool read_rows(crew *c) {
  ccl_text *text = ccl_reader_text(c->reader);
  c->is_csv = ccl_reader_is_csv(c->reader);
  c->delimiter = c->is_csv ? ccl_reader_delimiter(c->reader) : 0;
  c->width = ccl_reader_width(c->reader);
  c->alone = c->count == 1 || is_small(text, c->options.block);
  ccl_feed_init(&c->feed, text, c->options.simd, c->options.block);
  c->feed.lines = !c->is_csv;
  if (c->is_csv && !c->alone)
    ccl_feed_digest_apart(&c->feed);
  point_workers(c);
  c->workers[0].line = ccl_reader_line(c->reader);
  if (c->alone)
    work(&c->workers[0]);
  else
    run_threads(c);
  bool good = !c->feed.broken && !c->stopped && (c->pile.use == CCL_PILE_JUDGE || is_sound(c));
  ccl_feed_free(&c->feed);
  return good;
}

static bool read_files(crew *c, const ccl_crew_file *files, size_t count) {
  bool good = !c->stopped;
  for (c->file = 0; good && c->file < count; c->file++) {
    c->reader = ccl_reader_open(c->intake, files[c->file].origin, files[c->file].options);
    good = ccl_reader_begin(c->reader, c->pile.batch) && read_rows(c);
    ccl_reader_close(c->reader);
  }
  return good;
}

/* Rows that were held until all were judged. */
static bool gather_held(crew *c, const ccl_crew_file *files, size_t count) {
  if (c->pile.use != CCL_PILE_HOLD)
    return true;
  bool good = true;
  ccl_pile_let_go(&c->pile);
  for (uint32_t i = 0; good && i < count; i++) {
    if (!ccl_pile_holds(&c->pile, i))
      continue;
    ccl_reader *reader = ccl_reader_open(c->intake, files[i].origin, files[i].options);
    good = ccl_reader_begin(reader, c->pile.batch) && ccl_pile_gather(&c->pile, reader, i);
    ccl_reader_close(reader);
  }
  return good;
}

/* All lists of fingerprints; the crew has none any more. */
static ccl_prints *take_prints(crew *c) {
  size_t cap = 0;
  ccl_prints *lists = ccl_plain_grow(NULL, &cap, (size_t)c->count + 1, sizeof *lists);
  for (unsigned i = 0; i <= c->count; i++) {
    ccl_prints *from = i < c->count ? &c->workers[i].prints : &c->pile.prints;
    lists[i] = *from;
    ccl_prints_init(from, 0);
  }
  return lists;
}

/* All keys are different, or at least their fingerprints. */
static bool keys_are_unique(crew *c) {
  if (!makes_prints(c))
    return true;
  ccl_prints *lists = take_prints(c);
  bool failed, unique = ccl_prints_are_unique(lists, (size_t)c->count + 1, c->count, &failed);
  ccl_plain_free(lists);
  return unique && !failed;
}

static void open_crew(crew *c, ccl_pile_use use, bool prints) {
  enum { LEAST_HELD = 1 << 20 };
  size_t cap = 0, held = c->options.memory / 4 > LEAST_HELD ? (size_t)(c->options.memory / 4) : LEAST_HELD;
  c->count = c->options.threads;
  c->workers = ccl_plain_grow(NULL, &cap, c->count, sizeof *c->workers);
  memset(c->workers, 0, c->count * sizeof *c->workers);
  ccl_pile_init(&c->pile, c->quick, c->intake, use, prints, held);
  pthread_mutex_init(&c->lock, NULL);
  pthread_cond_init(&c->asked, NULL);
  pthread_cond_init(&c->answered, NULL);
  make_workers(c);
}

static void close_crew(crew *c) {
  for (unsigned i = 0; i < c->count; i++) {
    worker *w = &c->workers[i];
    ccl_quick_thread_free(&w->quick);
    ccl_chunk_free(&w->chunk);
    ccl_scan_free(&w->scan);
    ccl_members_free(&w->members);
    ccl_prints_free(&w->prints);
    ccl_plain_free(w->pile);
    ccl_plain_free(w->spots);
  }
  ccl_plain_free(c->workers);
  ccl_pile_free(&c->pile);
  pthread_cond_destroy(&c->answered);
  pthread_cond_destroy(&c->asked);
  pthread_mutex_destroy(&c->lock);
}

bool ccl_crew_read(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                   ccl_crew_options options, ccl_day_counts *counts, uint64_t *rows, bool *equal_keys) {
  crew c = { .quick = quick, .intake = intake, .options = options };
  open_crew(&c, options.equal_keys ? CCL_PILE_HOLD : CCL_PILE_GATHER, options.check_keys);
  bool good = read_files(&c, files, count) && gather_held(&c, files, count);
  *equal_keys = good && !keys_are_unique(&c);
  good = good && !*equal_keys;
  *rows = intake->next;
  for (unsigned i = 0; good && i < c.count; i++) {
    good = ccl_quick_merge(quick, &c.workers[i].quick, counts);
    *rows += c.workers[i].quick.rows;
  }
  close_crew(&c);
  return good;
}

bool ccl_crew_equal_keys(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                         ccl_crew_options options, ccl_print_set *equal) {
  crew c = { .quick = quick, .intake = intake, .options = options };
  open_crew(&c, CCL_PILE_KEYS, true);
  bool good = read_files(&c, files, count), failed = false;
  if (good) {
    ccl_prints *lists = take_prints(&c);
    ccl_prints_equal(lists, (size_t)c.count + 1, c.count, equal, &failed);
    ccl_plain_free(lists);
  }
  close_crew(&c);
  return good && !failed;
}

void ccl_crew_judge_keys(ccl_quick *quick, ccl_intake *intake, const ccl_crew_file *files, size_t count,
                         ccl_crew_options options) {
  options.threads = 1;
  crew c = { .quick = quick, .intake = intake, .options = options };
  open_crew(&c, CCL_PILE_JUDGE, false);
  read_files(&c, files, count);
  ccl_faults_flush(intake->faults);
  close_crew(&c);
}
