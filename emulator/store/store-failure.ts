import { CloudError } from '../cloud-error';

/**
 * What went wrong between us and the data file, as a sentence that names it and says what to do. It reaches whoever asked
 * as `SYS_ERR`, and at the start whoever starts.
 */
export type StoreFailure = {
  readonly error: CloudError;
  /** The file cannot be trusted any more: nothing may be asked of it from now on. */
  readonly isFinal: boolean;
};

type Advice = { readonly says: (file: string) => string; readonly isFinal?: true };

const damaged: Advice = {
  says: (file) =>
    `数据文件 ${file} 已损坏，本地云不再使用它。请先停止本地云，用备份换回它；没有备份就把它连同 ${file}-wal 一起移走，再启动时会新建一个空的`,
  isFinal: true,
};

const taken: Advice = { says: (file) => `数据文件 ${file} 正被另一个进程使用。请先停止那个本地云，或改用别的数据文件` };

const readOnly: Advice = {
  says: (file) => `数据文件 ${file} 只能读、不能写，这次写入没有保存。请检查这个文件和它所在目录的写权限`,
};

// By SQLite's primary result codes.
const advice: Readonly<Record<number, Advice>> = {
  5: taken,
  6: taken,
  8: readOnly,
  10: { says: (file) => `读写数据文件 ${file} 时磁盘出错，这次请求没有完成。请检查磁盘，以及文件大小的限额` },
  11: damaged,
  13: {
    says: (file) => `数据文件 ${file} 所在的磁盘已满，这次写入没有保存，读取不受影响。腾出空间后可以继续写入`,
  },
  14: { says: (file) => `数据文件 ${file} 打不开。请检查它所在的目录是否存在、是否可以读写` },
  26: damaged,
};

/** Reads an error of SQLite, whichever driver threw it; undefined for those that are about a statement and not the file. */
export function failureOf(error: unknown, file: string): StoreFailure | undefined {
  // Not instanceof: under jest the errors of what is built into Node are of another realm.
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  const code = primaryCode(error);
  const known = code === undefined ? undefined : advice[code];
  if (known === undefined) return undefined;
  return {
    error: new CloudError('SYS_ERR', `${known.says(file)}（${String(error.message)}）`),
    isFinal: known.isFinal === true,
  };
}

/** Says that commits were written which the disk could not take. */
export function lostWrites(file: string, reason: Error): CloudError {
  return new CloudError(
    'SYS_ERR',
    `磁盘没能存住数据文件 ${file} 的写入，本地云不再使用它。请检查磁盘，然后重新启动本地云；此前已确认的写入都在（${reason.message}）`,
  );
}

/** Says that a document is not what was written. */
export function damagedFile(file: string, reason: string): CloudError {
  return new CloudError('SYS_ERR', `${damaged.says(file)}（${reason}）`);
}

// libsql has `rawCode`, or a sentence that ends with the code when it opens; node:sqlite has `errcode`. Each may be an
// extended code, whose last byte is the primary one.
function primaryCode(error: { readonly message: unknown }): number | undefined {
  const [, opening] = /^ConnectionFailed\(".*: (\d+)"\)$/.exec(String(error.message)) ?? [];
  if (opening !== undefined) return Number(opening) & 0xff;
  const code: unknown = 'rawCode' in error ? error.rawCode : 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}
