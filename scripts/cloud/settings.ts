import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../places';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Which CloudBase environment, and as whom. */
export type CloudSettings = {
  readonly envId: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
};

/** Something a person has to do first. Its sentence is all there is to say, so no stack is printed. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

const CREDENTIALS = ['CLOUD_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'];

/** @throws NotReady naming what is missing, never what is there */
export function cloudSettings(environment: Environment): CloudSettings {
  refuseMissing(environment, CREDENTIALS, '还不能连接云端');
  return {
    envId: textOf(environment, 'CLOUD_ENV'),
    secretId: textOf(environment, 'TENCENTCLOUD_SECRETID'),
    secretKey: textOf(environment, 'TENCENTCLOUD_SECRETKEY'),
    region: textOf(environment, 'TENCENTCLOUD_REGION') || 'ap-shanghai',
  };
}

export function refuseMissing(environment: Environment, names: readonly string[], trouble: string): void {
  const missing = names.filter((name) => textOf(environment, name) === '');
  if (missing.length === 0) return;
  throw new NotReady(
    `${trouble}：缺少 ${missing.join('、')}。请写进项目根目录的 .env（样例 .env.example），步骤见 docs/deploy.md。`,
  );
}

export const textOf = (environment: Environment, name: string): string => (environment[name] ?? '').trim();

/** What was set outside wins over `.env.local`, and that over `.env`: as the tcb command reads them. */
export function readEnvironmentFiles(directory = root): void {
  for (const name of ['.env.local', '.env']) {
    const file = path.join(directory, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
