import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KqlDatabase } from '../src/database.mjs';

const texts = ['{"id":"a","n":1}', '{"id":"b","n":2}', '{"id":"a","n":3}', 'no json', ''];
const rows = Array.from({ length: 10_000 }, (_, index) => ({
  TimeGenerated: new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 10_000) * 1000),
  text: texts[index % texts.length],
  level: index % 3 === 0 ? 'Error' : 'Information',
  number: index % 11 === 0 ? null : index % 10,
}));
const database = new KqlDatabase().addTable('T', { TimeGenerated: 'datetime', text: 'string', level: 'string', number: 'long' }, rows);

/** Behind materialize() rows go from table to table, one operator after another; before it they go through all steps at once. */
const QUERIES = [
  'T',
  'T | count',
  "T | where level == 'Error' and number > 3 | project number, text",
  'T | where TimeGenerated between (datetime(2026-01-01T01:00) .. datetime(2026-01-01T02:00)) | summarize count(), min(TimeGenerated), max(TimeGenerated)',
  'T | where TimeGenerated > datetime(2026-01-01T01:00) and datetime(2026-01-01T02:00) >= TimeGenerated | count',
  'T | where TimeGenerated !between (datetime(2026-01-01T01:00) .. 1h) | count',
  'T | extend TimeGenerated = datetime(2030-01-01) | where TimeGenerated > datetime(2029-01-01) | count',
  'T | project-away TimeGenerated | extend TimeGenerated = datetime(2026-01-01) | where TimeGenerated < datetime(2026-01-02) | count',
  'T | extend p = parse_json(text) | extend id = tostring(p.id), n = tolong(p.n) | summarize count(), sum(n) by id | sort by id asc',
  'T | extend p = parse_json(text) | where tostring(p.id) == "a" or isnull(number) | summarize count() by text, number | sort by text asc, number asc',
  'T | extend text = level, level = text | where level has "json" | summarize count() by text | sort by text asc',
  'T | extend text = strcat(text, "!") | where text == "!" | count',
  'T | project number = tostring(number), text | where number in ("1", "2") | summarize count() by number, text | sort by number asc, text asc',
  'T | project-rename words = text | where words startswith "{" | distinct words | sort by words asc',
  'T | project-keep l* | summarize count() by level | sort by level asc',
  'T | where hash(text, 4) == 1 | summarize dcount(text), count()',
  'T | where column_ifexists("text", "") == "" and column_ifexists("other", "x") == "x" | count',
  'T | extend all = pack_all() | where tostring(all.level) == "Error" | count',
  'T | where number == toscalar(T | summarize max(number)) | count',
  'T | where text in ((T | where level == "Error" | distinct text | take 2)) | count',
  'T | summarize arg_max(TimeGenerated, *) by text | sort by text asc',
  'T | extend (low, mean) = series_stats(dynamic([1, 2, 3])) | summarize take_any(low), take_any(mean)',
  'T | extend parts = split(text, ",") | mv-expand part = parts to typeof(string) | summarize count() by part | sort by part asc',
  'let f = (x: string) { strcat(x, "-", strlen(x)) }; T | extend y = f(text) | summarize count() by y | sort by y asc',
  'let E = T | where level == "Error"; E | join kind=inner (E | summarize latest1 = max(TimeGenerated) by text) on text | summarize count() by text | sort by text asc',
  'union T, (T | where level == "Error") | summarize count() by level | sort by level asc',
  'T | sort by text asc, TimeGenerated desc | extend same = prev(text) == text, gap = prev(TimeGenerated) - TimeGenerated | where same | summarize max(gap), count()',
  'T | order by number desc nulls first, TimeGenerated asc | project number, TimeGenerated | take 950',
  'T | extend k = iff(number > 5, "high", "low") | where k == "high" | summarize make_set(text) by level | extend n = array_length(set_text) | project level, n | sort by level asc',
];

describe('a table read in one go gives what it gives step by step', () => {
  for (const query of QUERIES) {
    test(query, () => {
      const stepByStep = `let M = materialize(T); ${query.replace(/\bT\b/g, 'M')}`;
      assert.deepEqual(database.query(query), database.query(stepByStep));
    });
  }

  test('what differs from row to row is not remembered', () => {
    const [[count]] = database.query('T | extend r = rand() | summarize dcount(r)').rows;
    assert.ok(count > 9_000);
  });

  test('only rows in the range of time are looked at', () => {
    const { rowsRead } = database.run('T | where TimeGenerated between (datetime(2026-01-01T01:00) .. 9m) | count');
    assert.equal(rowsRead, 541);
  });
});
