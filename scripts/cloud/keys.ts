import { randomBytes } from 'node:crypto';
import { isDoorKey, newDoorKey, publicKeyLine } from '../door-keys';
import type { Environment } from './settings';
import { NotReady, refuseMissing, textOf } from './settings';

/** A function's environment variables, names to values. The values are never printed. */
export type Variables = Readonly<Record<string, string>>;

/** 32 bytes in base64, without the leniency of `Buffer.from`, which skips what it cannot read. */
const KEY = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=';

const rules: Readonly<Record<string, { readonly holds: (value: string) => boolean; readonly form: string }>> = {
  SEALING_KEYS: { holds: sealingKeysAreWellFormed, form: '编号:32字节的base64，多个用逗号隔开，编号不能重复' },
  FINGERPRINT_KEY: { holds: (value) => new RegExp(`^${KEY}$`).test(value), form: '32字节的base64' },
  DOOR_KEY: { holds: isDoorKey, form: 'Ed25519 私钥，PKCS #8 的 base64' },
  WECHAT_APP_ID: { holds: (value) => /^wx[0-9a-f]{16}$/.test(value), form: 'wx 开头的小程序 AppID' },
  WECHAT_APP_SECRET: { holds: (value) => /^[0-9a-f]{32}$/.test(value), form: '32位小写十六进制的 AppSecret' },
};

function sealingKeysAreWellFormed(value: string): boolean {
  const entries = value.split(',').map((entry) => entry.trim());
  const ids = entries.map((entry) => entry.split(':')[0]);
  return entries.every((entry) => new RegExp(`^[a-z0-9]{1,8}:${KEY}$`).test(entry)) && new Set(ids).size === ids.length;
}

/** Fewer than the platform's 4 KB for one function, names included. Bytes. */
const MOST_BYTES = 4096;

/**
 * Refuses keys that are missing or malformed, before anything in the cloud is touched.
 *
 * @throws NotReady naming the variables, never their values
 */
export function checkKeys(environment: Environment, names: readonly string[]): void {
  refuseMissing(environment, names, '还不能部署');
  const malformed = names.filter((name) => rules[name]?.holds(textOf(environment, name)) === false);
  if (malformed.length > 0) {
    const forms = malformed.map((name) => `${name}（应为${rules[name]?.form ?? ''}）`);
    throw new NotReady(`密钥的格式不对：${forms.join('；')}。新的一套可用 npm run deploy -- --new-keys 生成。`);
  }
  const fingerprintKey = textOf(environment, 'FINGERPRINT_KEY');
  if (fingerprintKey !== '' && textOf(environment, 'SEALING_KEYS').includes(fingerprintKey))
    throw new NotReady('FINGERPRINT_KEY 不能与 SEALING_KEYS 中的密钥相同。');
  const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(`${name}${textOf(environment, name)}`), 0);
  if (bytes > MOST_BYTES) throw new NotReady(`环境变量共 ${bytes} 字节，超过平台每个函数 ${MOST_BYTES} 字节的上限。`);
}

/**
 * Why these keys may not replace those that the cloud runs with, or null when they may.
 *
 * Person ids stand on FINGERPRINT_KEY, so another one makes everybody a stranger; a sealing key that is gone leaves
 * numbers that nobody can open. Both are silent until somebody complains.
 */
export function keysLost(before: Variables, after: Variables): string | null {
  const fingerprintKey = before['FINGERPRINT_KEY'];
  if (fingerprintKey !== undefined && fingerprintKey !== after['FINGERPRINT_KEY'])
    return 'FINGERPRINT_KEY 与云端正在使用的不同：换了它，所有人都会变成陌生人';
  const kept = new Set(sealingKeysOf(after));
  const lost = sealingKeysOf(before).filter((entry) => !kept.has(entry));
  if (lost.length === 0) return null;
  const ids = lost.map((entry) => entry.split(':')[0] ?? '').join('、');
  return `SEALING_KEYS 少了云端正在使用的 ${ids}：用它封存的号码将再也打不开`;
}

const sealingKeysOf = (variables: Variables): string[] =>
  (variables['SEALING_KEYS'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** A fresh set for an environment that holds no data yet, as lines of `.env`. */
export function newKeys(): string {
  const doorKey = newDoorKey();
  return [
    '# 存进单位的密钥库。FINGERPRINT_KEY 永远不能更换；SEALING_KEYS 只能在前面添加新的，旧的要留着。',
    `SEALING_KEYS=k1:${randomBytes(32).toString('base64')}`,
    `FINGERPRINT_KEY=${randomBytes(32).toString('base64')}`,
    `# 门锁里装的公钥（可以公开）：${publicKeyLine(doorKey)}`,
    `DOOR_KEY=${doorKey}`,
  ].join('\n');
}
