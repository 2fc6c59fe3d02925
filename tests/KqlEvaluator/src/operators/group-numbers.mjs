import { valueKey } from '../values/comparison.mjs';

const LARGEST_COUNT = 2 ** 26;

/** A number for each distinct value. Texts are their own keys, which saves making one. */
class ValueNumbers {
  #texts = new Map();
  #others = new Map();
  #count = 0;

  of(value) {
    const [numbers, key] = typeof value === 'string' ? [this.#texts, value] : [this.#others, valueKey(value)];
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, number = this.#count++);
    return number;
  }
}

/** A number for each distinct list of values of one length. */
export class GroupNumbers {
  #pairs = [];

  constructor(width) {
    this.columns = Array.from({ length: width }, () => new ValueNumbers());
    this.#pairs = Array.from({ length: Math.max(0, width - 1) }, () => new Map());
  }

  of(values) {
    if (values.length === 0) return 0;
    let number = this.columns[0].of(values[0]);
    for (let index = 1; index < values.length; index++) {
      number = this.#numberOfPair(this.#pairs[index - 1], number, this.columns[index].of(values[index]));
    }
    return number;
  }

  #numberOfPair(pairs, first, second) {
    if (first >= LARGEST_COUNT || second >= LARGEST_COUNT) throw new RangeError('too many groups');
    const key = first * LARGEST_COUNT + second;
    let number = pairs.get(key);
    if (number === undefined) pairs.set(key, number = pairs.size);
    return number;
  }
}
