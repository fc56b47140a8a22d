/* SPDX-License-Identifier: Apache-2.0 */
/* The engine behind its border (engine/engine.h): which files are read when, what is remembered between calls. */
#include "engine/engine.h"

#include <unistd.h>

#include "data/reader.h"
#include "engine/gather.h"
#include "engine/quick_crew.h"

enum { BLOCK = 256 << 10 };

/* A file, or the table of an example: what batches come from. */
typedef struct source {
  uint32_t activity;
  ccl_reader_options options;
  ccl_origin *origin; /* NULL: a table */
  const ccl_example_table *table;
} source;

/* What is known of one activity. */
typedef struct known_activity {
  bool has_data, counted;
  ccl_intake intake;
  ccl_day_counts counts;
  ccl_bits in_windows; /* by number of row, of ordinary passes … */
  ccl_dayset window_days; /* … and of quick ones by day */
  bool ordinary; /* an ordinary pass was made: quick ones cannot add to it */
  bool quick; /* its rows were judged by a quick pass, which does not say which rows were replaced */
} known_activity;

struct ccl_engine {
  const ccl_plan *plan;
  const ccl_supply *supply;
  ccl_diags *diags;
  ccl_engine_options options;
  source *sources; /* files in the order in which they were given, then tables */
  size_t source_count, file_count;
  ccl_str *paths;
  known_activity *activities;
  ccl_faults faults;
};

static ccl_reader_options reader_options(const ccl_data_file *file, ccl_engine_options options, uint32_t number) {
  static const ccl_shape shapes[] = { [CCL_FORMAT_CSV] = CCL_SHAPE_CSV,
                                      [CCL_FORMAT_TSV] = CCL_SHAPE_TSV,
                                      [CCL_FORMAT_JSON] = CCL_SHAPE_JSON,
                                      [CCL_FORMAT_JSON_LINES] = CCL_SHAPE_JSON_LINES };
  static const ccl_charset charsets[] = { [CCL_ENCODING_UTF8] = CCL_CHARSET_UTF8,
                                          [CCL_ENCODING_LATIN1] = CCL_CHARSET_LATIN1,
                                          [CCL_ENCODING_CP1252] = CCL_CHARSET_CP1252 };
  return (ccl_reader_options){ shapes[file->format], charsets[options.encoding],
                               options.block > 0 ? options.block : BLOCK, number };
}

static ccl_str table_path(const ccl_diags *diags, const ccl_example_table *table) {
  bool known = diags->sources && table->span.file != 0;
  return known ? ccl_sources_get(diags->sources, table->span.file)->path : (ccl_str){ NULL, 0 };
}

ccl_engine *ccl_engine_new(const ccl_plan *plan, const ccl_supply *supply, ccl_diags *diags, ccl_engine_options options,
                           const ccl_data_file *files, size_t file_count, const ccl_example_table *tables,
                           size_t table_count) {
  ccl_engine *engine = ccl_new(ccl_engine);
  *engine =
      (ccl_engine){ .plan = plan, .supply = supply, .diags = diags, .options = options, .file_count = file_count };
  engine->source_count = file_count + table_count;
  engine->sources = ccl_new_array(source, engine->source_count);
  engine->paths = ccl_new_array(ccl_str, engine->source_count);
  engine->activities = ccl_new_array(known_activity, plan->activities_count);
  ccl_faults_init(&engine->faults, diags, options.reject);
  for (size_t i = 0; i < file_count; i++) {
    ccl_origin *origin = ccl_new(ccl_origin);
    *origin = (ccl_origin){ .path = files[i].path,
                            .gzipped = files[i].gzipped,
                            .wants_digest = options.sha256,
                            .watch = options.watch,
                            .number = i };
    engine->sources[i] = (source){ files[i].activity, reader_options(&files[i], options, (uint32_t)i), origin, NULL };
    engine->paths[i] = files[i].path;
    engine->activities[files[i].activity].has_data = true;
  }
  for (size_t i = 0; i < table_count; i++) {
    engine->sources[file_count + i] =
        (source){ .activity = tables[i].activity, .options.file = (uint32_t)(file_count + i), .table = &tables[i] };
    engine->paths[file_count + i] = table_path(diags, &tables[i]);
    engine->activities[tables[i].activity].has_data = true;
  }
  for (size_t i = 0; i < plan->activities_count; i++)
    ccl_intake_init(&engine->activities[i].intake, plan, (uint32_t)i, &engine->faults, engine->paths);
  return engine;
}

