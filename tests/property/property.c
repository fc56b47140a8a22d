/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles, reads and evaluates deals in process, and keeps the count of cases. */
#include "property.h"

#include <stdio.h>
#include <unistd.h>

#include "base/mem.h"
#include "session/compile.h"
#include "syntax/parse.h"

enum { CASES = 10000, FILES_MAX = 6, WRONG_SHOWN = 5 };

/* ---- Running ---- */

static bool save(const char *path, ccl_str text) {
  FILE *file = fopen(path, "wb");
  bool is_whole = file && fwrite(text.ptr, 1, text.len, file) == text.len;
  return file && fclose(file) == 0 && is_whole;
}

static void print_diags(const ccl_diags *diags) {
  for (size_t i = 0; i < diags->all.len && i < 3; i++) {
    const ccl_diag *diag = diags->all.items[i];
    (void)printf("  %.*s\n", (int)diag->message.len, diag->message.ptr);
  }
}

/* Files of this process, in the folder it runs in; an activity without rows is an empty table. */
static size_t give_files(const deal *it, deal_given given, const ccl_plan *plan, ccl_data_file *files) {
  size_t count = 0;
  for (int part = 0; part < given.files; part++)
    for (int shifts = 0; shifts < 2; shifts++) {
      ccl_buf path = { 0 };
      ccl_buf_printf(&path, "property-%d-%s-%d.csv", (int)getpid(), shifts ? "shifts" : "calls", part);
      ccl_str text = shifts ? deal_shifts_csv(it, given.order, part, given.files)
                            : deal_calls_csv(it, given.order, part, given.files);
      uint32_t activity = 0;
      while (activity < plan->activities_count &&
             !ccl_str_is(plan->activities[activity].name, shifts ? "shifts" : "calls"))
        activity++;
      if (!save(ccl_str_z(ccl_buf_str(&path)), text))
        return 0;
      files[count++] = (ccl_data_file){ .activity = activity, .path = ccl_buf_str(&path), .format = CCL_FORMAT_CSV };
    }
  return count;
}

static void remove_files(const ccl_data_file *files, size_t count) {
  for (size_t i = 0; i < count; i++)
    (void)remove(ccl_str_z(files[i].path));
}

static const outcome *invoices_of(const ccl_plan *plan, ccl_diags *diags, const ccl_data_file *files, size_t count) {
  outcome *out = ccl_new(outcome);
  ccl_supply supply = ccl_supply_of(plan);
  ccl_engine *engine =
      ccl_engine_new(plan, &supply, diags, (ccl_engine_options){ .threads = 1 }, files, count, NULL, 0);
  ccl_run *run = ccl_run_new(plan, &supply, engine, diags, NULL);
  out->plan = plan;
  out->count = (size_t)ccl_cycle_last(plan->header.cycle).number + 1;
  out->invoices = ccl_new_array(const ccl_invoice *, out->count);
  ccl_days *days = ccl_new_array(ccl_days, out->count);
  for (size_t i = 0; i < out->count; i++) {
    ccl_period period;
    (void)ccl_cycle_period(plan->header.cycle, (int64_t)i, &period);
    days[i] = period.days;
  }
  if (!ccl_run_prepare(run, days, out->count, NULL, 0))
    return NULL;
  for (size_t i = 0; i < out->count; i++) {
    out->invoices[i] = ccl_invoice_make(plan, run, engine, diags, days[i], (ccl_invoice_options){ 0 }, files, count);
    if (!out->invoices[i])
      return NULL;
  }
  return out;
}

const outcome *outcome_of(const deal *it, deal_given given) {
  ccl_sources *sources = ccl_new(ccl_sources);
  ccl_diags *diags = ccl_new(ccl_diags);
  diags->sources = sources;
  ccl_data_file files[FILES_MAX];
  uint32_t file = ccl_sources_add(sources, CCL_STR("deal.ccl"), deal_write(it, given.french, given.order), false);
  const ccl_tree *tree = ccl_parse_tree(sources, diags, file);
  ccl_compiled compiled = ccl_compile(sources, diags, &tree, 1, NULL, NULL, NULL);
  const outcome *out = NULL;
  if (compiled.plan) {
    size_t count = give_files(it, given, compiled.plan, files);
    out = count > 0 ? invoices_of(compiled.plan, diags, files, count) : NULL;
    remove_files(files, count);
  }
  if (!out)
    print_diags(diags);
  return out;
}

