import { once } from 'node:events';
import { createServer } from 'node:http';
import { KqlDatabase } from '../database.mjs';
import { BadRequest, QueryRejected, Unsupported } from '../errors.mjs';
import * as dataExplorer from './data-explorer.mjs';
import * as logAnalytics from './log-analytics.mjs';
import { inChunks } from './row-texts.mjs';
import { querySettings } from './query-settings.mjs';

const WORKSPACE_PATH = /^\/v1\/workspaces\/[^/]+\/query$/i;
const RESOURCE_PATH = /^\/v1(\/subscriptions\/.+)\/query$/i;
const DATA_EXPLORER_PATH = /^\/v[12]\/rest\/query$/i;
const LOAD_PATH = '/load';
const TABLES_PATH = '/tables/query';
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const MAX_BODY_BYTES = 10_000_000;

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BadRequest('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text) {
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BadRequest('The request body is not JSON.');
  }
  if (body === null || typeof body !== 'object') throw new BadRequest('The request body is not a JSON object.');
  return body;
}

function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw new BadRequest('The path is not valid percent-encoding.');
  }
}

function checkWorkspaces(workspaces) {
  const isList = Array.isArray(workspaces) && workspaces.every((workspace) => typeof workspace === 'string');
  if (workspaces !== undefined && workspaces !== null && !isList) throw new BadRequest('workspaces is not a list of strings.');
}

const wantsStatistics = (request) => /include-statistics\s*=\s*true/i.test(request.headers.prefer ?? '');

/** A failure that callers may see; any other error is a defect here, which must not look like a query's result. */
function describable(error) {
  if (error instanceof QueryRejected || error instanceof Unsupported || error instanceof BadRequest) return error;
  console.error(error);
  return new Unsupported(`this query meets a defect: ${error.message}`);
}

/** Sends a body, or texts as fast as they are taken. */
async function send(response, { status, body, texts, rowsRead = 0 }) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Query-Rows-Read': rowsRead });
  for (const chunk of texts ? inChunks(texts) : [body]) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}

/** An HTTP server that answers queries over the database as Azure Monitor Logs and Azure Data Explorer would. */
export class QueryServer {
  #server;

  /** @param {{now?: string, maxRows?: number, load?: (path: string) => object}} options `now` pins the clock of every query; `load` takes in exported logs and tells what is there then */
  constructor(database, { now, maxRows = 500_000, load = null } = {}) {
    this.database = database;
    this.load = load;
    this.now = now;
    this.maxRows = maxRows;
    this.#server = createServer((request, response) => this.#handle(request, response));
  }

  /** @returns the port that it listens on; port 0 picks a free one */
  listen(port, host = '127.0.0.1') {
    if (!LOOPBACK_HOST.test(host)) throw new BadRequest(`'${host}' is not a loopback address`);
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve(this.#server.address().port));
    });
  }

  close() {
    return new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  async #handle(request, response) {
    const { pathname, searchParams } = new URL(request.url, 'http://loopback');
    const isDataExplorer = DATA_EXPLORER_PATH.test(pathname);
    let answer;
    try {
      if (pathname === LOAD_PATH && this.load) answer = await this.#answerLoad(request);
      else if (pathname === TABLES_PATH) answer = await this.#answerTables(request);
      else answer = isDataExplorer ? await this.#answerDataExplorer(request, pathname) : await this.#answerLogAnalytics(request, pathname, searchParams);
    } catch (error) {
      answer = (isDataExplorer ? dataExplorer : logAnalytics).failure(describable(error));
    }
    await send(response, answer);
  }

  async #answerLoad(request) {
    const { path } = parseBody(await readBody(request));
    return { status: 200, body: JSON.stringify(this.load(path)) };
  }

  /** A query over tables that come with it, answered with an object a row. */
  async #answerTables(request) {
    const { query, tables } = parseBody(await readBody(request));
    const database = new KqlDatabase();
    for (const [name, { columns, rows }] of Object.entries(tables)) database.addTable(name, columns, rows);
    const result = database.query(query, { now: this.now });
    const objects = result.rows.map((row) => Object.fromEntries(result.columns.map(({ name }, index) => [name, row[index]])));
    return { status: 200, body: JSON.stringify(objects) };
  }

  async #answerLogAnalytics(request, pathname, parameters) {
    const path = decodePath(pathname);
    const resourceId = RESOURCE_PATH.exec(path)?.[1];
    if (!resourceId && !WORKSPACE_PATH.test(path)) return logAnalytics.notFound(path);
    if (!['GET', 'POST'].includes(request.method)) return logAnalytics.notFound(`${request.method} ${path}`);
    const text = await readBody(request);
    // The service documents that a POST without this header gets an empty answer, not an error.
    if (request.method === 'POST' && !request.headers['content-type']) return { status: 200, body: '' };
    const { query, timespan, workspaces } = request.method === 'POST' ? parseBody(text) : Object.fromEntries(parameters);
    if (request.method === 'POST') checkWorkspaces(workspaces);
    if (typeof query !== 'string' || query.trim() === '') return logAnalytics.badRequest('QueryMissing', 'The request has no query.');
    const started = performance.now();
    const { now, visibleTables, ...limits } = querySettings(request, this);
    const result = this.database.run(query, { now, timespan, resourceId, visibleTables });
    const executionSeconds = wantsStatistics(request) ? (performance.now() - started) / 1000 : null;
    return { status: 200, rowsRead: result.rowsRead, texts: logAnalytics.successTexts(result, { ...limits, executionSeconds }) };
  }

  async #answerDataExplorer(request, pathname) {
    if (request.method !== 'POST') return logAnalytics.notFound(`${request.method} ${pathname}`);
    const { csl } = parseBody(await readBody(request));
    if (typeof csl !== 'string' || csl.trim() === '') throw new BadRequest('The request has no csl.');
    const { now, visibleTables, ...limits } = querySettings(request, this);
    const result = this.database.run(csl, { now, visibleTables });
    const textsOf = pathname.startsWith('/v2') ? dataExplorer.version2Texts : dataExplorer.version1Texts;
    return { status: 200, rowsRead: result.rowsRead, texts: textsOf(result, dataExplorer.liftsLimits(csl) ? {} : limits) };
  }
}
