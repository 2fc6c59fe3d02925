import { toOffset } from '../storage/datetime-column.mjs';
import { DateTime, TimeSpan } from '../values/types.mjs';

const orderOfTexts = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function numbersOf(values, toNumber) {
  const numbers = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const number = toNumber(values[index]);
    if (!Number.isSafeInteger(number)) return null;
    numbers[index] = number;
  }
  return numbers;
}

function ranksOfTexts(values) {
  const distinct = [...new Set(values)].sort(orderOfTexts);
  const rankOf = new Map(distinct.map((text, rank) => [text, rank]));
  return numbersOf(values, (text) => rankOf.get(text));
}

/** Numbers that order as the values do, or null where there are none: values of several kinds, nulls, numbers that are too large. */
export function sortableNumbers(values) {
  const first = values[0];
  if (typeof first === 'string') return values.every((value) => typeof value === 'string') ? ranksOfTexts(values) : null;
  if (first instanceof DateTime) return numbersOf(values, (value) => (value instanceof DateTime ? toOffset(value.ticks) : NaN));
  if (first instanceof TimeSpan) return numbersOf(values, (value) => (value instanceof TimeSpan ? Number(value.ticks) : NaN));
  return typeof first === 'bigint' ? numbersOf(values, (value) => (typeof value === 'bigint' ? Number(value) : NaN)) : null;
}
