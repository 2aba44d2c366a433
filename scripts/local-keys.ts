import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newDoorKey } from './door-keys';

export type FunctionEnvironment = Readonly<Record<string, string>>;

/** Keys as the functions read them, drawn anew: nothing here is worth keeping. */
export const freshKeys = (): FunctionEnvironment => ({
  SEALING_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  FINGERPRINT_KEY: randomBytes(32).toString('base64'),
  DOOR_KEY: newDoorKey(),
  WECHAT_APP_ID: 'wx-local',
  WECHAT_APP_SECRET: 'local',
});

/**
 * The keys that belong to the data file beside them: without them its sealed numbers cannot be opened. A kind of key
 * that an older file lacks is drawn and added.
 */
export function keysBeside(dataFile: string): FunctionEnvironment {
  const file = `${dataFile}.keys.json`;
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FunctionEnvironment) : {};
  const fresh = freshKeys();
  if (Object.keys(fresh).every((name) => kept[name] !== undefined)) return kept;
  const keys = { ...fresh, ...kept };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}