bool ccl_engine_has_data(const ccl_engine *engine, uint32_t activity) {
  return engine->activities[activity].has_data;
}

/* ---- Reading ---- */

/* Reads a source from its start; gather NULL: its rows are judged, no more. */
static void read_source(source *from, ccl_intake *intake, ccl_batch *batch, ccl_gather *gather) {
  size_t next = 0;
  ccl_reader *reader = from->origin ? ccl_reader_open(intake, from->origin, from->options) : NULL;
  bool more = true;
  while (more && !(gather && gather->stopped)) {
    more =
        reader ? ccl_reader_fill(reader, batch) : ccl_table_fill(intake, from->table, from->options.file, &next, batch);
    if (gather)
      ccl_gather_batch(gather, batch);
    ccl_faults_flush(intake->faults);
  }
  if (reader)
    ccl_reader_close(reader);
}

/* What one call reads of an activity. */
typedef struct errand {
  bool read;
  bool late; /* which rows stay is known only when all were seen: judged first, gathered in a pass of its own */
  bool quick; /* it was read by columns, and is done */
  ccl_gather *gather;
  ccl_batch *batch;
} errand;

static void plan_task(ccl_engine *engine, uint32_t activity, errand *task, bool asked) {
  known_activity *known = &engine->activities[activity];
  bool first = !known->intake.judged;
  task->read = known->has_data && (first || asked);
  if (!task->read)
    return;
  task->batch = ccl_batch_new(&engine->plan->activities[activity]);
}

/* Everything that an ordinary pass needs. */
static void begin_ordinary(ccl_engine *engine, uint32_t activity, errand *task) {
  known_activity *known = &engine->activities[activity];
  bool keeps_latest = engine->plan->activities[activity].keeping_latest != CCL_NONE;
  if (known->quick && keeps_latest) {
    known->intake.judged = known->quick = false;
    known->intake.rows = known->intake.replaced = 0;
  }
  task->late = keeps_latest && !known->intake.judged;
  task->gather->counts = known->counted ? NULL : &known->counts;
  task->gather->in_windows = &known->in_windows;
  task->gather->window_days = &known->window_days;
  task->gather->intake = &known->intake;
  known->ordinary = true;
  ccl_intake_begin(&known->intake);
}

/* ---- By columns ---- */

static uint64_t quarter_of_memory(void) {
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  return pages > 0 && size > 0 ? (uint64_t)pages * (uint64_t)size / 4 : UINT64_C(1) << 30;
}

static uint64_t memory_of(const ccl_engine *engine) {
  return engine->options.memory > 0 ? engine->options.memory : quarter_of_memory();
}

static bool has_lines(const source *from) {
  return from->origin && from->options.shape != CCL_SHAPE_JSON;
}

/* The files of an activity; 0: not all have rows that can be told apart by their line ends. */
static size_t quick_files(const ccl_engine *engine, uint32_t activity, ccl_crew_file *files) {
  size_t count = 0;
  for (size_t i = 0; i < engine->source_count; i++) {
    const source *from = &engine->sources[i];
    if (from->activity != activity)
      continue;
    if (!has_lines(from))
      return 0;
    files[count++] = (ccl_crew_file){ from->origin, from->options };
  }
  return count;
}

/* Findings of a quick pass that went well are warnings about columns. */
static void take_warnings(ccl_diags *diags, const ccl_diags *found) {
  for (size_t i = 0; i < found->all.len; i++)
    ccl_vec_push(&diags->all, found->all.items[i]);
  diags->warnings += found->warnings;
}

