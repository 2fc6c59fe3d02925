import { AzureDiagnostics } from './azure-diagnostics.mjs';
import { forEachExportedRow } from './exported-rows.mjs';

/** Gives the database one table under these names, and a function that adds exported logs to it and tells what is there then. */
export function diagnosticsLoader(database, names, overflowed) {
  const diagnostics = new AzureDiagnostics(overflowed);
  names.forEach((name) => database.add(diagnostics.table, name));
  return (path) => {
    forEachExportedRow(path, (row, arrivalHour) => diagnostics.add(row, arrivalHour));
    return { rows: diagnostics.table.rowCount, resources: diagnostics.resources };
  };
}
