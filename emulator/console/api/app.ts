import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Cloud } from '../../cloud';
import { isBrokenOff } from '../../gateway/broken-off';
import type { EmulatorOptions } from '../../options';
import type { Fields } from './body';
import { jsonOf, streamOf, textIn, wholeNumberIn } from './body';
import { callByHand, functionNames, runTimer } from './calls';
import { clearCollection, createCollection, listCollections } from './collections';
import { wholeDocument, insertDocument, removeDocument, replaceDocument } from './documents';
import { exportDataSet } from './export';
import { contentOf, listFiles, putFile, removeFile } from './files';
import { findDocuments } from './find';
import { ownPageOnly, refuse } from './guard';
import { importDataSet } from './import';
import { importTurn } from './import-progress';
import { reasonOf, RequestError } from './words';

const MOST_ON_A_PAGE = 200;

/** What the emulator's page asks of the emulator. Everything may be read and written here, beside the functions. */
export function consoleApi(cloud: Cloud, options: EmulatorOptions): Hono {
  const app = new Hono();
  app.use('*', ownPageOnly);

  app.get('/state', (c) =>
    c.json({
      driver: cloud.driver,
      dataFile: options.dataFile,
      isStrict: options.strict === true,
      functions: functionNames(options),
      personas: options.personas ?? [],
    }),
  );

  app.get('/collections', (c) => c.json(listCollections(cloud)));
  onJson(app, '/collections/create', (fields) => createCollection(cloud, textIn(fields, 'name')));
  onJson(app, '/collections/clear', (fields) => clearCollection(cloud, textIn(fields, 'name')));

  onJson(app, '/documents/find', (fields) =>
    findDocuments(cloud, {
      collection: textIn(fields, 'collection'),
      search: textIn(fields, 'search'),
      sort: textIn(fields, 'sort'),
      offset: wholeNumberIn(fields, 'offset', Number.MAX_SAFE_INTEGER),
      limit: wholeNumberIn(fields, 'limit', MOST_ON_A_PAGE),
    }),
  );
  onJson(app, '/documents/one', (fields) => wholeDocument(cloud, textIn(fields, 'collection'), textIn(fields, 'id')));
  onJson(app, '/documents/insert', (fields) =>
    insertDocument(cloud, textIn(fields, 'collection'), textIn(fields, 'typed')),
  );
  onJson(app, '/documents/replace', (fields) =>
    replaceDocument(cloud, textIn(fields, 'collection'), {
      id: textIn(fields, 'id'),
      before: textIn(fields, 'before'),
      typed: textIn(fields, 'typed'),
    }),
  );
  onJson(app, '/documents/remove', (fields) =>
    removeDocument(cloud, textIn(fields, 'collection'), textIn(fields, 'id')),
  );

  app.get('/queries', (c) =>
    c.json({ shapes: cloud.journal.queries.shapes(), warnings: cloud.journal.warnings.list() }),
  );
  app.get('/calls', (c) => c.json(cloud.journal.calls.list()));
  onJson(app, '/journal/clear', () => cloud.journal.clear());
  onJson(app, '/calls/call', (fields) => callByHand(cloud, options, fields));
  app.get('/timers', (c) => c.json(cloud.timers.list()));
  onJson(app, '/timers/run', (fields) => runTimer(cloud, fields));

  app.get('/outbox', (c) => c.json(cloud.outbox.list()));
  onJson(app, '/outbox/clear', () => cloud.outbox.clear());

  app.get('/files', async (c) => c.json(await listFiles(cloud, c.req.query('prefix') ?? '')));
  app.get('/files/content', (c) => contentOf(cloud, c.req.query('id') ?? ''));
  app.post('/files/put', async (c) =>
    c.json(await putFile(cloud, c.req.query('path') ?? '', streamOf(c), c.req.query('type') ?? '')),
  );
  onJson(app, '/files/remove', (fields) => removeFile(cloud, textIn(fields, 'fileId')));

  app.get('/export', (c) => exportDataSet(cloud, c.req.queries('collection') ?? []));
  const imports = importTurn();
  app.get('/import', (c) => c.json(imports.now()));
  app.post('/import', async (c) => {
    const wish = { mode: modeOf(c), isDryRun: c.req.query('dry') === 'true' };
    return c.json(await imports.run((tell) => importDataSet(cloud, streamOf(c), wish, tell)));
  });

  app.notFound(() => refuse(404, 'NOT_FOUND', '没有这个地址'));
  app.onError((error) => {
    if (isBrokenOff(error)) return refuse(400, 'INVALID_PARAM', '请求没有发完');
    const reason = reasonOf(error);
    if (reason !== undefined) return refuse(reason.status, reason.code, reason.message);
    options.log?.(`fault of the console: ${error.stack ?? error.message}`);
    return refuse(500, 'SYS_ERR', '本地云出错，详见其日志');
  });
  return app;
}

/** A request that sends JSON; an act without an answer answers an empty object. */
function onJson(app: Hono, path: string, act: (fields: Fields) => unknown): void {
  app.post(path, async (c) => c.json((await act(await jsonOf(c))) ?? {}));
}

function modeOf(c: Context): 'replace' | 'add' {
  const mode = c.req.query('mode');
  if (mode !== 'replace' && mode !== 'add') throw new RequestError('mode 应是 replace 或 add');
  return mode;
}
