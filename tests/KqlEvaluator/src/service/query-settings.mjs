const numberOf = (text, fallback) => (text === undefined ? fallback : Number(text));

/** What the caller decides for one query, beside the query itself: the Query-... headers of a request. */
export function querySettings({ headers }, { now, maxRows }) {
  const tables = headers['query-tables'];
  return {
    now: headers['query-now'] ?? now,
    maxRows: numberOf(headers['query-max-rows'], maxRows),
    maxBytes: numberOf(headers['query-max-bytes'], Infinity),
    permissions: headers['query-permissions'],
    visibleTables: tables === undefined ? null : tables.split(',').filter((name) => name !== ''),
  };
}
