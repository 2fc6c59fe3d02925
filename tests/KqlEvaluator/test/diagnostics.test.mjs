import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { KqlDatabase } from '../src/database.mjs';
import { diagnosticsLoader } from '../src/diagnostics/loader.mjs';

const HUB = '/SUBSCRIPTIONS/S1/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/HUB1';
const FOLDER = `insights-logs-connections/resourceId=${HUB}`;

const line = (time, deviceId, more = {}) => JSON.stringify({
  time, resourceId: HUB, operationName: 'deviceConnect', category: 'Connections', level: 'Information',
  properties: JSON.stringify({ deviceId, protocol: 'Mqtt' }), location: 'westeurope', ...more,
});

let root;
let database;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'exported-'));
  const write = (hour, lines) => {
    const file = join(root, FOLDER, `y=2026/m=01/d=01/h=${hour}/m=00/PT1H.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  };
  write('00', [line('2026-01-01T00:00:00.5Z', 'a'), 'not json', '{"time":"yesterday","category":"Connections"}', line('2026-01-01T00:59:59Z', 'ü')]);
  write('02', [line('2026-01-01T00:30:00.1234567Z', 'late', { resultType: '404104', level: 'Error', resourceId: HUB.toLowerCase() })]);
  database = new KqlDatabase();
  const { rows: count, resources } = diagnosticsLoader(database, ['AzureDiagnostics'], false)(root);
  assert.equal(count, 3);
  assert.deepEqual(resources[0], { resourceId: HUB, location: 'westeurope' });
});
after(() => rmSync(root, { recursive: true }));

const rows = (query, options) => database.query(query, options).rows;

describe('exported logs as AzureDiagnostics', () => {
  test('columns', () => assert.deepEqual(
    rows(`AzureDiagnostics | where ResultType == '404104'
      | project TimeGenerated, ResourceId, _ResourceId, Resource, ResourceProvider, ResourceType, Level, location_s, ResultDescription, DurationMs`),
    [['2026-01-01T00:30:00.1234567Z', HUB, HUB.toLowerCase(), 'HUB1', 'MICROSOFT.DEVICES', 'IOTHUBS', 'Error', 'westeurope', '', null]],
  ));

  test('properties', () => assert.deepEqual(
    rows('AzureDiagnostics | extend p = parse_json(properties_s) | extend id = tostring(p.deviceId) | summarize count() by id | sort by id asc'),
    [['a', 1], ['late', 1], ['ü', 1]],
  ));

  test('times, in the text and in the request', () => {
    const count = (query, timespan) => rows(`AzureDiagnostics ${query} | count`, { timespan })[0][0];
    assert.equal(count('| where TimeGenerated between (datetime(2026-01-01 00:00:00.5) .. datetime(2026-01-01T00:30:00.1234567Z))'), 2);
    assert.equal(count('| where TimeGenerated >= datetime(2026-01-01 00:00:00.5) and TimeGenerated < datetime(2026-01-01T00:30:00.1234567Z)'), 1);
    assert.equal(count('| where TimeGenerated > datetime(2026-01-01 00:00:00.5)'), 2);
    assert.equal(count('| where datetime(2026-01-01T00:30) >= TimeGenerated'), 1);
    assert.equal(count('', '2026-01-01T00:10:00Z/PT20M'), 0);
    assert.equal(count('| where TimeGenerated between (datetime(2026-01-01) .. 31m)', '2026-01-01T00:10:00Z/PT1H'), 1);
  });

  test('a row shows up some seconds later, or in the hour that the export keeps it under', () => {
    const delays = rows('AzureDiagnostics | project late = ingestion_time() - TimeGenerated > 1h, quick = ingestion_time() - TimeGenerated < 3m');
    assert.deepEqual(delays, [[false, true], [false, true], [true, false]]);
    assert.equal(rows('AzureDiagnostics | summarize newest = max(ingestion_time()) | where newest > datetime(2026-01-01T02:00)').length, 1);
  });

  test('columns that overflowed', () => {
    const overflowed = new KqlDatabase();
    diagnosticsLoader(overflowed, ['AzureDiagnostics'], true)(root);
    const query = `AzureDiagnostics | extend text = coalesce(column_ifexists('properties_s', ''), tostring(AdditionalFields.properties_s))
      | summarize count() by id = tostring(parse_json(text).deviceId) | sort by id asc`;
    assert.deepEqual(overflowed.query(query).rows, [['a', 1], ['late', 1], ['ü', 1]]);
    assert.throws(() => overflowed.query('AzureDiagnostics | project properties_s'));
  });

  test('a table that a query may not see is not there', () => {
    assert.throws(() => database.query('AzureDiagnostics | count', { visibleTables: [] }), /AzureDiagnostics/);
  });
});
