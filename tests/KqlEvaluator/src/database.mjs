import { QueryRun } from './engine.mjs';
import { parseTimeRange } from './time-range.mjs';
import { plainCell } from './cells.mjs';
import { Relation } from './relation.mjs';
import { neededColumns } from './scan/needed-columns.mjs';
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
    return this.add(Table.fromRows(name, schema, rows));
  }

  /** Adds a table, which may go on growing, or takes the place of the one of that name. */
  add(table, name = table.name) {
    this.#tables.set(name, table);
    this.#parsers.clear();
    return this;
  }

  /** Throws QueryRejected where the service would refuse the query. */
  parse(text, visibleTables = null) {
    const key = visibleTables?.join() ?? null;
    let parser = this.#parsers.get(key);
    if (!parser) {
      const visible = [...this.#tables].filter(([name]) => visibleTables?.includes(name) ?? true);
      parser = new QueryParser(visible.map(([name, { columns }]) => ({ name, columns })));
      this.#parsers.set(key, parser);
    }
    return parser.parse(text);
  }

  /**
   * @param {string} text
   * @param {{now?: Date|string, timespan?: string, resourceId?: string, visibleTables?: string[]}} options
   * @returns {Relation & {rowsRead: number}} the result with KQL values in its cells, and how many rows of tables it took
   */
  run(text, { now, timespan, resourceId, visibleTables } = {}) {
    const queryBlock = this.parse(text, visibleTables);
    const currentTime = instant(now);
    const timeRange = timespan ? parseTimeRange(timespan, currentTime) : null;
    const needed = neededColumns(queryBlock);
    const read = { rows: 0 };
    const tables = new Map([...this.#tables].map(([name, table]) => [name, table.scan({ timeRange, resourceId, needed, read })]));
    const result = new QueryRun({ tables, now: currentTime }).execute(queryBlock);
    return Object.assign(new Relation(result.columns, result.rows), { rowsRead: read.rows });
  }

  /** Like run(), with plain JavaScript values: {columns: [{name, type}], rows: [[...]]}. */
  query(text, options) {
    const { columns, rows } = this.run(text, options);
    return { columns, rows: rows.map((row) => row.map((cell, index) => plainCell(cell, columns[index].type))) };
  }
}
