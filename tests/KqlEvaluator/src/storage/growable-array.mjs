/** A typed array that grows as values are added. `items` may be longer than `length` and is another array after growing. */
export class GrowableArray {
  constructor(ArrayType) {
    this.items = new ArrayType(1024);
    this.length = 0;
  }

  push(value) {
    if (this.length === this.items.length) {
      const grown = new this.items.constructor(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }
}
