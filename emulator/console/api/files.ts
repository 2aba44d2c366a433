import type { Cloud } from '../../cloud';
import type { StoredFile } from '../../storage/files';
import { RequestError } from './words';

/** More than this is not held in memory for a page. Bytes. */
export const MOST_UPLOAD_BYTES = 256 * 1024 * 1024;

/** Pictures without script in them: only these are shown, everything else is handed out to be saved. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/x-icon']);

export const listFiles = ({ files }: Cloud, prefix: string): Promise<readonly StoredFile[]> => files.list(prefix);

export async function putFile(
  { files }: Cloud,
  path: string,
  content: Uint8Array,
  contentType: string,
): Promise<StoredFile> {
  requirePath(path);
  return files.put(path, content, /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream');
}

/** Somebody's file must not act in the emulator's name: nothing in it may run, whatever it says it is. */
export async function contentOf({ files }: Cloud, fileId: string): Promise<Response> {
  const content = await files.read(fileId);
  if (content === undefined) throw new RequestError('没有这个文件，可能已被删除', 404);
  const stored = (await files.list(pathOf(fileId))).find((file) => file.fileId === fileId);
  const type = stored?.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const name = encodeURIComponent(fileId.slice(fileId.lastIndexOf('/') + 1));
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': shown.has(type) ? type : 'application/octet-stream',
      'content-disposition': `${shown.has(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

export async function removeFile({ files }: Cloud, fileId: string): Promise<void> {
  if (!(await files.remove(fileId))) throw new RequestError('没有这个文件，可能已被删除', 404);
}

const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

function requirePath(path: string): void {
  const isPlain =
    path !== '' &&
    path.length <= 850 &&
    !path.startsWith('/') &&
    !path.includes('\\') &&
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    !/[\u0000-\u001f\u007f]/.test(path) &&
    path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
  if (!isPlain) throw new RequestError('文件路径应像 folder/name.png：不以 / 开头，没有 .. 和空的一段');
}
