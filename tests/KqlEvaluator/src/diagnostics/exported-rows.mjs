import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of an export below a folder, in the order of their paths; or the one file that the path names. */
function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.json')).sort().map((name) => join(path, name));
}

function parseLine(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** A broken line has no place in a workspace: the service never took it in. */
const isRow = (row) => row !== null && typeof row.resourceId === 'string' && !Number.isNaN(Date.parse(row.time));

/** Calls back with every row of exported logs, one JSON object a line. */
export function forEachExportedRow(path, visit) {
  for (const file of filesAt(path)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const row = line.startsWith('{') ? parseLine(line) : null;
      if (isRow(row)) visit(row);
    }
  }
}
