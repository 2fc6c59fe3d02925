import { Frame, Tuple } from '../relation.mjs';
import { className } from '../syntax/tree.mjs';
import { coerce } from '../values/conversion.mjs';
import { dictionaryOf } from './dependencies.mjs';
import { namesIn } from './needed-columns.mjs';
import { timeRangeOf } from './time-bounds.mjs';

/** A closure over a frame as one that is evaluated once per distinct cell of the dictionary column that decides it, if there is one. */
function remembered(valueOf, dictionary) {
  if (!dictionary) return valueOf;
  const known = [];
  return (frame) => {
    const code = dictionary.codes.items[frame.origin];
    let value = known[code];
    if (value === undefined) {
      value = valueOf(frame);
      known[code] = value;
    }
    return value;
  };
}

function conjuncts(node) {
  if (className(node) === 'ParenthesizedExpression') return conjuncts(node.Expression);
  const isAnd = className(node) === 'BinaryExpression' && node.Operator.Text === 'and';
  return isAnd ? [...conjuncts(node.Left), ...conjuncts(node.Right)] : [node];
}

/** A test of the row's number: it needs no row, for it looks at one cell of the table, and at every distinct one but once. */
function numberTest(scan, condition, dictionary) {
  const scratch = new Frame(scan, scan.columns.map(() => null));
  const indexes = scan.dictionaries.flatMap((column, index) => (column === dictionary ? [index] : []));
  const known = [];
  return (number) => {
    const code = dictionary.codes.items[number];
    if (known[code] === undefined) {
      indexes.forEach((index) => { scratch.row[index] = dictionary.values[code]; });
      scratch.origin = number;
      known[code] = condition(scratch) === true;
    }
    return known[code];
  };
}

export function filterScan(scan, node, context) {
  let result = scan;
  for (const conjunct of conjuncts(node)) {
    const range = scan.hasRawTime ? timeRangeOf(conjunct, context) : null;
    const condition = context.compile(conjunct);
    const dictionary = dictionaryOf(conjunct, scan, context.environment);
    if (range) result = result.within(range);
    else if (dictionary && scan.steps.length === 0) result = result.with({ early: [...result.early, numberTest(scan, condition, dictionary)] });
    else {
      const holds = remembered(condition, dictionary);
      result = result.with({ steps: [...result.steps, (frame) => holds(frame) === true] });
    }
  }
  return result;
}

/** What one item of extend writes into a row: its value, or the parts of one that stands for several. */
function cellWriter({ node, valueOf, targets }, scan, columns, context) {
  const dictionary = dictionaryOf(node, scan, context.environment);
  const types = targets.map((target) => columns[target].type);
  if (targets.length === 1) {
    const [target] = targets;
    const cellOf = remembered((frame) => coerce(firstPart(valueOf(frame)), types[0]) ?? null, dictionary);
    return { dictionary, targets, read: cellOf, write: (row, cell) => { row[target] = cell; } };
  }
  const cellsOf = (frame) => valueOf(frame).values.map((part, index) => coerce(part, types[index]) ?? null);
  const write = (row, cells) => targets.forEach((target, part) => { row[target] = cells[part]; });
  return { dictionary, targets, read: remembered(cellsOf, dictionary), write };
}

const firstPart = (value) => (value instanceof Tuple ? value.values[0] : value);

/** @param items what extend does: {node, valueOf, targets} */
export function extendScan(scan, items, columns, context) {
  const writers = items.map((item) => cellWriter(item, scan, columns, context));
  const dictionaries = [...scan.dictionaries];
  for (const { targets, dictionary } of writers) targets.forEach((target) => { dictionaries[target] = dictionary; });
  const values = new Array(writers.length);
  const step = (frame) => {
    // An item may overwrite what another one reads, so all are read first.
    for (let index = 0; index < writers.length; index++) values[index] = writers[index].read(frame);
    for (let index = 0; index < writers.length; index++) writers[index].write(frame.row, values[index]);
    return true;
  };
  return scan.with({ columns, dictionaries, steps: [...scan.steps, step], width: Math.max(scan.width, columns.length) });
}

/** @param cellClosures for every column of the result a closure and the node that it stems from */
export function projectScan(scan, cellClosures, columns, context) {
  const dictionaries = cellClosures.map(({ node }) => dictionaryOf(node, scan, context.environment));
  const closures = cellClosures.map(({ valueOf }, index) => (
    remembered((frame) => coerce(valueOf(frame), columns[index].type), dictionaries[index])
  ));
  const step = (frame) => {
    const row = new Array(closures.length);
    for (let index = 0; index < closures.length; index++) row[index] = closures[index](frame);
    frame.row = row;
    return true;
  };
  return scan.with({ columns, dictionaries, steps: [...scan.steps, step] });
}

export function pickScan(scan, indexes, columns) {
  const step = (frame) => {
    const { row } = frame;
    frame.row = indexes.map((index) => row[index]);
    return true;
  };
  return scan.with({ columns, dictionaries: indexes.map((index) => scan.dictionaries[index]), steps: [...scan.steps, step] });
}

/** The scan with those of its columns alone that an operator may look at, so that its rows are small. */
export function narrowScan(scan, node) {
  const names = namesIn(node);
  if (!names) return scan;
  const indexes = scan.columns.map((_, index) => index).filter((index) => names.has(scan.columns[index].name));
  return pickScan(scan, indexes, indexes.map((index) => scan.columns[index]));
}
