/* SPDX-License-Identifier: Apache-2.0 */
/* The generator of deals: what is random is drawn here and nowhere else but in the properties' own figures. */
#include "generate.h"

#include "value/date.h"

/* ---- Chance (SplitMix64) ---- */

uint64_t chance_next(chance *c) {
  uint64_t z = c->state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int64_t chance_from(chance *c, int64_t low, int64_t high) {
  return low + (int64_t)(chance_next(c) % (uint64_t)(high - low + 1));
}

bool chance_is(chance *c, int percent) {
  return chance_from(c, 0, 99) < percent;
}

ccl_rat chance_cents(chance *c, int64_t low, int64_t high) {
  return ccl_rat_frac(chance_from(c, low, high), 100);
}

/* ---- Texts ---- */

static void add_number(ccl_buf *out, ccl_rat number, bool french) {
  ccl_str text = ccl_rat_text(number);
  for (size_t i = 0; i < text.len; i++)
    ccl_buf_char(out, french && text.ptr[i] == '.' ? ',' : text.ptr[i]);
}

static ccl_str fill(const char *text, const ccl_rat *numbers, bool french) {
  ccl_buf out = { 0 };
  for (size_t next = 0; *text != 0; text++) {
    if (*text == '#')
      add_number(&out, numbers[next++], french);
    else
      ccl_buf_char(&out, *text);
  }
  return ccl_buf_str(&out);
}

void deal_declare(deal *it, const char *en, const char *fr, const ccl_rat *numbers) {
  deal_text text = { fill(en, numbers, false), fill(fr, numbers, true) };
  ccl_vec_push(&it->declarations, text);
}

void deal_article(deal *it, const char *en, const char *fr, const ccl_rat *numbers) {
  deal_text text = { fill(en, numbers, false), fill(fr, numbers, true) };
  ccl_vec_push(&it->articles, text);
}

void deal_tiers(deal *it, const char *name, int count, bool may_plus, ccl_rat *bounds, ccl_rat *prices) {
  ccl_buf text[2] = { { 0 }, { 0 } };
  int64_t bound = 0;
  ccl_buf_printf(&text[0], "tiers %s : EUR per call\n", name);
  ccl_buf_printf(&text[1], "barème %s : EUR par appel\n", name);
  for (int i = 0; i <= count; i++) {
    ccl_rat price = chance_cents(&it->c, 1, 500), plus = chance_cents(&it->c, 1, 900);
    bool has_plus = may_plus && chance_is(&it->c, 30);
    bound += chance_from(&it->c, 1, 12);
    for (int french = 0; french < 2; french++) {
      if (i < count)
        ccl_buf_printf(&text[french], "  %s %d : ", french ? "jusqu'à" : "up to", (int)bound);
      else
        ccl_buf_z(&text[french], french ? "  au-delà : " : "  beyond : ");
      add_number(&text[french], price, french == 1);
      if (has_plus) {
        ccl_buf_z(&text[french], " plus ");
        add_number(&text[french], plus, french == 1);
        ccl_buf_z(&text[french], " EUR");
      }
      ccl_buf_char(&text[french], '\n');
    }
    if (bounds && i < count)
      bounds[i] = ccl_rat_int(bound);
    if (prices)
      prices[i] = price;
  }
  ccl_buf_z(&text[0], "end\n");
  ccl_buf_z(&text[1], "fin\n");
  deal_text both = { ccl_buf_str(&text[0]), ccl_buf_str(&text[1]) };
  ccl_vec_push(&it->declarations, both);
}

/* ---- What every deal has ---- */

static const char *const sites[DEAL_SITES] = { "FR", "MA", "DE" };

static void declare_activities(deal *it) {
  deal_declare(it, "unit call\n", "unité appel pluriel appels\n", NULL);
  deal_declare(it, "unit shift\n", "unité vacation\n", NULL);
  deal_declare(it,
               "activity calls, one row per call, dated by began\n  began timestamp\n  site one of FR, MA, DE\n"
               "  answered boolean\n  wait duration in s optional\n  value money\nend\n",
               "activité calls, une ligne par appel, datée par began\n  began horodatage\n  site un parmi FR, MA, DE\n"
               "  answered booléen\n  wait durée en s facultatif\n  value montant\nfin\n",
               NULL);
  deal_declare(it,
               "activity shifts, one row per shift, dated by began, until ended\n  began timestamp\n  ended timestamp\n"
               "  site one of FR, MA, DE\nend\n",
               "activité shifts, une ligne par vacation, datée par began, jusqu'à ended\n  began horodatage\n"
               "  ended horodatage\n  site un parmi FR, MA, DE\nfin\n",
               NULL);
}

/* low: nights that pass midnight; feast: holidays, whole or in part; high: otherwise. */
static void declare_calendar(deal *it) {
  static const char *const starts[] = { "18:00", "20:30", "22:00", "23:30" };
  static const char *const ends[] = { "02:00", "02:30", "06:00", "08:15" };
  const char *start = starts[chance_from(&it->c, 0, 3)], *end = ends[chance_from(&it->c, 0, 3)];
  ccl_buf en = { 0 }, fr = { 0 };
  bool part = chance_is(&it->c, 50);
  ccl_buf_printf(&en, "calendar bands\n  feast : holidays FEASTS%s\n  low : Saturday..Sunday, %s..%s\n",
                 part ? " 10:00..14:00" : "", start, end);
  ccl_buf_printf(&fr, "calendrier bands\n  feast : fériés FEASTS%s\n  low : samedi..dimanche, %s..%s\n",
                 part ? " 10:00..14:00" : "", start, end);
  ccl_buf_z(&en, "  high : otherwise\nend\n");
  ccl_buf_z(&fr, "  high : sinon\nfin\n");
  deal_text calendar = { ccl_buf_str(&en), ccl_buf_str(&fr) };
  ccl_vec_push(&it->declarations, calendar);
  deal_declare(
      it, "holidays FEASTS\n  each 1 January \"first\"\n  easter + # days \"spring\"\n  each 31 October \"eve\"\nend\n",
      "fériés FEASTS\n  chaque 1er janvier \"first\"\n  pâques + # jours \"spring\"\n  chaque 31 octobre "
      "\"eve\"\nfin\n",
      (ccl_rat[]){ ccl_rat_int(chance_from(&it->c, 2, 50)) });
}

deal *deal_new(uint64_t seed, int periods) {
  static const char *const zones[] = { "Europe/Paris", "America/New_York", "UTC", "Australia/Lord_Howe" };
  static const ccl_proration rules[] = { CCL_PRORATION_DAILY, CCL_PRORATION_THIRTIETHS, CCL_PRORATION_STARTED,
                                         CCL_PRORATION_COMPLETE };
  static const ccl_rounding modes[] = { CCL_ROUND_COMMERCIAL, CCL_ROUND_BANKERS, CCL_ROUND_UPWARD, CCL_ROUND_DOWNWARD };
  deal *it = ccl_new(deal);
  it->c = (chance){ seed * UINT64_C(0x2545f4914f6cdd1d) + 1 };
  ccl_day start = ccl_day_from((ccl_ymd){ 2023, 1, 1 }) + (ccl_day)chance_from(&it->c, 0, 1400);
  if (chance_is(&it->c, 40))
    start = ccl_month_first(ccl_day_month(start));
  int months = (int)chance_from(&it->c, 2, periods);
  ccl_day end = ccl_day_add_months(start, months) - (ccl_day)chance_from(&it->c, 1, 28);
  if (chance_is(&it->c, 40))
    end = ccl_month_last(ccl_day_month(end));
  it->cycle = (ccl_cycle){ .contract = { start, end }, .billing = CCL_BILLING_MONTHLY };
  it->cycle.fiscal = chance_is(&it->c, 25) ? CCL_FISCAL_CONTRACTUAL : CCL_FISCAL_CALENDAR;
  it->zone = ccl_zone_find(ccl_str_from(zones[chance_from(&it->c, 0, 3)]));
  it->rounding = modes[chance_from(&it->c, 0, 3)];
  it->step = chance_is(&it->c, 80) ? ccl_rat_frac(1, 100) : ccl_rat_frac(1, 20);
  it->proration = rules[chance_from(&it->c, 0, 3)];
  declare_activities(it);
  declare_calendar(it);
  return it;
}

/* ---- Rows ---- */

/* Inside the contract, a day from its ends; often near the end of a month or the hours in which clocks change. */
static int64_t draw_instant(deal *it) {
  ccl_days days = { it->cycle.contract.from + 2, it->cycle.contract.to - 3 };
  ccl_day day = (ccl_day)chance_from(&it->c, days.from, days.to);
  if (chance_is(&it->c, 35)) {
    ccl_day near = ccl_month_last(ccl_day_month(day));
    if (chance_is(&it->c, 60))
      near -= (ccl_day_weekday(near) % 7); /* its last Sunday */
    if (ccl_days_has(days, near))
      day = near;
  }
  int64_t hour = chance_is(&it->c, 40) ? chance_from(&it->c, 0, 3) : chance_from(&it->c, 0, 23);
  return (int64_t)day * 86400 + hour * 3600 + chance_from(&it->c, 0, 59) * 60;
}

void deal_add_calls(deal *it, int count) {
  for (int i = 0; i < count; i++) {
    deal_call call = { .began = draw_instant(it),
                       .site = (int)chance_from(&it->c, 0, DEAL_SITES - 1),
                       .answered = chance_is(&it->c, 70),
                       .wait = chance_is(&it->c, 20) ? -1 : chance_from(&it->c, 0, 120),
                       .cents = chance_from(&it->c, 0, 99999) };
    ccl_vec_push(&it->calls, call);
  }
}

void deal_add_shifts(deal *it, int count) {
  for (int i = 0; i < count; i++) {
    int64_t began = draw_instant(it);
    deal_shift shift = { began, began + chance_from(&it->c, 0, 1200) * 60,
                         (int)chance_from(&it->c, 0, DEAL_SITES - 1) };
    ccl_vec_push(&it->shifts, shift);
  }
}

static void add_instant(ccl_buf *out, int64_t instant) {
  ccl_day day = (ccl_day)(instant / 86400); /* after 1970 */
  int64_t second = instant % 86400;
  ccl_buf_add(out, ccl_day_text(day));
  ccl_buf_printf(out, "T%02d:%02d:%02dZ", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

/* 0 … count − 1 in the order of a seed; as they are for seed 0. */
static size_t *shuffled(size_t count, uint64_t seed) {
  size_t *order = ccl_new_array(size_t, count + 1);
  chance c = { seed };
  for (size_t i = 0; i < count; i++)
    order[i] = i;
  for (size_t i = count; seed != 0 && i > 1; i--) {
    size_t other = (size_t)chance_from(&c, 0, (int64_t)i - 1), kept = order[i - 1];
    order[i - 1] = order[other];
    order[other] = kept;
  }
  return order;
}

ccl_str deal_calls_csv(const deal *it, uint64_t seed, int part, int parts) {
  ccl_buf out = { 0 };
  size_t *order = shuffled(it->calls.len, seed);
  ccl_buf_z(&out, "began,site,answered,wait,value\n");
  for (size_t i = (size_t)part; i < it->calls.len; i += (size_t)parts) {
    deal_call call = it->calls.items[order[i]];
    add_instant(&out, call.began);
    ccl_buf_printf(&out, ",%s,%s,", sites[call.site], call.answered ? "yes" : "no");
    if (call.wait >= 0)
      ccl_buf_int(&out, call.wait);
    ccl_buf_printf(&out, ",%d.%02d\n", (int)(call.cents / 100), (int)(call.cents % 100));
  }
  return ccl_buf_str(&out);
}

ccl_str deal_shifts_csv(const deal *it, uint64_t seed, int part, int parts) {
  ccl_buf out = { 0 };
  size_t *order = shuffled(it->shifts.len, seed);
  ccl_buf_z(&out, "began,ended,site\n");
  for (size_t i = (size_t)part; i < it->shifts.len; i += (size_t)parts) {
    deal_shift shift = it->shifts.items[order[i]];
    add_instant(&out, shift.began);
    ccl_buf_char(&out, ',');
    add_instant(&out, shift.ended);
    ccl_buf_printf(&out, ",%s\n", sites[shift.site]);
  }
  return ccl_buf_str(&out);
}

/* ---- The contract ---- */

static void write_header(const deal *it, bool french, ccl_buf *out) {
  static const char *const modes_fr[] = { [CCL_ROUND_COMMERCIAL] = "commercial",
                                          [CCL_ROUND_BANKERS] = "bancaire",
                                          [CCL_ROUND_UPWARD] = "supérieur",
                                          [CCL_ROUND_DOWNWARD] = "inférieur" };
  static const char *const rules_fr[] = { [CCL_PRORATION_DAILY] = "journalier",
                                          [CCL_PRORATION_THIRTIETHS] = "par trentièmes",
                                          [CCL_PRORATION_STARTED] = "mois commencés",
                                          [CCL_PRORATION_COMPLETE] = "mois complets" };
  ccl_str from = ccl_day_text(it->cycle.contract.from), to = ccl_day_text(it->cycle.contract.to);
  ccl_str zone = ccl_zone_name(it->zone);
  ccl_buf_z(out, french ? "contrat \"D\"\nréférence \"D-1\"\nclient \"C\"\nprestataire \"P\"\ndevise EUR\n"
                        : "contract \"D\"\nreference \"D-1\"\nclient \"C\"\nprovider \"P\"\ncurrency EUR\n");
  ccl_buf_printf(out, french ? "en vigueur du %.*s au %.*s\n" : "in force from %.*s to %.*s\n", (int)from.len, from.ptr,
                 (int)to.len, to.ptr);
  ccl_buf_z(out, french ? "facturation mensuelle\ntva 20 %\n" : "billing monthly\nvat 20 %\n");
  if (it->cycle.fiscal == CCL_FISCAL_CONTRACTUAL)
    ccl_buf_z(out, french ? "exercice contractuel\n" : "fiscal year contractual\n");
  ccl_buf_printf(out, french ? "fuseau horaire \"%.*s\"\n" : "time zone \"%.*s\"\n", (int)zone.len, zone.ptr);
  ccl_buf_printf(out, french ? "arrondi %s au pas de " : "rounding %s to ",
                 french ? modes_fr[it->rounding] : ccl_rounding_name(it->rounding));
  add_number(out, it->step, french);
  ccl_buf_z(out, french          ? (it->per_total ? " par total\n" : " par ligne\n")
                 : it->per_total ? " per total\n"
                                 : " per line\n");
  ccl_buf_printf(out, french ? "prorata %s\n" : "proration %s\n",
                 french ? rules_fr[it->proration] : ccl_proration_name(it->proration));
}

static void write_texts(const deal_texts *texts, bool french, uint64_t seed, ccl_buf *out) {
  size_t *order = shuffled(texts->len, seed);
  for (size_t i = 0; i < texts->len; i++)
    ccl_buf_add(out, french ? texts->items[order[i]].fr : texts->items[order[i]].en);
}

ccl_str deal_write(const deal *it, bool french, uint64_t seed) {
  ccl_buf out = { 0 };
  write_header(it, french, &out);
  write_texts(&it->declarations, french, seed, &out);
  write_texts(&it->articles, french, seed == 0 ? 0 : seed + 1, &out);
  return ccl_buf_str(&out);
}

/* ---- Facts ---- */

ccl_day deal_day(const deal *it, int64_t instant) {
  int64_t local = instant + ccl_zone_offset(it->zone, instant);
  return (ccl_day)(local / 86400);
}

int32_t deal_period_of(const deal *it, ccl_day day) {
  ccl_period period;
  return ccl_cycle_period_of(it->cycle, day, &period) ? period.number : -1;
}

size_t deal_periods(const deal *it) {
  return (size_t)ccl_cycle_last(it->cycle).number + 1;
}

bool deal_shift_is_hard(const deal *it, deal_shift shift) {
  return shift.ended > shift.began &&
         (deal_day(it, shift.began) != deal_day(it, shift.ended - 1) ||
          ccl_zone_offset(it->zone, shift.began) != ccl_zone_offset(it->zone, shift.ended));
}
