import { QueryRun } from './engine.mjs';
import { parseTimeRange } from './time-range.mjs';
import { plainCell } from './cells.mjs';
import { QueryParser } from './syntax/parser.mjs';
import { Table } from './table.mjs';
import { fromJsDate, parseDatetime } from './values/datetime.mjs';
import { BadRequest } from './errors.mjs';
import { DateTime } from './values/types.mjs';

function instant(value) {
  if (value === undefined || value === null) return fromJsDate(new Date());
  if (value instanceof DateTime) return value;
  const datetime = value instanceof Date ? fromJsDate(value) : parseDatetime(String(value));
  if (!datetime) throw new BadRequest(`'${value}' is not a datetime`);
  return datetime;
}

/** Tables in memory that answer KQL queries. */
export class KqlDatabase {
  #tables = new Map();
  #parsers = new Map();

  /**
   * @param {string} name
   * @param {Record<string, string> | {name: string, type: string}[] | null} schema column types; null guesses them from the rows
   * @param {object[]} rows objects by column name
   */
  addTable(name, schema, rows) {
    this.#tables.set(name, Table.fromRows(name, schema, rows));
    this.#parsers.clear();
    return this;
  }

  get tables() {
    return [...this.#tables.values()];
  }

  /** Throws QueryRejected where the service would refuse the query. */
  parse(text, visibleTables = null) {
    const key = visibleTables?.join() ?? null;
    let parser = this.#parsers.get(key);
    if (!parser) {
      parser = new QueryParser(this.tables.filter(({ name }) => visibleTables?.includes(name) ?? true));
      this.#parsers.set(key, parser);
    }
    return parser.parse(text);
  }

  /**
   * @param {string} text
   * @param {{now?: Date|string, timespan?: string, resourceId?: string, visibleTables?: string[]}} options
   * @returns {Relation} the result with KQL values in its cells
   */
  run(text, { now, timespan, resourceId, visibleTables } = {}) {
    const queryBlock = this.parse(text, visibleTables);
    const currentTime = instant(now);
    const timeRange = timespan ? parseTimeRange(timespan, currentTime) : null;
    const tables = new Map(this.tables.map((table) => [table.name, table.visibleRows({ timeRange, resourceId })]));
    return new QueryRun({ tables, now: currentTime }).execute(queryBlock);
  }

  /** Like run(), with plain JavaScript values: {columns: [{name, type}], rows: [[...]]}. */
  query(text, options) {
    const { columns, rows } = this.run(text, options);
    return { columns, rows: rows.map((row) => row.map((cell, index) => plainCell(cell, columns[index].type))) };
  }
}
