import { Client, KustoConnectionStringBuilder } from 'azure-kusto-data';
import { credential, errorOf, report, standIn } from './stand-in.mjs';

const client = new Client(KustoConnectionStringBuilder.withTokenCredential(standIn.dataExplorer, credential));
const query = 'AzureDiagnostics | summarize rows = count(), firstTime = min(TimeGenerated), bag = take_any(parse_json(properties_s)) by Level | sort by Level asc';
const rowsOf = ({ primaryResults: [table] }) => [...table.rows()].map((row) => row.toJSON());

report({
  version2: rowsOf(await client.executeQuery('Fleet', query)),
  version1: rowsOf(await client.executeQueryV1('Fleet', query)),
  refused: await errorOf(client.executeQuery('Fleet', 'AzureDiagnostics | where nope == 1')),
  noDatabase: await errorOf(client.executeQuery('Nowhere', 'print 1')),
});
