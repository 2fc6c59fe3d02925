import { DatetimeColumn, DictionaryColumn } from '../storage/columns.mjs';
import { Table, normalizedSchema } from '../table.mjs';
import { readJson } from '../values/json.mjs';
import { TimeReader } from './time-reader.mjs';

const COMMON_COLUMNS = {
  TenantId: 'string', TimeGenerated: 'datetime', ResourceId: 'string', Category: 'string', ResourceGroup: 'string', SubscriptionId: 'string',
  ResourceProvider: 'string', Resource: 'string', ResourceType: 'string', OperationName: 'string', ResultType: 'string',
  CorrelationId: 'string', ResultDescription: 'string', DurationMs: 'long', Level: 'string', SourceSystem: 'string',
  AdditionalFields: 'dynamic', Type: 'string', _ResourceId: 'string',
};
const OWN_COLUMNS = { properties_s: 'string', location_s: 'string' };

const SECOND = 10_000_000;
const FASTEST = 20;
const SLOWEST = 180;
const HOUR = 3600;

function storageFor({ name, type }) {
  if (type === 'datetime') return new DatetimeColumn();
  if (type === 'string') return new DictionaryColumn();
  return name === 'AdditionalFields' ? new DictionaryColumn((text) => (text === null ? null : readJson(text))) : new DictionaryColumn();
}

function resourceOf(resourceId) {
  const upper = resourceId.toUpperCase();
  const [, , subscription, , group, , provider, type, name] = upper.split('/');
  return { upper, lower: resourceId.toLowerCase(), subscription, group, provider, type, name };
}

/** By column: the cell for an exported row and the resource that wrote it. Other columns are empty. */
const CELLS = {
  ResourceId: (row, resource) => resource.upper,
  _ResourceId: (row, resource) => resource.lower,
  SubscriptionId: (row, resource) => resource.subscription,
  ResourceGroup: (row, resource) => resource.group,
  ResourceProvider: (row, resource) => resource.provider,
  ResourceType: (row, resource) => resource.type,
  Resource: (row, resource) => resource.name,
  Category: (row) => row.category,
  OperationName: (row) => row.operationName,
  Level: (row) => row.level,
  ResultType: (row) => row.resultType,
  ResultDescription: (row) => row.resultDescription,
  DurationMs: (row) => (row.durationMs === undefined ? null : BigInt(row.durationMs)),
  SourceSystem: () => 'Azure',
  Type: () => 'AzureDiagnostics',
  properties_s: (row) => row.properties,
  location_s: (row) => row.location,
};
const OVERFLOWED_CELLS = { ...CELLS, AdditionalFields: (row) => JSON.stringify({ properties_s: row.properties, location_s: row.location }) };

/** The table that a workspace keeps diagnostic logs in, filled from exported ones. */
export class AzureDiagnostics {
  #times = new TimeReader();
  #resources = new Map();
  #lastHour = { text: '', offset: NaN };

  /** @param {boolean} overflowed whether a category's own columns are members of AdditionalFields, as when the table has 500 already */
  constructor(overflowed) {
    const columns = normalizedSchema(overflowed ? COMMON_COLUMNS : { ...COMMON_COLUMNS, ...OWN_COLUMNS });
    const cells = overflowed ? OVERFLOWED_CELLS : CELLS;
    this.table = new Table('AzureDiagnostics', columns, columns.map(storageFor), new DatetimeColumn());
    this.times = this.table.storageOf('TimeGenerated');
    this.writers = columns.filter(({ name }) => name !== 'TimeGenerated').map(({ name, type }) => ({
      storage: this.table.storageOf(name), cellOf: cells[name] ?? (() => null), empty: type === 'string' ? '' : null,
    }));
  }

  /** Adds an exported row. What has no time or no resource is none: the service would not have taken it in. */
  add(row, arrivalHour) {
    const time = typeof row.time === 'string' ? this.#times.read(row.time) : NaN;
    if (Number.isNaN(time) || typeof row.resourceId !== 'string') return;
    const resource = this.#resourceOf(row);
    this.times.addOffset(time);
    for (const { storage, cellOf, empty } of this.writers) storage.add(cellOf(row, resource) ?? empty);
    this.table.ingestionTimes.addOffset(this.#ingestionTime(time, arrivalHour));
    this.table.rowCount++;
  }

  /** Every resource that wrote a row: {resourceId, location}. */
  get resources() {
    return [...this.#resources.values()].map(({ upper, location }) => ({ resourceId: upper, location }));
  }

  #resourceOf({ resourceId, location }) {
    let resource = this.#resources.get(resourceId);
    if (!resource) this.#resources.set(resourceId, resource = { ...resourceOf(resourceId), location: location ?? null });
    return resource;
  }

  /** A row takes some seconds, or until the hour under which the export keeps it. The delay depends on the row's number alone. */
  #ingestionTime(time, arrivalHour) {
    const number = this.table.rowCount;
    const hour = arrivalHour === null ? -Infinity : this.#hourOffset(arrivalHour);
    if (time < hour) return hour + ((number * 37) % HOUR) * SECOND;
    return time + (FASTEST + ((number * 37) % (SLOWEST - FASTEST))) * SECOND;
  }

  #hourOffset(text) {
    if (this.#lastHour.text !== text) this.#lastHour = { text, offset: new TimeReader().read(text) };
    return this.#lastHour.offset;
  }
}
