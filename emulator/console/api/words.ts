import { CloudError } from '../../cloud-error';
import { NotationError } from '../notation/read';

/** Why a request of the page was not carried out, in words for the one in front of it. */
type Reason = { readonly code: string; readonly message: string };

/**
 * The request itself is at fault.
 *
 * A class, because it is thrown through code that must tell it from a fault of the emulator.
 */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 404 | 409 | 413 = 400,
  ) {
    super(message);
    this.name = 'RequestError';
  }
}

/** `undefined` where it is a fault of the emulator and not of the request. */
export function reasonOf(error: unknown): (Reason & { readonly status: number }) | undefined {
  if (error instanceof RequestError) return { code: 'INVALID_PARAM', message: error.message, status: error.status };
  if (error instanceof NotationError) return { code: 'INVALID_PARAM', message: error.message, status: 400 };
  if (error instanceof CloudError) return { code: error.code, message: inWords(error), status: 422 };
  return undefined;
}

/** The sentence people need first, then the database's own, which is what a function would see. */
export function inWords({ code, message }: CloudError): string {
  const [, index] = /E11000 duplicate key error.* index: (\S+)/.exec(message) ?? [];
  if (index === '_id_') return `已有一份文档用了这个 _id。（${message}）`;
  if (index !== undefined) return `唯一索引 ${index} 不允许：另一份文档已有相同的值。（${message}）`;
  if (message.startsWith('a transaction holds')) return '有一个事务正在写这份文档，等它结束再试。（最多 30 秒）';
  if (code === 'DATABASE_COLLECTION_NOT_EXIST') return `没有这个集合。（${message}）`;
  if (code === 'DATABASE_COLLECTION_ALREADY_EXIST') return `已有同名集合。（${message}）`;
  if (message.startsWith('BSONObjectTooLarge')) return `文档超过 16 MB。（${message}）`;
  return code.startsWith('DATABASE_') ? `数据库不接受：${message}` : `不接受：${message}`;
}
