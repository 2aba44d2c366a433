import { CloudError } from '../cloud-error';

/**
 * Something that whoever typed the command can mend: it is said in one sentence, and the command ends with 1.
 *
 * A class, because it is thrown through code that must tell it from a fault of the emulator itself.
 */
export class Refusal extends Error {}

/** What is wrong with the command or with this machine, for whoever typed it; undefined when the fault is ours. */
export function inOneSentence(error: unknown, port: number): string | undefined {
  // The store says itself what is wrong with a data file.
  if (error instanceof Refusal || error instanceof CloudError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用：请先结束占用它的程序，或用 --port 换一个端口。`;
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
    return `没有权限使用端口 ${port}：请用 --port 换一个大于 1023 的端口。`;
  }
  if (code.startsWith('ERR_PARSE_ARGS'))
    return `看不懂这样的参数：${error.message.split('.')[0] ?? ''}。用法见 --help。`;
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'ENOSPC'].includes(code)) return `这里不能读写：${error.message}`;
  if (code.startsWith('SQLITE_')) return `数据文件打不开：${error.message}`;
  return undefined;
}