static void take_windows(known_activity *known, const ccl_classes *classes, const ccl_request *requests) {
  for (size_t i = 0; i < classes->all.len; i++)
    for (size_t r = 0; r < classes->all.items[i]->requests.len; r++)
      known->window_days = ccl_dayset_or(known->window_days, requests[classes->all.items[i]->requests.items[r]].days);
}

/* Everything that one quick reading finds: thrown away when it does not come to its end. */
typedef struct finding {
  ccl_diags diags;
  ccl_faults faults;
  ccl_intake intake;
} finding;

static void begin_quick(const ccl_engine *engine, uint32_t activity, ccl_gather *gather, finding *found) {
  found->diags = (ccl_diags){ .sources = engine->diags->sources,
                              .lang_forced = engine->diags->lang_forced,
                              .lang = engine->diags->lang };
  ccl_faults_init(&found->faults, &found->diags, false);
  ccl_intake_init(&found->intake, engine->plan, activity, &found->faults, engine->paths);
  found->intake.ignores_keys = engine->plan->activities[activity].keeping_latest == CCL_NONE;
  ccl_intake_begin(&found->intake);
  gather->intake = &found->intake;
}

static ccl_crew_options crew_options(const ccl_engine *engine, bool check_keys) {
  const ccl_engine_options *given = &engine->options;
  return (ccl_crew_options){ .threads = given->threads > 0 ? given->threads : 1,
                             .block = given->block > 0 ? given->block : BLOCK,
                             .memory = memory_of(engine),
                             .simd = given->plain ? CCL_SIMD_PLAIN : CCL_SIMD_BEST,
                             .check_keys = check_keys };
}

/* Keys that may be there more than once, by a pass over the keys alone. False: it cannot be made, or something is
 * wrong. */
static bool find_equal_keys(const ccl_engine *engine, uint32_t activity, ccl_gather *gather, const ccl_crew_file *files,
                            size_t count, ccl_print_set *equal) {
  finding found;
  begin_quick(engine, activity, gather, &found);
  ccl_quick *quick = ccl_quick_new(gather);
  bool known = quick && ccl_crew_equal_keys(quick, &found.intake, files, count, crew_options(engine, false), equal);
  if (quick)
    ccl_quick_free(quick);
  ccl_intake_end(&found.intake);
  return known;
}

/* Reads files into the gather's classes. `equal`: where the latest row of a key is kept, those that are there several
 * times; or NULL. */
static bool read_files(const ccl_engine *engine, uint32_t activity, ccl_gather *gather, const ccl_crew_file *files,
                       size_t count, const ccl_print_set *equal, finding *found, uint64_t *rows, bool *equal_keys) {
  bool has_key = engine->plan->activities[activity].key != CCL_NONE;
  ccl_crew_options options = crew_options(engine, has_key && !equal && !engine->activities[activity].intake.judged);
  options.equal_keys = equal;
  *equal_keys = false;
  begin_quick(engine, activity, gather, found);
  ccl_quick *quick = ccl_quick_new(gather);
  bool good = quick && ccl_crew_read(quick, &found->intake, files, count, options, gather->counts, rows, equal_keys);
  if (quick)
    ccl_quick_free(quick);
  ccl_intake_end(&found->intake);
  return good;
}

/* Whether nothing that is read later can be wrong in a file that was given before this activity's: findings are said in
 * the order of the files. */
static bool comes_first(const ccl_engine *engine, const errand *tasks, uint32_t activity) {
  bool met = false, left = false;
  for (size_t i = 0; i < engine->source_count; i++) {
    uint32_t other = engine->sources[i].activity;
    if (other == activity ? left : !met && tasks[other].read && !tasks[other].quick)
      return false;
    met = met || other == activity;
    left = met && other != activity;
  }
  return met;
}

