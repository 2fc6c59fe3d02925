import { diagnosticsColumns, toDiagnosticsRow } from './azure-diagnostics.mjs';
import { forEachExportedRow } from './exported-rows.mjs';

/** Gives the database the tables, and a function that adds exported logs to all of them. */
export function diagnosticsLoader(database, names, overflowed) {
  const rows = [];
  const publish = () => names.forEach((name) => database.addTable(name, diagnosticsColumns(overflowed), rows));
  publish();
  return (path) => {
    forEachExportedRow(path, (row) => rows.push(toDiagnosticsRow(row, overflowed)));
    publish();
  };
}
