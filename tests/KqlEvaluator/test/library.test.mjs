import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KqlDatabase } from 'kql-evaluator';

test('rows as plain objects, types guessed or given', () => {
  const database = new KqlDatabase().addTable('Logs', { when: 'datetime', took: 'timespan' }, [
    { when: new Date(0), took: '00:00:01', name: 'a', size: 1.5, tags: ['x', { y: 1 }], ok: true },
    { when: '2026-01-01', name: 'b', size: null },
  ]);
  assert.deepEqual(database.query('Logs | getschema | project ColumnName, ColumnType').rows, [
    ['when', 'datetime'], ['took', 'timespan'], ['name', 'string'], ['size', 'real'], ['tags', 'dynamic'], ['ok', 'bool'],
  ]);
  assert.deepEqual(database.query('Logs | sort by when asc').rows, [
    ['1970-01-01T00:00:00Z', '00:00:01', 'a', 1.5, ['x', { y: 1 }], true],
    ['2026-01-01T00:00:00Z', null, 'b', null, null, null],
  ]);
});

test('a query does not change its tables, and a table can be replaced', () => {
  const database = new KqlDatabase().addTable('T', { a: 'long' }, [{ a: 1 }]);
  assert.deepEqual(database.query('T | extend a = a + 1').rows, [[2]]);
  assert.deepEqual(database.query('T').rows, [[1]]);
  database.addTable('T', [{ name: 'b', type: 'string' }], [{ b: 'x' }]);
  assert.deepEqual(database.query('T | project b').rows, [['x']]);
});

test('now and timespan', () => {
  const database = new KqlDatabase().addTable('T', { TimeGenerated: 'datetime' }, [
    { TimeGenerated: '2026-01-01T00:30:00Z' }, { TimeGenerated: '2026-01-01T01:30:00Z' }, {},
  ]);
  const count = (timespan) => database.query('T | count', { now: '2026-01-01T02:00:00Z', timespan }).rows[0][0];
  assert.equal(count(undefined), 3);
  assert.equal(count('PT1H'), 1);
  assert.deepEqual(database.query('print now(), ago(1d)', { now: new Date(86_400_000) }).rows, [['1970-01-02T00:00:00Z', '1970-01-01T00:00:00Z']]);
});

test('column names that need quoting', () => {
  const database = new KqlDatabase().addTable('T', null, [{ 'a b': 1, "it's": 'x' }]);
  assert.deepEqual(database.query(String.raw`T | where ['a b'] == 1 | project ['it\'s']`).rows, [['x']]);
});
