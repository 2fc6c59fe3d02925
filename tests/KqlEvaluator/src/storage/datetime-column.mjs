import { DateTime } from '../values/types.mjs';
import { GrowableArray } from './growable-array.mjs';

/** 2020-01-01. Ticks counted from here are exact as doubles for the years 1992 to 2047. */
const ORIGIN = 637_134_336_000_000_000n;

/** Ticks as a double that orders as they do; exact near the origin. */
export const toOffset = (ticks) => Number(ticks - ORIGIN);

const BLOCK_SIZE = 4096;

/** Points in time as doubles, null as NaN, with each block's lowest and highest: so most blocks outside a range are never read. */
export class DatetimeColumn {
  constructor() {
    this.offsets = new GrowableArray(Float64Array);
    this.blocks = [];
  }

  static canHold(value) {
    return value === null || Number.isSafeInteger(toOffset(value.ticks));
  }

  add(value) {
    this.addOffset(value === null ? NaN : toOffset(value.ticks));
  }

  addOffset(offset) {
    const row = this.offsets.length;
    if (row % BLOCK_SIZE === 0) this.blocks.push({ low: Infinity, high: -Infinity });
    const block = this.blocks.at(-1);
    if (offset < block.low) block.low = offset;
    if (offset > block.high) block.high = offset;
    this.offsets.push(offset);
  }

  get(row) {
    const offset = this.offsets.items[row];
    return Number.isNaN(offset) ? null : new DateTime(ORIGIN + BigInt(offset));
  }

  /** Calls back with the number of every row from `low` up to, but not including, `high`. */
  forEachWithin({ low, high }, visit) {
    const { items, length } = this.offsets;
    this.blocks.forEach((block, index) => {
      if (block.high < low || block.low >= high) return;
      const end = Math.min((index + 1) * BLOCK_SIZE, length);
      for (let row = index * BLOCK_SIZE; row < end; row++) {
        if (items[row] >= low && items[row] < high) visit(row);
      }
    });
  }
}
