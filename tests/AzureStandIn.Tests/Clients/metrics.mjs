import { MetricsClient } from '@azure/monitor-query-metrics';
import { MonitorClient } from '@azure/arm-monitor';
import { credential, report, scopeOf, standIn } from './stand-in.mjs';

const window = { startTime: new Date(standIn.start), endTime: new Date(new Date(standIn.start).getTime() + 3_600_000) };
const batch = new MetricsClient(standIn.metrics, credential);
const [ofHub] = await batch.queryResources([standIn.hubId], ['connectedDeviceCount'], 'Microsoft.Devices/IotHubs', {
  ...window, interval: 'PT5M', aggregation: 'average,minimum,maximum',
});
const monitor = new MonitorClient(credential, standIn.hubId.split('/')[2], {
  endpoint: standIn.resourceManager, credentials: { scopes: [scopeOf('https://management.azure.com')] },
});
const byArm = await monitor.metrics.list(standIn.hubId, {
  metricnames: 'connectedDeviceCount', interval: 'PT1M', aggregation: 'average,maximum',
  timespan: `${window.startTime.toISOString()}/${window.endTime.toISOString()}`,
});
const before = await monitor.metrics.list(standIn.hubId, {
  metricnames: 'connectedDeviceCount', interval: 'PT1M', aggregation: 'average', timespan: '2001-01-01T00:00:00Z/2001-01-01T00:02:00Z',
});
const pointsOf = (metric) => metric.timeseries[0].data;

report({
  batch: { name: ofHub.metrics[0].name, unit: ofHub.metrics[0].unit, points: ofHub.metrics[0].timeseries[0].data.length },
  arm: { unit: byArm.value[0].unit, points: pointsOf(byArm.value[0]).map(({ timeStamp, average, minimum, maximum }) => ({ timeStamp, average, minimum, maximum })) },
  empty: pointsOf(before.value[0]).map(({ timeStamp, average }) => ({ timeStamp, average: average ?? null })),
});
