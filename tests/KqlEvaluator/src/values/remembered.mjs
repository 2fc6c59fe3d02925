const LIMIT = 300_000;

/** A pure function of a text that remembers its results, for texts that repeat from row to row. */
export function remembered(compute) {
  let known = new Map();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size === LIMIT) known = new Map();
      known.set(text, value);
    }
    return value;
  };
}
