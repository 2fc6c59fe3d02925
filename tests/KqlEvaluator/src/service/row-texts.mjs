import { cellJson } from '../cells.mjs';

const REMEMBERED_TEXTS = 200_000;

/** The cells of one column as JSON text. Long texts repeat from row to row, so each is written but once. */
function cellWriter(type, rawDynamic) {
  if (type !== 'string') return (cell) => cellJson(cell, type, { rawDynamic });
  const known = new Map();
  return (cell) => {
    let text = known.get(cell);
    if (text === undefined) {
      text = cellJson(cell, type);
      if (known.size < REMEMBERED_TEXTS) known.set(cell, text);
    }
    return text;
  };
}

/** The rows of an answer as JSON texts, up to the limits; then `exceeded` tells which one cut them off. */
export class RowTexts {
  constructor({ columns, rows }, { maxRows = Infinity, maxBytes = Infinity, rawDynamic = false } = {}) {
    this.columns = columns;
    this.rows = rows;
    this.limits = { maxRows, maxBytes };
    this.writers = columns.map(({ type }) => cellWriter(type, rawDynamic));
    this.count = 0;
    /** null, 'rows' or 'bytes'. */
    this.exceeded = null;
  }

  * [Symbol.iterator]() {
    const { maxRows, maxBytes } = this.limits;
    let bytes = 0;
    for (const row of this.rows) {
      if (this.count === maxRows) {
        this.exceeded = 'rows';
        return;
      }
      const text = `[${this.writers.map((write, index) => write(row[index])).join(',')}]`;
      bytes += maxBytes === Infinity ? 0 : Buffer.byteLength(text) + 1;
      if (bytes > maxBytes) {
        this.exceeded = 'bytes';
        return;
      }
      this.count++;
      yield text;
    }
  }
}

/** Small texts put together to few large ones. */
export function* inChunks(texts, size = 1_000_000) {
  let parts = [];
  let length = 0;
  for (const text of texts) {
    parts.push(text);
    length += text.length;
    if (length < size) continue;
    yield parts.join('');
    [parts, length] = [[], 0];
  }
  yield parts.join('');
}

export function* separated(texts, separator) {
  let isFirst = true;
  for (const text of texts) {
    yield isFirst ? text : separator + text;
    isFirst = false;
  }
}
