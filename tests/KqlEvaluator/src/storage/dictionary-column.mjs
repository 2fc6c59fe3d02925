import { GrowableArray } from './growable-array.mjs';

/** Cells that repeat: every distinct one is kept once, and a row has its number. */
export class DictionaryColumn {
  #codeOf = new Map();
  #lastKey;
  #lastCode;

  /** @param {(key: string|null) => unknown} valueOf the cell for what is added; by default that itself */
  constructor(valueOf = (key) => key) {
    this.valueOf = valueOf;
    this.codes = new GrowableArray(Uint32Array);
    this.values = [];
  }

  add(key) {
    if (key === this.#lastKey) {
      this.codes.push(this.#lastCode);
      return;
    }
    let code = this.#codeOf.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.#codeOf.set(key, code);
      this.values.push(this.valueOf(key));
    }
    this.codes.push(code);
    this.#lastKey = key;
    this.#lastCode = code;
  }

  get(row) {
    return this.values[this.codes.items[row]];
  }
}
