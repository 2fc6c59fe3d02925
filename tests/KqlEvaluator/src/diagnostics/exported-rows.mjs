import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK_BYTES = 4_000_000;
const LINE_FEED = 10;

/** The files of an export below a folder, in the order of their paths; or the one file that the path names. */
function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.json')).sort().map((name) => join(path, name));
}

function* linesOf(file) {
  const descriptor = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, size)]);
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      yield* bytes.toString('utf8', 0, end).split('\n');
      rest = bytes.subarray(end);
    }
    yield rest.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

function parseLine(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The hour that the file is of, by the export's folders, as a datetime's text; null for any other file. */
function arrivalHourOf(file) {
  const match = /[/\\]y=(\d{4})[/\\]m=(\d{2})[/\\]d=(\d{2})[/\\]h=(\d{2})[/\\]/.exec(file);
  return match && `${match[1]}-${match[2]}-${match[3]}T${match[4]}:00:00Z`;
}

/** Calls back with every object of exported logs, one JSON text a line, and the hour in which it arrived. Broken lines are no rows. */
export function forEachExportedRow(path, visit) {
  for (const file of filesAt(path)) {
    const arrivalHour = arrivalHourOf(file);
    for (const line of linesOf(file)) {
      const row = line.startsWith('{') ? parseLine(line) : null;
      if (row !== null) visit(row, arrivalHour);
    }
  }
}