/* Nothing is wrong but that keys may be there more than once: says which. False: none is, after all. */
static bool report_keys(ccl_engine *engine, uint32_t activity, ccl_gather *gather, const ccl_crew_file *files,
                        size_t count) {
  ccl_crew_options options = crew_options(engine, false);
  ccl_intake *intake = &engine->activities[activity].intake;
  ccl_print_set equal = { 0 };
  if (find_equal_keys(engine, activity, gather, files, count, &equal)) {
    options.equal_keys = &equal;
    gather->intake = intake;
    ccl_intake_begin(intake);
    ccl_quick *quick = ccl_quick_new(gather);
    ccl_crew_judge_keys(quick, intake, files, count, options);
    ccl_quick_free(quick);
    ccl_intake_end(intake);
  }
  ccl_print_set_free(&equal);
  if (engine->faults.count > 0 || engine->faults.stopped)
    return true;
  ccl_intake_init(intake, engine->plan, activity, &engine->faults, engine->paths);
  return false;
}

/* Reads an activity by columns, if that can be done and nothing in it is wrong; or says what is, if that is done. */
static bool read_quickly(ccl_engine *engine, uint32_t activity, errand *tasks, const ccl_request *requests) {
  known_activity *known = &engine->activities[activity];
  ccl_gather *gather = tasks[activity].gather;
  ccl_crew_file *files = ccl_new_array(ccl_crew_file, engine->source_count);
  size_t file_count = quick_files(engine, activity, files);
  if (engine->options.by_rows || known->ordinary || file_count == 0)
    return false;
  bool keeps_latest = engine->plan->activities[activity].keeping_latest != CCL_NONE, equal_keys = false;
  ccl_print_set equal = { 0 };
  finding found;
  ccl_day_counts counts = { 0 };
  uint64_t rows;
  gather->counts = known->counted ? NULL : &counts;
  gather->in_windows = NULL;
  bool read =
      (!keeps_latest || find_equal_keys(engine, activity, gather, files, file_count, &equal)) &&
      read_files(engine, activity, gather, files, file_count, keeps_latest ? &equal : NULL, &found, &rows, &equal_keys);
  ccl_print_set_free(&equal);
  if (!read) {
    ccl_classes_clear(&gather->classes);
    ccl_day_counts_finish(&counts);
    gather->troubled = gather->stopped = false;
    return equal_keys && !engine->options.reject && comes_first(engine, tasks, activity) &&
           report_keys(engine, activity, gather, files, file_count);
  }
  if (!known->intake.judged) {
    take_warnings(engine->diags, &found.diags);
    known->intake.rows = rows;
    known->intake.replaced = found.intake.replaced;
    known->intake.judged = known->quick = true;
  }
  if (!known->counted)
    known->counts = counts;
  take_windows(known, &gather->classes, requests);
  return true;
}

/* ---- All ---- */

/* Everything that is to be judged is judged; late activities are gathered. */
static void finish_judging(ccl_engine *engine, errand *tasks) {
  for (size_t i = 0; i < engine->plan->activities_count; i++)
    if (tasks[i].read && !tasks[i].quick && !engine->activities[i].intake.judged)
      ccl_intake_end(&engine->activities[i].intake);
}

static bool is_sound(const ccl_engine *engine) {
  return !engine->faults.stopped && (engine->faults.reject || engine->faults.count == 0);
}

static void read_all(ccl_engine *engine, errand *tasks) {
  for (size_t i = 0; i < engine->source_count; i++) {
    errand *task = &tasks[engine->sources[i].activity];
    if (task->read && !task->quick)
      read_source(&engine->sources[i], &engine->activities[engine->sources[i].activity].intake, task->batch,
                  task->late ? NULL : task->gather);
  }
  finish_judging(engine, tasks);
  if (!is_sound(engine))
    return;
  for (size_t i = 0; i < engine->plan->activities_count; i++)
    if (tasks[i].late)
      ccl_intake_begin(&engine->activities[i].intake);
  for (size_t i = 0; i < engine->source_count; i++) {
    errand *task = &tasks[engine->sources[i].activity];
    if (task->late)
      read_source(&engine->sources[i], &engine->activities[engine->sources[i].activity].intake, task->batch,
                  task->gather);
  }
}

