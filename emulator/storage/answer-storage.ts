import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../cloud-error';
import { isLocalOrigin } from '../gateway/local-only';
import { parseMultipart } from '../gateway/multipart';
import { rangeOf } from './byte-range';
import { cosError, corsHeaders } from './cos-answers';
import type { DiskFiles } from './disk-files';
import { FileTooLarge } from './file-entries';
import type { Links } from './links';
import { STORAGE_ROUTE } from './links';

/** A browser sends its file as a form, which is taken whole. Bytes. */
const MOST_FORM_BYTES = 100 * 1024 ** 2;

export function isStorageRequest(url: string | undefined): boolean {
  return url?.startsWith(STORAGE_ROUTE) === true;
}

/** Gives and takes files as the object store behind the cloud storage does; each request carries its own signature. */
export function answerStorage(
  { files, links }: { readonly files: DiskFiles; readonly links: Links },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { origin } = request.headers;
  for (const [name, value] of corsHeaders(origin !== undefined && isLocalOrigin(origin) ? origin : undefined)) {
    response.setHeader(name, value);
  }
  const act = async (): Promise<void> => {
    if (request.method === 'GET' || request.method === 'HEAD') return give(files, links, request, response);
    if (request.method === 'PUT') return take(files, links, request, response);
    if (request.method === 'POST') return takeForm(files, links, request, response);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else cosError(response, 405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  };
  act().catch((error: unknown) => {
    request.resume();
    if (response.headersSent) response.destroy();
    else if (error instanceof FileTooLarge) cosError(response, 400, 'EntityTooLarge', error.message);
    else if (error instanceof CloudError) cosError(response, 400, 'InvalidArgument', error.message);
    else cosError(response, 500, 'InternalError', error instanceof Error ? error.message : String(error));
  });
}

async function give(files: DiskFiles, links: Links, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { names, query } = partsOf(request.url ?? '');
  const path = names.find((name) => links.allows('read', name, query.get('sign') ?? '', query.get('t') ?? ''));
  if (path === undefined) {
    cosError(response, 403, 'AccessDenied', 'The link is altered or has expired.');
    return;
  }
  const opened = await files.open(path);
  if (opened === undefined) {
    cosError(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    return;
  }
  const { file, handle } = opened;
  try {
    const range = rangeOf(request.headers.range, file.bytes);
    if (range === 'none') {
      response.setHeader('content-range', `bytes */${file.bytes}`);
      cosError(response, 416, 'InvalidRange', 'The requested range cannot be satisfied.');
      return;
    }
    const { first, last } = range === 'all' ? { first: 0, last: file.bytes - 1 } : range;
    response.writeHead(range === 'all' ? 200 : 206, {
      'content-type': file.contentType,
      'content-length': last - first + 1,
      'accept-ranges': 'bytes',
      etag: `"${Date.parse(file.savedAt).toString(16)}-${file.bytes.toString(16)}"`,
      'last-modified': new Date(file.savedAt).toUTCString(),
      'x-content-type-options': 'nosniff',
      // Somebody's page among the files must not act as a page of the emulator.
      'content-security-policy': 'sandbox',
      ...(range === 'all' ? {} : { 'content-range': `bytes ${first}-${last}/${file.bytes}` }),
    });
    if (request.method === 'HEAD' || last < first) response.end();
    // Whoever asked may go away in the middle.
    else
      await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), response).catch(
        () => undefined,
      );
  } finally {
    await handle.close();
  }
}

async function take(files: DiskFiles, links: Links, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = writable(links, partsOf(request.url ?? '').names, request.headers.authorization);
  if (path === undefined) {
    refuseSignature(request, response);
    return;
  }
  // The rest of what is too large is read and dropped, else whoever sends it never hears why.
  await files.receive(path, request.iterator({ destroyOnReturn: false }), request.headers['content-type']);
  response.writeHead(200, { 'content-length': 0 }).end();
}

async function takeForm(
  files: DiskFiles,
  links: Links,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_FORM_BYTES) throw new FileTooLarge(`a form may have at most ${MOST_FORM_BYTES} bytes`);
    chunks.push(chunk);
  }
  const form = parseMultipart(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  const file = form.get('file');
  const key = form.get('key')?.content.toString('utf8') ?? '';
  // Releases 2 of the SDK send the signature in a field with a capital letter.
  const signature = form.get('signature') ?? form.get('Signature');
  const path = writable(links, [key, decoded(key) ?? key], signature?.content.toString('latin1'));
  if (path === undefined) {
    refuseSignature(request, response);
    return;
  }
  if (file === undefined) {
    cosError(response, 400, 'InvalidArgument', 'The form has no file.');
    return;
  }
  await files.receive(path, [file.content], file.contentType);
  const wanted = Number(form.get('success_action_status')?.content.toString('latin1') ?? 204);
  response.writeHead([200, 201, 204].includes(wanted) ? wanted : 204).end();
}

function refuseSignature(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  cosError(
    response,
    403,
    'SignatureDoesNotMatch',
    'The signature does not match, or the upload was asked for too long ago.',
  );
}

function writable(links: Links, names: readonly string[], authorization: string | undefined): string | undefined {
  const [signature = '', until = ''] = authorization?.split('.') ?? [];
  return names.find((name) => links.allows('write', name, signature, until));
}

/** The SDK escapes a link that is escaped already, other readers do not: the signature tells which name is meant. */
function partsOf(url: string): { readonly names: readonly string[]; readonly query: URLSearchParams } {
  const mark = url.indexOf('?');
  const name = decoded(url.slice(STORAGE_ROUTE.length, mark < 0 ? undefined : mark));
  const inner = name === undefined ? undefined : decoded(name);
  return {
    names: [name, inner].filter((one) => one !== undefined),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
