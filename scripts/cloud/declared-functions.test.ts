import path from 'node:path';
import { build } from 'esbuild';
import { contracts } from '../../types/contracts';
import type { Contract } from '../../types/contract';
import { functionNames } from '../build-functions';
import { root } from '../places';
import { declaredFunctions, namesWanted, variablesFor } from './declared-functions';
import { smokeChecks } from './smoke';

const declared = declaredFunctions();
const domains: Readonly<Record<string, Contract>> = contracts;

/** The names that a function's bundle asks the environment for. */
async function settingsRead(name: string): Promise<string[]> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'cloudfunctions', name, 'index.ts')],
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['@cloudbase/node-sdk'] },
  });
  const text = outputFiles[0]?.text ?? '';
  return [...new Set([...text.matchAll(/\bsetting\d*\("([A-Z_]+)"\)/g)].map(([, found]) => found ?? ''))].sort();
}

describe('cloudbaserc.json', () => {
  it('declares one function for every domain that has a contract, and for nothing else', () => {
    expect(declared.map(({ name }) => name).sort()).toEqual(Object.keys(domains).sort());
    expect(declared.map(({ name }) => name).sort()).toEqual(functionNames().sort());
  });

  it('has a timer exactly where a contract has work for one', () => {
    const waiting = Object.entries(domains).filter(([, contract]) =>
      Object.values(contract).some(({ caller }) => caller === 'timer'),
    );
    const timed = declared.filter(({ triggers }) => triggers !== undefined);
    expect(timed.map(({ name }) => name).sort()).toEqual(waiting.map(([name]) => name).sort());
  });

  it('gives timers seven fields and a second when not everybody’s timers go off', () => {
    const seconds = declared.flatMap(({ triggers = [] }) => triggers.map(({ config }) => config.split(' ')));
    for (const fields of seconds) {
      expect(fields).toHaveLength(7);
      expect(Number(fields[0]) % 2).toBe(1);
    }
    expect(new Set(seconds.map(([second]) => second)).size).toBe(seconds.length);
  });

  it.each(declared.map(({ name, envVariables }) => [name, envVariables] as const))(
    'gives %s the variables that its code reads, and no key that it does not',
    async (name, envVariables) => {
      expect(Object.keys(envVariables).sort()).toEqual([...(await settingsRead(name)), 'TZ'].sort());
    },
  );

  it('runs everything on the runtime that cannot be changed later, with nothing to install', () => {
    for (const { runtime, handler, installDependency } of declared) {
      expect({ runtime, handler, installDependency }).toEqual({
        ...{ runtime: 'Nodejs20.19', handler: 'index.main', installDependency: false },
      });
    }
  });

  it('takes secrets from outside and holds none', () => {
    const [member] = declared.filter(({ name }) => name === 'member');
    if (member === undefined) throw new Error('There is no member function.');
    expect(namesWanted(declared)).toEqual([
      'SEALING_KEYS',
      'FINGERPRINT_KEY',
      'WECHAT_APP_ID',
      'WECHAT_APP_SECRET',
      'DOOR_KEY',
    ]);
    expect(variablesFor(member, { SEALING_KEYS: ' k1:… ' })).toMatchObject({
      SEALING_KEYS: 'k1:…',
      TZ: 'Asia/Shanghai',
    });
  });
});

describe('the smoke test', () => {
  it.each(Object.keys(domains))('tries the doors of %s', (domain) => {
    const expectations = smokeChecks(domain).map(({ expects }) => expects);
    expect(expectations).toContain('拒绝 action-unknown');
    if (Object.values(domains[domain] ?? {}).some(({ caller }) => caller === 'timer'))
      expect(expectations).toContain('拒绝 not-allowed');
  });

  it('asks member.showSelf who one is, without saying who one is', () => {
    const showSelf = smokeChecks('member').find(({ action }) => action === 'showSelf');
    expect(showSelf?.holds({ ok: false, refusal: 'sign-in-needed' })).toBe(true);
    expect(showSelf?.holds({ ok: true, value: {} })).toBe(false);
    expect(showSelf?.holds(null)).toBe(false);
  });

  it('is not content with a list of streets in another form', () => {
    const list = smokeChecks('station').find(({ action }) => action === 'listStreets');
    expect(list?.holds({ ok: true, value: { streets: [] } })).toBe(true);
    expect(list?.holds({ ok: true, value: { streets: [{ street: '北蔡镇' }] } })).toBe(false);
    expect(list?.holds({ ok: false, fault: 'request-1' })).toBe(false);
  });
});
