/** Cells of any kind, each as it is. */
export class ValueColumn {
  #cells = [];

  add(cell) {
    this.#cells.push(cell);
  }

  get(row) {
    return this.#cells[row];
  }
}
