/* SPDX-License-Identifier: Apache-2.0 */
/* Findings for programs: JSON (checks.md) and SARIF 2.1.0. Sentences are the same as in the text; colours and drawings
 * are not. */
#include "render/findings.h"
#include "render/json.h"

/* Where something is, in both kinds of files. line is 0 when it is not known, columns too. */
typedef struct location {
  ccl_str file; /* empty: no place at all */
  uint32_t line, column, end_line, end_column;
} location;

static location location_of_span(const ccl_diags *diags, ccl_span span) {
  if (span.file == 0)
    return (location){ 0 };
  const ccl_source *source = ccl_sources_get(diags->sources, span.file);
  ccl_place from = ccl_source_place(source, span.start), to = ccl_source_place(source, span.end);
  return (location){ source->path, from.line, from.column, to.line, to.column };
}

/* `where` of a finding about data: a path, perhaps with `:` and a line behind it. */
static location location_of_data(ccl_str where) {
  location place = { .file = where };
  size_t digits = where.len;
  uint32_t line = 0, scale = 1;
  while (digits > 0 && where.ptr[digits - 1] >= '0' && where.ptr[digits - 1] <= '9' && where.len - digits < 9) {
    line += (uint32_t)(where.ptr[--digits] - '0') * scale;
    scale *= 10;
  }
  if (digits < where.len && digits > 1 && where.ptr[digits - 1] == ':') {
    place.file = ccl_str_sub(where, 0, digits - 1);
    place.line = line;
  }
  return place;
}

static location location_of(const ccl_diags *diags, const ccl_diag *diag) {
  return diag->span.file == 0 ? location_of_data(diag->where) : location_of_span(diags, diag->span);
}

static void add_number(ccl_json *json, const char *key, uint32_t number) {
  ccl_json_key(json, key);
  if (number == 0)
    ccl_json_null(json);
  else
    ccl_json_int(json, number);
}

static void add_text(ccl_json *json, const char *key, ccl_str text) {
  ccl_json_key(json, key);
  if (text.len == 0)
    ccl_json_null(json);
  else
    ccl_json_str(json, text);
}

static void add_location(ccl_json *json, location place) {
  add_text(json, "file", place.file);
  add_number(json, "line", place.line);
  add_number(json, "column", place.column);
  add_number(json, "end_line", place.end_line);
  add_number(json, "end_column", place.end_column);
}

static const char *severity_text(const ccl_diag *diag) {
  return diag->severity == CCL_ERROR ? "error" : "warning";
}

void ccl_findings_json(ccl_buf *out, ccl_diags *diags) {
  ccl_json json = { .out = out };
  ccl_diags_sort(diags);
  ccl_json_array(&json);
  for (size_t i = 0; i < diags->all.len; i++) {
    const ccl_diag *diag = diags->all.items[i];
    ccl_json_object(&json);
    ccl_json_key(&json, "code");
    ccl_json_z(&json, ccl_code_text(diag->code));
    ccl_json_key(&json, "severity");
    ccl_json_z(&json, severity_text(diag));
    ccl_json_key(&json, "message");
    ccl_json_str(&json, diag->message);
    add_location(&json, location_of(diags, diag));
    ccl_json_key(&json, "notes");
    ccl_json_array(&json);
    for (size_t k = 0; k < diag->notes.len; k++) {
      ccl_json_object(&json);
      ccl_json_key(&json, "message");
      ccl_json_str(&json, diag->notes.items[k].message);
      add_location(&json, location_of_span(diags, diag->notes.items[k].span));
      ccl_json_end(&json);
    }
    ccl_json_end(&json);
    add_text(&json, "help", diag->help);
    ccl_json_end(&json);
  }
  ccl_json_end(&json);
}

/* The path as a URI reference (RFC 3986): everything but the unreserved characters and `/` is written %HH. A `:` would
 * make the head of a relative path a scheme. */
