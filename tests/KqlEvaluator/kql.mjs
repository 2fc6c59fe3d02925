#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KqlDatabase } from './src/database.mjs';
import { diagnosticsLoader } from './src/diagnostics/loader.mjs';
import { BadRequest, QueryRejected, Unsupported } from './src/errors.mjs';
import { KNOWN_SCHEMAS } from './src/known-schemas.mjs';
import { readNdjson } from './src/ndjson.mjs';
import { failure, successTexts } from './src/service/log-analytics.mjs';
import { QueryServer } from './src/service/server.mjs';

const USAGE = `usage: kql --table NAME=ROWS.ndjson [--table ...] [--column TABLE.COLUMN:type ...]
           (--query FILE.kql | --q 'KQL') [--now ISO] [--timespan P..|START/END] [--validate] [--pretty] [--raw-dynamic] [--max-rows N]
       kql [--table NAME=ROWS.ndjson ...] --serve PORT [--host 127.0.0.1] [--now ISO] [--max-rows N] [--until-input-ends]
           [--diagnostics-table NAME ...] [--diagnostics-columns own|overflowed]
exit status: 0 answered, 1 usage, 2 the service would refuse the query, 3 valid KQL that the stand-in cannot run`;

const EXIT = { usage: 1, rejected: 2, unsupported: 3 };

const OPTIONS = {
  table: { type: 'string', multiple: true, default: [] },
  column: { type: 'string', multiple: true, default: [] },
  query: { type: 'string' },
  q: { type: 'string' },
  now: { type: 'string' },
  timespan: { type: 'string' },
  validate: { type: 'boolean', default: false },
  pretty: { type: 'boolean', default: false },
  'raw-dynamic': { type: 'boolean', default: false },
  'max-rows': { type: 'string', default: '500000' },
  serve: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  'until-input-ends': { type: 'boolean', default: false },
  'diagnostics-table': { type: 'string', multiple: true, default: [] },
  'diagnostics-columns': { type: 'string', default: 'own' },
};

function splitOnce(text, separator) {
  const position = text.indexOf(separator);
  if (position <= 0) throw new BadRequest(`'${text}' has no '${separator}'`);
  return [text.slice(0, position), text.slice(position + 1)];
}

function loadDatabase({ table, column }) {
  const database = new KqlDatabase();
  const overrides = column.map((text) => {
    const [path, type] = splitOnce(text, ':');
    const [tableName, columnName] = splitOnce(path, '.');
    return { tableName, columnName, type };
  });
  for (const text of table) {
    const [name, path] = splitOnce(text, '=');
    const own = overrides.filter(({ tableName }) => tableName === name).map(({ columnName, type }) => [columnName, type]);
    database.addTable(name, { ...KNOWN_SCHEMAS[name], ...Object.fromEntries(own) }, readNdjson(path));
  }
  return database;
}

function answer(database, options) {
  const text = options.q ?? readFileSync(options.query, 'utf8');
  const { now, timespan, pretty } = options;
  if (options.validate) {
    database.parse(text);
    return JSON.stringify({ valid: true });
  }
  const format = { maxRows: Number(options['max-rows']), pretty, rawDynamic: options['raw-dynamic'] };
  return [...successTexts(database.run(text, { now, timespan }), format)].join('');
}

async function serve(database, options) {
  const load = diagnosticsLoader(database, options['diagnostics-table'], options['diagnostics-columns'] === 'overflowed');
  const server = new QueryServer(database, { now: options.now, maxRows: Number(options['max-rows']), load });
  const port = await server.listen(Number(options.serve), options.host);
  console.log(`http://${options.host}:${port}`);
  if (options['until-input-ends']) process.stdin.on('end', () => process.exit()).resume();
}

async function main() {
  const { values: options } = parseArgs({ options: OPTIONS });
  const hasQuery = options.q !== undefined || options.query !== undefined;
  if (!hasQuery && options.serve === undefined) throw new BadRequest('no query');
  const database = loadDatabase(options);
  if (options.serve !== undefined) {
    await serve(database, options);
    return;
  }
  console.log(answer(database, options));
}

main().catch((error) => {
  if (error instanceof QueryRejected || error instanceof Unsupported) {
    console.log(failure(error).body);
    process.exitCode = error instanceof QueryRejected ? EXIT.rejected : EXIT.unsupported;
    return;
  }
  const isUsage = error instanceof BadRequest || error.code?.startsWith('ERR_PARSE_ARGS') || error.code === 'ENOENT';
  console.error(isUsage ? `${error.message}\n${USAGE}` : error);
  process.exitCode = EXIT.usage;
});