static void close_tasks(ccl_engine *engine, errand *tasks) {
  for (size_t i = 0; i < engine->plan->activities_count; i++) {
    known_activity *known = &engine->activities[i];
    if (tasks[i].batch)
      ccl_batch_free(tasks[i].batch);
    if (tasks[i].read && !known->counted) {
      ccl_day_counts_finish(&known->counts);
      known->counted = true;
    }
    ccl_classes_free(&tasks[i].gather->classes);
  }
}

static void answer_requests(const ccl_engine *engine, errand *tasks, const ccl_request *requests, ccl_answer *answers) {
  for (size_t i = 0; i < engine->plan->activities_count; i++) {
    ccl_classes *classes = &tasks[i].gather->classes;
    for (size_t c = 0; c < classes->all.len; c++)
      ccl_class_answer(classes->all.items[c], engine->plan, requests, answers);
  }
}

bool ccl_engine_answer(ccl_engine *engine, const ccl_request *requests, size_t count, ccl_answer *answers) {
  errand *tasks = ccl_new_array(errand, engine->plan->activities_count);
  for (uint32_t i = 0; i < engine->plan->activities_count; i++)
    tasks[i].gather = ccl_gather_new(engine->plan, engine->supply, i, &engine->activities[i].intake);
  for (size_t i = 0; i < count; i++)
    ccl_classes_add(&tasks[engine->plan->queries[requests[i].query].activity].gather->classes, requests, i);
  for (uint32_t i = 0; i < engine->plan->activities_count; i++) {
    tasks[i].gather->classes.memory = (size_t)(memory_of(engine) / 4);
    ccl_classes_cut(&tasks[i].gather->classes, requests);
    plan_task(engine, i, &tasks[i], tasks[i].gather->classes.all.len > 0);
  }
  for (uint32_t i = 0; i < engine->plan->activities_count; i++) {
    if (tasks[i].read)
      tasks[i].quick = read_quickly(engine, i, tasks, requests);
    if (tasks[i].read && !tasks[i].quick)
      begin_ordinary(engine, i, &tasks[i]);
  }
  read_all(engine, tasks);
  ccl_faults_end(&engine->faults);
  bool sound = is_sound(engine);
  if (sound)
    answer_requests(engine, tasks, requests, answers);
  close_tasks(engine, tasks);
  return sound;
}

/* ---- What was read ---- */

uint64_t ccl_engine_rows_in(const ccl_engine *engine, uint32_t activity, ccl_days days) {
  return ccl_day_counts_in(&engine->activities[activity].counts, days);
}

ccl_activity_count ccl_engine_count(const ccl_engine *engine, uint32_t activity) {
  const known_activity *known = &engine->activities[activity];
  const ccl_intake *intake = &known->intake;
  ccl_activity_count count = { .rows = intake->rows, .rejected = intake->rejected, .replaced = intake->replaced };
  for (size_t i = 0; !known->ordinary && i < known->window_days.len; i++)
    count.rows_in_windows += ccl_day_counts_in(&known->counts, known->window_days.items[i]);
  /* A row that a later call set aside is no row of a window any more. */
  for (size_t i = 0; i < known->in_windows.cap; i++) {
    uint64_t left = i < intake->left.cap ? intake->left.words[i] : 0;
    count.rows_in_windows += (uint64_t)__builtin_popcountll(known->in_windows.words[i] & ~left);
  }
  count.rows_outside = count.rows - count.rows_in_windows - count.rejected - count.replaced;
  return count;
}

ccl_str ccl_engine_sha256(const ccl_engine *engine, size_t file) {
  return engine->sources[file].origin->digest;
}

ccl_str ccl_engine_rejected(const ccl_engine *engine) {
  return ccl_buf_str(&engine->faults.rejected);
}
