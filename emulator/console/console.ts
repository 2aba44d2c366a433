import { Hono } from 'hono';
import type { Cloud } from '../cloud';
import type { EmulatorOptions } from '../options';
import { consoleApi } from './api/app';
import { refuse } from './api/guard';
import { pageBundle } from './build';

/**
 * What only this page may load and do. Styles are let in from the page itself, since its editor makes them as it goes;
 * no other page may frame it and have its buttons pressed unseen.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"%3E%3Ccircle cx="8" cy="8" r="7" fill="%230b5cad"/%3E%3C/svg%3E';

/** The emulator's page and what it asks, for the people who develop with it. Mounted at the root: its addresses begin with `/emulator/`. */
export function consoleRoutes(cloud: Cloud, options: EmulatorOptions): Hono {
  const app = new Hono();
  app.route('/emulator/api', consoleApi(cloud, options));
  app.get('/emulator', (c) => c.redirect('/emulator/'));
  app.get('/emulator/', async (c) => {
    const { hash } = await pageBundle();
    c.header('content-security-policy', policy);
    c.header('x-frame-options', 'DENY');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    return c.html(shell(hash));
  });
  app.get('/emulator/page/:file', async (c) => {
    const { script, style, hash } = await pageBundle();
    const file = c.req.param('file');
    const [text, type] =
      file === `${hash}.js` ? [script, 'text/javascript'] : file === `${hash}.css` ? [style, 'text/css'] : [];
    if (text === undefined) return refuse(404, 'NOT_FOUND', '没有这个地址');
    return c.body(text, 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });
  if (options.siteDirectory === undefined) app.get('/', (c) => c.redirect('/emulator/'));
  return app;
}

const shell = (hash: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>本地云</title>
<link rel="icon" href='${ICON}'>
<link rel="stylesheet" href="/emulator/page/${hash}.css">
</head>
<body>
<div id="page"></div>
<script src="/emulator/page/${hash}.js"></script>
</body>
</html>`;
