import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openSqlite } from '../emulator/store/sqlite';
import { Failed } from './run';

/**
 * Sees that the data file, or the folder for a new one, can be used, and that nobody is at work on it. Changes nothing.
 *
 * @throws Failed with a sentence for whoever named the file
 */
export function checkDataFile(file: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (existsSync(file)) lockForAMoment(file);
  } catch (error) {
    throw new Failed(
      isBusy(error)
        ? `数据文件 ${file} 正在被另一个 npm start 使用：请先结束它，或用 --data 另选一个文件。`
        : `数据文件 ${file} 不能使用：请检查它是不是本程序的数据、所在文件夹能不能写，或用 --data 另选一个文件。`,
    );
  }
}

function lockForAMoment(file: string): void {
  const sqlite = openSqlite(file);
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
    sqlite.exec('ROLLBACK');
  } finally {
    sqlite.close();
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && /database is locked/.test(error.message);
