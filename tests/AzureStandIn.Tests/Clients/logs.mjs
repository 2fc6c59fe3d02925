import { LogsQueryClient } from '@azure/monitor-query-logs';
import { credential, errorOf, report, standIn } from './stand-in.mjs';

const client = new LogsQueryClient(credential, { endpoint: new URL('v1', standIn.logs).href, audience: 'https://api.loganalytics.io', retryOptions: { maxRetries: 0 } });
const timespan = { startTime: new Date(standIn.start), endTime: new Date(standIn.end) };
const query = `AzureDiagnostics | extend deviceId = tostring(parse_json(properties_s).deviceId)
  | summarize rows = count(), firstTime = min(TimeGenerated), ratio = avg(1.5), ok = true, bag = take_any(parse_json(properties_s)) by deviceId
  | sort by deviceId asc`;

const byWorkspace = await client.queryWorkspace(standIn.workspaceId, query, timespan, { includeQueryStatistics: true, serverTimeoutInSeconds: 60 });
const byResource = await client.queryResource(standIn.hubId, 'AzureDiagnostics | count', timespan);
const partial = await client.queryWorkspace(standIn.workspaceId, 'range i from 1 to 600000 step 1', timespan);
const [table] = byWorkspace.tables;

report({
  status: byWorkspace.status,
  columns: table.columnDescriptors.map(({ name, type }) => `${name}:${type}`),
  rowCount: table.rows.length,
  total: table.rows.reduce((sum, row) => sum + row[1], 0),
  timeIsDate: table.rows[0][2] instanceof Date,
  hasStatistics: typeof byWorkspace.statistics?.query?.executionTime === 'number',
  byResource: byResource.tables[0].rows[0][0],
  partial: { status: partial.status, rows: partial.partialTables[0].rows.length, code: partial.partialError.code },
  refused: await errorOf(client.queryWorkspace(standIn.workspaceId, 'AzureDiagnostics | where nope == 1', timespan)),
  unknown: await errorOf(client.queryWorkspace('00000000-0000-4000-8000-000000000000', 'print 1', timespan)),
});
