import { Readable } from 'node:stream';
import type { Cloud } from '../../cloud';
import { pathOf } from '../../storage/cloud-path';
import { FileTooLarge } from '../../storage/file-entries';
import type { StoredFile } from '../../storage/files';
import { RequestError } from './words';

/** Pictures without script in them: only these are shown, everything else is handed out to be saved. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/x-icon']);

export const listFiles = ({ files }: Cloud, prefix: string): Promise<readonly StoredFile[]> => files.list(prefix);

/** Takes a file as it comes; a path that has one gets the new. */
export async function putFile(
  { files }: Cloud,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
): Promise<StoredFile> {
  requirePath(path);
  try {
    return await files.receive(path, chunks, /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : undefined);
  } catch (error) {
    if (error instanceof FileTooLarge) throw new RequestError('文件太大，最多 1 GB', 413);
    throw error;
  }
}

/** Somebody's file must not act in the emulator's name: nothing in it may run, whatever it says it is. */
export async function contentOf({ files }: Cloud, fileId: string): Promise<Response> {
  const path = pathOf(fileId);
  const opened = path === undefined ? undefined : await files.open(path);
  if (path === undefined || opened === undefined) throw new RequestError('没有这个文件，可能已被删除', 404);
  const { file, handle } = opened;
  const type = file.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const name = encodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
    headers: {
      'content-type': shown.has(type) ? type : 'application/octet-stream',
      'content-length': String(file.bytes),
      'content-disposition': `${shown.has(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

export async function removeFile({ files }: Cloud, fileId: string): Promise<void> {
  if (!(await files.remove(fileId))) throw new RequestError('没有这个文件，可能已被删除', 404);
}

/** Storage forgives a leading slash; here it is more likely a mistake, and each gets the same sentence. */
function requirePath(path: string): void {
  const isPlain = pathOf(`cloud://any/${path}`) === path && !path.includes('\\');
  if (!isPlain) throw new RequestError('文件路径应像 folder/name.png：不以 / 开头，没有 .. 和空的一段，最多 850 字节');
}
