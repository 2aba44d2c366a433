import { CloudError, invalidParameter } from '../cloud-error';
import { cosFileIdOf, fileIdOf, pathOf, plainPath } from '../storage/cloud-path';
import type { DiskFiles } from '../storage/disk-files';
import type { Links } from '../storage/links';
import type { WireAnswer, WireRequest } from './request';
import { requiredText, textOf, wholeNumber } from './request';
import type { ServiceActions } from './service-actions';

/** The SDK's documentation: a link to a file holds for a day unless told otherwise. Seconds. */
const DEFAULT_MAX_AGE_S = 86_400;

/** The SDK's documentation: so many files in one request. */
const MOST_FILES = 50;

/** Each `storage.*` action that is imitated. What concerns one file is answered with a code for that file. */
export function storageActions(files: DiskFiles, links: Links): ServiceActions {
  return {
    'storage.getUploadMetadata': (request) => {
      const method = textOf(request, 'method') ?? 'put';
      if (method !== 'put' && method !== 'post') throw invalidParameter(`method '${method}' must be 'put' or 'post'`);
      const path = plainPath(requiredText(request, 'path'));
      return Promise.resolve({
        data: {
          ...links.toWrite(path),
          token: 'emulated-security-token',
          fileId: fileIdOf(path),
          cosFileId: cosFileIdOf(path),
          download_url: links.toRead(path, DEFAULT_MAX_AGE_S, false),
        },
      });
    },

    'storage.batchGetDownloadUrl': async (request) => {
      const linkTo = async (wanted: WireRequest): Promise<WireAnswer> => {
        const fileID = requiredText(wanted, 'fileid');
        const path = pathOf(fileID);
        const isThere = path !== undefined && (await files.at(path)) !== undefined;
        if (!isThere) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' };
        const maxAge = wholeNumber(wanted, 'max_age') ?? DEFAULT_MAX_AGE_S;
        const isEscaped = wanted['url_type'] === 'COS_URL';
        return { code: 'SUCCESS', fileID, maxAge, tempFileURL: links.toRead(path, maxAge, isEscaped) };
      };
      return { data: { download_list: await Promise.all(entriesOf(request, 'file_list').map(linkTo)) } };
    },

    'storage.batchDeleteFile': async (request) => {
      const { fileid_list: list } = request;
      if (!isTexts(list)) throw invalidParameter('fileid_list must be an array of file ids');
      refuseTooMany(list.length);
      const deleted: WireAnswer[] = [];
      for (const fileID of list) {
        deleted.push({ code: (await files.remove(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID });
      }
      return { data: { delete_list: deleted } };
    },

    // The SDK asks this for a caller with an identity only. What it says of writing is written down nowhere.
    'storage.getFileAuthority': async (request) => {
      const authorityOf = async (wanted: WireRequest): Promise<WireAnswer> => {
        const type = requiredText(wanted, 'type');
        if (type !== 'READ') {
          throw new CloudError('INVALID_ACTION', `getFileAuthority of type '${type}' is not supported by the emulator`);
        }
        const shown = requiredText(wanted, 'path');
        const path = pathIn(shown);
        const isThere = (await files.at(path)) !== undefined;
        return { path: shown, cosFileId: isThere ? cosFileIdOf(path) : '', read: isThere };
      };
      return { data: await Promise.all(entriesOf(request, 'fileList').map(authorityOf)) };
    },

    'storage.batchCopyFile': async (request) => {
      const copied: WireAnswer[] = [];
      for (const wanted of entriesOf(request, 'file_list')) copied.push(await copy(files, wanted));
      return { data: { copy_list: copied } };
    },
  };
}

async function copy(files: DiskFiles, wanted: WireRequest): Promise<WireAnswer> {
  const from = pathIn(requiredText(wanted, 'src_path'));
  const to = pathIn(requiredText(wanted, 'dst_path'));
  const opened = await files.open(from);
  if (opened === undefined) return { code: 'STORAGE_FILE_NONEXIST', message: `the file '${from}' does not exist` };
  try {
    if (wanted['overwrite'] === false && (await files.at(to)) !== undefined) {
      return { code: 'STORAGE_REQUEST_FAIL', message: `the file '${to}' exists and may not be overwritten` };
    }
    const chunks = opened.handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>;
    const { fileId } = await files.receive(to, chunks, opened.file.contentType);
    if (wanted['remove_original'] === true && from !== to) await files.remove(opened.file.fileId);
    return { code: 'SUCCESS', fileId };
  } finally {
    await opened.handle.close();
  }
}

/** A copy is told by paths; a file id names one too. */
function pathIn(text: string): string {
  return pathOf(text) ?? plainPath(text);
}

function entriesOf(request: WireRequest, field: string): readonly WireRequest[] {
  const list = request[field];
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'object' && one !== null)) {
    throw invalidParameter(`${field} must be an array of objects`);
  }
  refuseTooMany(list.length);
  return list as readonly WireRequest[];
}

function refuseTooMany(count: number): void {
  if (count > MOST_FILES) throw invalidParameter(`${count} files are more than the ${MOST_FILES} of one request`);
}

const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((one) => typeof one === 'string');
