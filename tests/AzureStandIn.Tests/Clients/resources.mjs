import { IotHubClient } from '@azure/arm-iothub';
import { OperationalInsightsManagementClient } from '@azure/arm-operationalinsights';
import { MonitorClient } from '@azure/arm-monitor';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { MicrosoftResourceHealth } from '@azure/arm-resourcehealth';
import { credential, errorOf, report, standIn } from './stand-in.mjs';

const [, , subscription, , group, , , , name] = standIn.hubId.split('/');
const options = { endpoint: standIn.resourceManager, retryOptions: { maxRetries: 0 } };
const hubs = new IotHubClient(credential, subscription, options);
const monitor = new MonitorClient(credential, subscription, options);
const health = new MicrosoftResourceHealth(credential, subscription, options);
const insights = new OperationalInsightsManagementClient(credential, subscription, options);
const graph = new ResourceGraphClient(credential, options);

async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

const hub = await hubs.iotHubResource.get(group, name);
const [setting] = await all(monitor.diagnosticSettings.list(standIn.hubId));
const query = "resources | where type =~ 'microsoft.devices/iothubs' | project id, name, properties | order by id asc";
const workspace = await insights.workspaces.get(group, setting.workspaceId.split('/').at(-1));
const page = await graph.resources({ query, options: { top: 1 } });
const rest = await graph.resources({ query, subscriptions: [subscription], options: { skipToken: page.skipToken } });
const made = await monitor.diagnosticSettings.createOrUpdate(standIn.hubId, 'more', {
  workspaceId: setting.workspaceId, logs: [{ category: 'Routes', enabled: true }],
});
const current = await health.availabilityStatuses.getByResource(standIn.hubId);

report({
  hub: { id: hub.id, sku: hub.sku, state: hub.properties.state, hostName: hub.properties.hostName, locations: hub.properties.locations, disableDeviceSAS: hub.properties.disableDeviceSAS },
  names: (await all(hubs.iotHubResource.listBySubscription())).map((item) => item.name),
  namesInGroup: (await all(hubs.iotHubResource.listByResourceGroup(group))).map((item) => item.name),
  setting: { workspaceId: setting.workspaceId, logs: setting.logs.map(({ category, enabled }) => ({ category, enabled })) },
  workspace: { customerId: workspace.customerId, retention: workspace.retentionInDays, query: workspace.publicNetworkAccessForQuery, byResource: workspace.features.enableLogAccessUsingOnlyResourcePermissions, ingestion: workspace.workspaceCapping.dataIngestionStatus },
  graph: { total: page.totalRecords, count: page.count, first: page.data[0].name, state: page.data[0].properties.state, rest: rest.data.length },
  made: { name: made.name, category: made.logs[0].category, again: (await monitor.diagnosticSettings.get(standIn.hubId, 'more')).name },
  conflict: await errorOf(monitor.diagnosticSettings.createOrUpdate(standIn.hubId, 'same', { workspaceId: setting.workspaceId, logs: [{ category: 'Connections', enabled: true }] })),
  noSubscription: await errorOf(graph.resources({ query, subscriptions: ['00000000-0000-4000-8000-000000000001'] })),
  wrongQuery: await errorOf(graph.resources({ query: 'resources | where nope == 1' })),
  health: { state: current.properties.availabilityState, occurred: current.properties.occurredTime ?? current.properties.occuredTime, summary: current.properties.summary },
  statuses: (await all(health.availabilityStatuses.list(standIn.hubId))).length,
  missing: await errorOf(hubs.iotHubResource.get(group, 'nowhere')),
  wrongGroup: await errorOf(hubs.iotHubResource.get('nowhere', name)),
});
