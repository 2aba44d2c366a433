import type { CodePackage } from './code-package';
import { buildName } from './code-package';
import type { DeclaredFunction } from './declared-functions';
import type { DeployedFunction } from './tencent';

/**
 * What is not as declared in the function that now runs. Names and settings only: no value of a variable.
 *
 * The vendor's tools end well when a deployment failed, so nothing counts but what the platform reads back.
 */
export function differences(declared: DeclaredFunction, code: CodePackage, found: DeployedFunction): string[] {
  const wrong: string[] = [];
  const compare = (what: string, wanted: string | number, actual: string | number): void => {
    if (wanted !== actual) wrong.push(`${what}应为 ${wanted}，读回来是 ${actual === '' ? '空' : actual}`);
  };
  compare('状态', 'Active', found.status);
  if (found.status !== 'Active' && found.reason !== '') wrong.push(found.reason);
  compare('运行时', declared.runtime, found.runtime);
  compare('入口', declared.handler, found.handler);
  compare('超时秒数', declared.timeout, found.timeout);
  compare('内存', declared.memorySize, found.memorySize);
  compare('环境变量', listed(Object.keys(declared.envVariables)), listed(Object.keys(found.variables)));
  const timers = (declared.triggers ?? []).map(({ name, config }) => `${name} ${config}`);
  compare('定时器', listed(timers), listed(found.timers.map(({ name, config }) => `${name} ${config}`)));
  compare('版本', buildName(code), found.build);
  if (found.codeSize <= 0) wrong.push('读回来没有代码');
  return wrong;
}

const listed = (names: readonly string[]): string => (names.length === 0 ? '无' : [...names].sort().join('、'));

/**
 * What the hash that the platform tells says of the code that runs now.
 *
 * - `same`: it is ours, byte for byte.
 * - `repacked`: the platform packs in its own way, so the hashes cannot be compared.
 * - `stale`: another build was there before, and its code still is.
 */
export type CodeState = 'same' | 'repacked' | 'stale' | 'unknown';

type Build = Pick<DeployedFunction, 'build' | 'codeSha256'>;

export function codeState(code: CodePackage, before: Build | null, after: Build): CodeState {
  if (after.codeSha256 === null) return 'unknown';
  if (isHash(code.sha256, after.codeSha256)) return 'same';
  const isOtherBuild = before !== null && before.build !== buildName(code);
  return isOtherBuild && before.codeSha256 === after.codeSha256 ? 'stale' : 'repacked';
}

/** The platform's documents do not say in which letters it writes a hash. */
const isHash = (hex: string, told: string): boolean =>
  told.toLowerCase() === hex || told === Buffer.from(hex, 'hex').toString('base64');

/** Timers that are not declared: they would go on running the jobs at hours nobody remembers. */
export const undeclaredTimers = (declared: DeclaredFunction, found: DeployedFunction): string[] =>
  found.timers
    .map(({ name }) => name)
    .filter((name) => !(declared.triggers ?? []).some((timer) => timer.name === name));
