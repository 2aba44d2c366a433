import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Context, Next } from 'hono';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

// `app.3f9a2c1b.js`: a file whose name changes with its content may be kept for ever.
const hashedName = /[.-][0-9a-f]{8,32}\.\w+$/;

/** Serves the built site. Nothing outside its directory is reachable, by dots, by encoding or by symbolic link. */
export function siteFiles(directory: string) {
  return async (c: Context, next: Next): Promise<Response | undefined> => {
    const file = await fileAt(directory, c.req.path);
    if (file === undefined) {
      await next();
      return undefined;
    }
    return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream, {
      headers: {
        'content-type': contentTypes[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
        'content-length': String(file.size),
        'cache-control': hashedName.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
      },
    });
  };
}

async function fileAt(
  directory: string,
  path: string,
): Promise<{ readonly path: string; readonly size: number } | undefined> {
  try {
    const root = await realpath(directory);
    const decoded = decodeURIComponent(path);
    if (decoded.includes('\0')) return undefined;
    const found = await realpath(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
    const { size, isFile } = await describe(found);
    return isFile && found.startsWith(root + sep) ? { path: found, size } : undefined;
  } catch {
    // Absent, or a path that cannot be decoded: there is no such file either way.
    return undefined;
  }
}

async function describe(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const status = await stat(path);
  return { size: status.size, isFile: status.isFile() };
}
