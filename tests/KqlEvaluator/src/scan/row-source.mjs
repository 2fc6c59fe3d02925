import { DatetimeColumn, DictionaryColumn } from '../storage/columns.mjs';
import { toOffset } from '../storage/datetime-column.mjs';

/** Whether each row is the resource's own or that of anything below it (a resource group's or subscription's resources). */
function belongsTo(table, scope) {
  const columns = ['_ResourceId', 'ResourceId'].map((name) => table.storageOf(name)).filter((storage) => storage instanceof DictionaryColumn);
  const isInScope = (value) => {
    const resourceId = value.toLowerCase();
    return resourceId === scope || resourceId.startsWith(`${scope}/`);
  };
  const matches = columns.map(({ values }) => values.map(isInScope));
  return (row) => columns.some(({ codes }, index) => matches[index][codes.items[row]]);
}

function isWithin(time, { low, high }) {
  const offset = time === null ? NaN : toOffset(time.ticks);
  return offset >= low && offset < high;
}

/** Calls back with the number of every row of the table that is in the range of time and in the resource's scope. */
export function forEachRowNumber(table, { range, resourceId }, visit) {
  const isVisible = resourceId === null ? null : belongsTo(table, resourceId);
  const visitVisible = isVisible ? (row) => isVisible(row) && visit(row) : visit;
  const times = table.storageOf('TimeGenerated');
  if (range && times instanceof DatetimeColumn) {
    times.forEachWithin(range, visitVisible);
    return;
  }
  for (let row = 0; row < table.rowCount; row++) {
    if (!range || isWithin(times.get(row), range)) visitVisible(row);
  }
}

/** A function that makes the row of cells for a row number, in which only the needed columns are filled. */
export function rowMaker(table, needed, width) {
  const blank = new Array(width).fill(null);
  const filled = table.columns.map((_, index) => index).filter((index) => !needed || needed.has(table.columns[index].name));
  const [coded, others] = [[], []];
  for (const index of filled) {
    const storage = table.storages[index];
    if (storage instanceof DictionaryColumn) coded.push({ index, codes: storage.codes.items, values: storage.values });
    else others.push({ index, storage });
  }
  return (number) => {
    const row = blank.slice();
    for (const { index, codes, values } of coded) row[index] = values[codes[number]];
    for (const { index, storage } of others) row[index] = storage.get(number);
    return row;
  };
}
