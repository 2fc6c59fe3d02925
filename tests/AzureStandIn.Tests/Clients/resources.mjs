import { IotHubClient } from '@azure/arm-iothub';
import { MonitorClient } from '@azure/arm-monitor';
import { MicrosoftResourceHealth } from '@azure/arm-resourcehealth';
import { credential, errorOf, report, standIn } from './stand-in.mjs';

const [, , subscription, , group, , , , name] = standIn.hubId.split('/');
const options = { endpoint: standIn.resourceManager, retryOptions: { maxRetries: 0 } };
const hubs = new IotHubClient(credential, subscription, options);
const monitor = new MonitorClient(credential, subscription, options);
const health = new MicrosoftResourceHealth(credential, subscription, options);

async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

const hub = await hubs.iotHubResource.get(group, name);
const [setting] = await all(monitor.diagnosticSettings.list(standIn.hubId));
const current = await health.availabilityStatuses.getByResource(standIn.hubId);

report({
  hub: { id: hub.id, sku: hub.sku, state: hub.properties.state, hostName: hub.properties.hostName, locations: hub.properties.locations, disableDeviceSAS: hub.properties.disableDeviceSAS },
  names: (await all(hubs.iotHubResource.listBySubscription())).map((item) => item.name),
  namesInGroup: (await all(hubs.iotHubResource.listByResourceGroup(group))).map((item) => item.name),
  setting: { workspaceId: setting.workspaceId, logs: setting.logs.map(({ category, enabled }) => ({ category, enabled })) },
  health: { state: current.properties.availabilityState, occurred: current.properties.occurredTime ?? current.properties.occuredTime, summary: current.properties.summary },
  statuses: (await all(health.availabilityStatuses.list(standIn.hubId))).length,
  missing: await errorOf(hubs.iotHubResource.get(group, 'nowhere')),
  wrongGroup: await errorOf(hubs.iotHubResource.get('nowhere', name)),
});