static ccl_str uri(ccl_str path) {
  const ccl_str plain = CCL_STR("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");
  ccl_buf buf = { 0 };
  for (size_t i = 0; i < path.len; i++) {
    bool kept = ccl_str_find(plain, ccl_str_sub(path, i, i + 1)) >= 0;
    if (kept)
      ccl_buf_char(&buf, path.ptr[i]);
    else
      ccl_buf_printf(&buf, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
  }
  return ccl_buf_str(&buf);
}

/* { "text": … } under a key. */
static void add_sarif_text(ccl_json *json, const char *key, ccl_str text) {
  ccl_json_key(json, key);
  ccl_json_object(json);
  ccl_json_key(json, "text");
  ccl_json_str(json, text);
  ccl_json_end(json);
}

static void add_sarif_place(ccl_json *json, location place) {
  ccl_json_key(json, "physicalLocation");
  ccl_json_object(json);
  ccl_json_key(json, "artifactLocation");
  ccl_json_object(json);
  ccl_json_key(json, "uri");
  ccl_json_str(json, uri(place.file));
  ccl_json_end(json);
  if (place.line > 0) {
    ccl_json_key(json, "region");
    ccl_json_object(json);
    ccl_json_key(json, "startLine");
    ccl_json_int(json, place.line);
    if (place.column > 0) {
      ccl_json_key(json, "startColumn");
      ccl_json_int(json, place.column);
      ccl_json_key(json, "endLine");
      ccl_json_int(json, place.end_line);
      ccl_json_key(json, "endColumn");
      ccl_json_int(json, place.end_column);
    }
    ccl_json_end(json);
  }
  ccl_json_end(json);
}

static void add_sarif_related(ccl_json *json, const ccl_diags *diags, const ccl_diag *diag) {
  ccl_json_key(json, "relatedLocations");
  ccl_json_array(json);
  for (size_t i = 0; i < diag->notes.len; i++) {
    location place = location_of_span(diags, diag->notes.items[i].span);
    if (place.file.len == 0)
      continue;
    ccl_json_object(json);
    add_sarif_text(json, "message", diag->notes.items[i].message);
    add_sarif_place(json, place);
    ccl_json_end(json);
  }
  ccl_json_end(json);
}

/* SARIF has one sentence for a result: ours, then the facts without a place and the help, a line each. */
static ccl_str sarif_sentence(const ccl_diag *diag) {
  ccl_buf buf = { 0 };
  ccl_buf_add(&buf, diag->message);
  for (size_t i = 0; i < diag->notes.len; i++)
    if (diag->notes.items[i].span.file == 0) {
      ccl_buf_char(&buf, '\n');
      ccl_buf_add(&buf, diag->notes.items[i].message);
    }
  if (diag->help.len > 0) {
    ccl_buf_char(&buf, '\n');
    ccl_buf_add(&buf, diag->help);
  }
  return ccl_buf_str(&buf);
}

static void add_sarif_result(ccl_json *json, const ccl_diags *diags, const ccl_diag *diag) {
  location place = location_of(diags, diag);
  ccl_json_object(json);
  ccl_json_key(json, "ruleId");
  ccl_json_z(json, ccl_code_text(diag->code));
  ccl_json_key(json, "level");
  ccl_json_z(json, severity_text(diag));
  add_sarif_text(json, "message", sarif_sentence(diag));
  ccl_json_key(json, "locations");
  ccl_json_array(json);
  if (place.file.len > 0) {
    ccl_json_object(json);
    add_sarif_place(json, place);
    ccl_json_end(json);
  }
  ccl_json_end(json);
  add_sarif_related(json, diags, diag);
  ccl_json_end(json);
}

/* The codes that occur, in the order of codes.def. */
static void add_sarif_rules(ccl_json *json, const ccl_diags *diags) {
  bool met[CCL_CODE_COUNT] = { false };
  for (size_t i = 0; i < diags->all.len; i++)
    met[diags->all.items[i]->code] = true;
  ccl_json_key(json, "rules");
  ccl_json_array(json);
  for (ccl_code code = CCL_CODE_NONE + 1; code < CCL_CODE_COUNT; code++) {
    if (!met[code])
      continue;
    ccl_json_object(json);
    ccl_json_key(json, "id");
    ccl_json_z(json, ccl_code_text(code));
    ccl_json_end(json);
  }
  ccl_json_end(json);
}

void ccl_findings_sarif(ccl_buf *out, ccl_diags *diags, const char *version) {
  ccl_json json = { .out = out };
  ccl_diags_sort(diags);
  ccl_json_object(&json);
  ccl_json_key(&json, "$schema");
  ccl_json_z(&json, "https://json.schemastore.org/sarif-2.1.0.json");
  ccl_json_key(&json, "version");
  ccl_json_z(&json, "2.1.0");
  ccl_json_key(&json, "runs");
  ccl_json_array(&json);
  ccl_json_object(&json);
  ccl_json_key(&json, "tool");
  ccl_json_object(&json);
  ccl_json_key(&json, "driver");
  ccl_json_object(&json);
  ccl_json_key(&json, "name");
  ccl_json_z(&json, "ccl");
  ccl_json_key(&json, "version");
  ccl_json_z(&json, version);
  add_sarif_rules(&json, diags);
  ccl_json_end(&json);
  ccl_json_end(&json);
  ccl_json_key(&json, "columnKind");
  ccl_json_z(&json, "unicodeCodePoints");
  ccl_json_key(&json, "results");
  ccl_json_array(&json);
  for (size_t i = 0; i < diags->all.len; i++)
    add_sarif_result(&json, diags, diags->all.items[i]);
  ccl_json_end(&json);
  ccl_json_end(&json);
  ccl_json_end(&json);
  ccl_json_end(&json);
}