/* ---- Looking ---- */

bool outcome_line_is_of(const outcome *it, const ccl_line *line, const char *article) {
  return ccl_str_is(it->plan->articles[line->article].name, article);
}

ccl_rat outcome_amount(const outcome *it, size_t period, const char *article) {
  for (size_t i = 0; i < it->plan->article_names_count; i++)
    if (ccl_str_is(it->plan->article_names[i].name, article))
      return it->invoices[period]->ledger->article_amounts[i];
  return CCL_RAT_ZERO;
}

ccl_rat outcome_report(const outcome *it, size_t period, const char *label) {
  const ccl_ledger *ledger = it->invoices[period]->ledger;
  for (size_t i = 0; i < ledger->reports.len; i++)
    if (ccl_str_is(ledger->reports.items[i].label, label))
      return ledger->reports.items[i].value.as.number;
  return ccl_rat_int(-1);
}

ccl_rat outcome_exact(const outcome *it, size_t period, const char *article) {
  const ccl_ledger *ledger = it->invoices[period]->ledger;
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < ledger->lines.len; i++)
    if (outcome_line_is_of(it, &ledger->lines.items[i], article))
      sum = ccl_rat_add(sum, ledger->lines.items[i].exact);
  return sum;
}

ccl_rat outcome_quantity(const outcome *it, size_t period, const char *article) {
  const ccl_ledger *ledger = it->invoices[period]->ledger;
  ccl_rat sum = CCL_RAT_ZERO;
  for (size_t i = 0; i < ledger->lines.len; i++) {
    const ccl_line *line = &ledger->lines.items[i];
    if (line->has_quantity && outcome_line_is_of(it, line, article))
      sum = ccl_rat_add(sum, line->quantity);
  }
  return sum;
}

/* ---- Counting ---- */

void tally_holds(tally *t, uint64_t seed, bool is_hard, bool holds) {
  t->cases++;
  t->hard += is_hard;
  if (!holds && ++t->wrong <= WRONG_SHOWN)
    (void)printf("%s: does not hold for seed %llu\n", t->name, (unsigned long long)seed);
}

void tally_case(tally *t, uint64_t seed, bool is_hard, ccl_rat wanted, ccl_rat found) {
  bool holds = ccl_rat_eq(wanted, found);
  tally_holds(t, seed, is_hard, holds);
  if (!holds && t->wrong <= WRONG_SHOWN) {
    ccl_str a = ccl_rat_text(wanted), b = ccl_rat_text(found);
    (void)printf("  wanted %.*s, found %.*s\n", (int)a.len, a.ptr, (int)b.len, b.ptr);
  }
}

static uint64_t argument(int argc, char **argv, int index, uint64_t otherwise) {
  ccl_rat number;
  int64_t whole;
  bool is_given = argc > index && ccl_rat_parse(ccl_str_from(argv[index]), &number) && ccl_rat_to_int(number, &whole);
  return is_given && whole > 0 ? (uint64_t)whole : otherwise;
}

int property_main(int argc, char **argv, property_case *run, tally *tallies, size_t count) {
  ccl_mem_init();
  ccl_rat_init();
  uint64_t cases = argument(argc, argv, 1, CASES), first = argument(argc, argv, 2, 1), failed = 0;
  for (uint64_t seed = first; seed < first + cases && failed < WRONG_SHOWN; seed++)
    if (!run(seed, tallies)) {
      (void)printf("seed %llu could not be run\n", (unsigned long long)seed);
      failed++;
    }
  bool is_good = failed == 0;
  for (size_t i = 0; i < count; i++) {
    const tally *t = &tallies[i];
    bool is_hard_enough = t->hard * 3 >= t->cases;
    (void)printf("%-28s %zu cases, %zu hard, %zu wrong%s\n", t->name, t->cases, t->hard, t->wrong,
                 is_hard_enough ? "" : ": too few are hard");
    is_good = is_good && t->wrong == 0 && t->cases > 0 && is_hard_enough;
  }
  ccl_mem_release();
  return is_good ? 0 : 1;
}
