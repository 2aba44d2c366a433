import type { CodePackage } from './code-package';
import type { DeclaredFunction } from './declared-functions';
import { namesWanted, variablesFor } from './declared-functions';
import { checkKeys, keysLost } from './keys';
import { codeState, differences, undeclaredTimers } from './read-back';
import type { CodeState } from './read-back';
import type { Environment } from './settings';
import { NotReady } from './settings';
import { smoke } from './smoke';
import type { Say } from './take-steps';
import { troubleOf } from './take-steps';
import type { DeployedFunction, TencentCloud } from './tencent';

export type DeployWish = {
  readonly declared: readonly DeclaredFunction[];
  /** One function, or null for all. */
  readonly only: string | null;
  /** For an environment that holds no data yet, or whose keys were never used. */
  readonly allowKeyChange: boolean;
};

/** Builds the functions and gives the code of one. */
export type Build = () => Promise<(name: string) => CodePackage>;

/**
 * Deploys, reads back what runs, and calls it.
 *
 * Everything that can be known beforehand is checked before the first change; a function that fails does not keep the
 * others back, but the whole counts as failed.
 *
 * @returns whether every function runs as declared and answers as its contract says
 */
export async function deploy(
  cloud: TencentCloud,
  wish: DeployWish,
  environment: Environment,
  build: Build,
  say: Say,
): Promise<boolean> {
  const chosen = wish.declared.filter(({ name }) => wish.only === null || name === wish.only);
  if (chosen.length === 0)
    throw new NotReady(
      `没有叫 ${wish.only ?? ''} 的云函数，只有 ${wish.declared.map(({ name }) => name).join('、')}。`,
    );
  checkKeys(environment, namesWanted(wish.declared));
  const running = await runningNow(cloud, wish.declared);
  refuseOtherRuntime(chosen, running);
  if (!wish.allowKeyChange) refuseLostKeys(wish.declared, running, environment);
  const codeOf = await build();
  const packages = new Map(chosen.map(({ name }) => [name, codeOf(name)]));
  let isDone = true;
  for (const declared of chosen) {
    const code = packages.get(declared.name);
    if (code === undefined) continue;
    const troubles = await deployOne(cloud, declared, environment, code, running.get(declared.name) ?? null, say);
    for (const trouble of troubles) say(`✗ ${declared.name}：${trouble}`);
    if (troubles.length > 0) isDone = false;
  }
  const answers = await smoke(
    cloud.functions,
    chosen.map(({ name }) => name),
    say,
  );
  say(isDone && answers ? '✓ 部署完成，读回与试调都符合声明。' : '✗ 部署没有完成。');
  return isDone && answers;
}

type Running = ReadonlyMap<string, DeployedFunction>;

async function runningNow({ functions }: TencentCloud, declared: readonly DeclaredFunction[]): Promise<Running> {
  const running = new Map<string, DeployedFunction>();
  for (const { name } of declared) {
    const found = await functions.find(name);
    if (found !== null && found.status !== 'CreateFailed') running.set(name, found);
  }
  return running;
}

function refuseOtherRuntime(chosen: readonly DeclaredFunction[], running: Running): void {
  for (const { name, runtime } of chosen) {
    const found = running.get(name);
    if (found !== undefined && found.runtime !== runtime)
      throw new NotReady(
        `${name} 在云端的运行时是 ${found.runtime}，建立后不能改成 ${runtime}：请先在控制台删除这个函数，再部署。`,
      );
  }
}

/** Asked of every function, also of those that stay as they are: they read each other's documents. */
function refuseLostKeys(declared: readonly DeclaredFunction[], running: Running, environment: Environment): void {
  for (const each of declared) {
    const lost = keysLost(running.get(each.name)?.variables ?? {}, variablesFor(each, environment));
    if (lost !== null)
      throw new NotReady(`${each.name}：${lost}。什么都没有改。确定数据库还没有数据时，可加 --allow-key-change。`);
  }
}

async function deployOne(
  { functions }: TencentCloud,
  declared: DeclaredFunction,
  environment: Environment,
  code: CodePackage,
  before: DeployedFunction | null,
  say: Say,
): Promise<string[]> {
  const { name } = declared;
  say(`· ${name}：${before === null ? '新建' : '更新'}，代码 ${Math.ceil(code.zip.length / 1024)} KB`);
  try {
    await functions.deploy(declared, variablesFor(declared, environment), code);
    const first = await functions.find(name);
    if (first === null) return ['部署后读不到这个函数'];
    const surplus = undeclaredTimers(declared, first);
    for (const timer of surplus) {
      await functions.deleteTimer(name, timer);
      say(`· ${name}：删除多余的定时器 ${timer}`);
    }
    const after = surplus.length === 0 ? first : await functions.find(name);
    if (after === null) return ['部署后读不到这个函数'];
    const state = codeState(code, before, after);
    const wrong = differences(declared, code, after);
    if (state === 'stale') wrong.push('代码没有换成新的：读回来的哈希与部署前相同');
    if (wrong.length === 0) say(`✓ ${name}：${readBackWords(after, state, code)}`);
    return wrong;
  } catch (error) {
    return [troubleOf(error)];
  }
}

const codeWords: Readonly<Record<CodeState, string>> = {
  same: '代码与本机一致',
  repacked: '代码由平台另行打包（哈希不可比）',
  stale: '代码是旧的',
  unknown: '代码哈希读不到',
};

/** Names of variables, never values. */
const readBackWords = (found: DeployedFunction, state: CodeState, code: CodePackage): string =>
  [
    found.runtime,
    found.status,
    `${codeWords[state]} ${code.sha256.slice(0, 12)}`,
    `变量 ${Object.keys(found.variables).sort().join('、')}`,
    `定时器 ${found.timers.map(({ config }) => config).join('、') || '无'}`,
  ].join('，');
