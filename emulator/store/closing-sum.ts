import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Sqlite } from './sqlite';
import { damagedFile } from './store-failure';

/** Beyond this size a file is not read through at each start and end. Bytes; 30 ms or so. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Where SQLite keeps, in the file, how often it was changed, and `user_version`, which is ours to set. */
const [CHANGES_AT, MARK_AT] = [24, 60];

/** What tells this closing of a file from any other state it was in. */
const markOf = (bytes: Buffer): string => `${bytes.readUInt32BE(CHANGES_AT)} ${bytes.readUInt32BE(MARK_AT)}`;

const sumOf = (file: string): string => `${file}.sum`;

/**
 * Looks whether a file is still as it was when it was closed in order: no byte of it has changed.
 *
 * A file that somebody else has written since, or put in its place, bears another mark and is not judged here.
 *
 * @returns whether it is known to be sound; false means that nothing is known
 * @throws when it is damaged, with a sentence that says so
 */
export function isAsClosed(file: string): boolean {
  if (!existsSync(sumOf(file)) || !existsSync(file) || sizeOf(`${file}-wal`) > 0) return false;
  const noted = readFileSync(sumOf(file), 'utf8');
  const size = sizeOf(file);
  if (size < MARK_AT + 4) throw damagedFile(file, `only ${size} bytes are left of it`);
  if (size > MOST_BYTES) return false;
  const bytes = readFileSync(file);
  if (!noted.startsWith(`${markOf(bytes)} `)) return false;
  if (noted !== `${markOf(bytes)} ${crc32(bytes)}`) throw damagedFile(file, 'its checksum is not that of its closing');
  return true;
}

/** Asks SQLite whether the file hangs together; for one that was not closed in order, if it is not too large. */
export function requireSound(sqlite: Sqlite, file: string): void {
  if (sizeOf(file) > MOST_BYTES) return;
  const [first] = sqlite.all('PRAGMA quick_check(1)');
  const found = String(first?.['quick_check']);
  if (found !== 'ok') throw sqlite.damaged(found);
}

/** The file is in use from now on: what was noted at its closing holds no longer. */
export function forgetSum(file: string): void {
  rmSync(sumOf(file), { force: true });
}

/** Marks the file on its way out, so that its sum is known to be of this closing. */
export function markFile(sqlite: Sqlite): void {
  sqlite.exec(`PRAGMA user_version = ${1 + Math.floor(Math.random() * 0x7ffffffe)}`);
}

/** Notes the sum of a file that has just been closed. */
export function noteSum(file: string): void {
  if (sizeOf(file) < MARK_AT + 4 || sizeOf(file) > MOST_BYTES) return;
  const bytes = readFileSync(file);
  writeFileSync(sumOf(file), `${markOf(bytes)} ${crc32(bytes)}`);
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
