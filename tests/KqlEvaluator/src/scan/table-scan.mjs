import { DatetimeColumn, DictionaryColumn } from '../storage/columns.mjs';
import { Frame, Relation } from '../relation.mjs';
import { forEachRowNumber, rowMaker } from './row-source.mjs';
import { intersection } from './time-bounds.mjs';

/**
 * A table's rows on their way through where, extend and project. Nothing is read before somebody asks for the rows;
 * then every row goes through all steps at once, without tables in between.
 */
export class TableScan extends Relation {
  #rows = null;

  constructor({ table, scope, columns, dictionaries, early, steps, width, read }) {
    super(columns);
    this.table = table;
    this.scope = scope;
    /** For each column the dictionary column that decides its cells, or null. */
    this.dictionaries = dictionaries;
    /** Tests on a row's number alone, for rows that are not even made. */
    this.early = early;
    /** Each takes a frame, may change its row, and returns false to drop it. */
    this.steps = steps;
    this.width = width;
    this.read = read;
  }

  /** @param {{range: object|null, resourceId: string|null, needed: Set<string>|null}} scope */
  static of(table, scope, read) {
    const dictionaries = table.storages.map((storage) => (storage instanceof DictionaryColumn ? storage : null));
    return new TableScan({ table, scope, columns: table.columns, dictionaries, early: [], steps: [], width: table.columns.length, read });
  }

  /** The same scan with other columns, tests or steps. */
  with(changes) {
    return new TableScan({ ...this, ...changes });
  }

  within(range) {
    return this.with({ scope: { ...this.scope, range: intersection(this.scope.range, range) } });
  }

  /** Whether TimeGenerated still is the table's own, so that a condition on it says which rows to read. */
  get hasRawTime() {
    const index = this.indexOf('TimeGenerated');
    return this.steps.length === 0 && index >= 0 && this.table.storageOf('TimeGenerated') === this.table.storages[index]
      && this.table.storages[index] instanceof DatetimeColumn;
  }

  get rows() {
    this.#rows ??= this.#run();
    return this.#rows;
  }

  /** When the frame's row became visible, or null. */
  ingestionTime(frame) {
    const number = frame.origin >= 0 ? frame.origin : this.origins[frame.index];
    return this.table.ingestionTimes?.get(number) ?? null;
  }

  /** How many rows there are. */
  count() {
    if (this.steps.length > 0) return this.rows.length;
    let number = 0;
    this.#forEachNumber(() => { number++; });
    return number;
  }

  #forEachNumber(visit) {
    const { table, scope, early, read } = this;
    forEachRowNumber(table, scope, (number) => {
      read.rows++;
      for (const test of early) if (!test(number)) return;
      visit(number);
    });
  }

  #run() {
    const { steps } = this;
    const makeRow = rowMaker(this.table, this.scope.needed, this.width);
    const frame = new Frame(this);
    const rows = [];
    this.origins = [];
    this.#forEachNumber((number) => {
      frame.origin = number;
      frame.row = makeRow(number);
      for (const step of steps) if (!step(frame)) return;
      rows.push(frame.row);
      this.origins.push(number);
    });
    return rows;
  }
}
