import path from 'node:path';
import { functionsDirectory } from '../build-functions';
import { packageCode } from './code-package';
import { unionRecords } from '../seed/directory';
import { declaredFunctions } from './declared-functions';
import type { Build, DeployWish } from './deploy';
import { deploy } from './deploy';
import { newKeys } from './keys';
import type { Environment } from './settings';
import { smoke } from './smoke';
import type { FakeState } from './testing/fake-actions';
import { emptyState } from './testing/fake-actions';
import type { FakeTencent } from './testing/fake-tencent';
import type { Rehearsal } from './testing/rehearsal';
import { rehearse } from './testing/rehearsal';

const declared = declaredFunctions();
const built: Build = () => Promise.resolve((name) => packageCode(path.join(functionsDirectory, name)));

/** Another build: what it is made of does not matter here. */
const rebuilt: Build = () => Promise.resolve(() => packageCode(path.join(__dirname, 'testing')));

describe('deploying the functions', () => {
  let rehearsal: Rehearsal;
  let state: FakeState;
  let said: string[];

  beforeAll(async () => {
    rehearsal = await rehearse();
    rehearsal.emulator.documents('unions').insertMany(unionRecords());
  });
  afterAll(() => rehearsal.stop());

  beforeEach(() => {
    state = emptyState();
    said = [];
  });

  type Run = { readonly isDone: boolean; readonly fake: FakeTencent };

  const run = async (
    wish: Partial<DeployWish> = {},
    environment: Environment = rehearsal.environment,
    build = built,
  ): Promise<Run> => {
    const { cloud, fake } = await rehearsal.play(state);
    said = [];
    const whole = { declared, only: null, allowKeyChange: false, ...wish };
    return { isDone: await deploy(cloud, whole, environment, build, (line) => said.push(line)), fake };
  };

  const deployedStation = () => {
    const found = state.functions.get('station');
    if (found === undefined) throw new Error('There is no station function.');
    return found;
  };

  it('deploys every function, reads it back and calls it', async () => {
    const { isDone } = await run();
    expect(said.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(isDone).toBe(true);
    expect([...state.functions.keys()].sort()).toEqual([
      'duty',
      'event',
      'matchmaking',
      'member',
      'notice',
      'review',
      'station',
    ]);
    expect(state.functions.get('member')).toMatchObject({
      Runtime: 'Nodejs20.19',
      Handler: 'index.main',
      Timeout: 60,
      InstallDependency: 'FALSE',
    });
    expect(said.join('\n')).toContain('✓ station.listStreets          答复符合约定');
    expect(said.join('\n')).toContain('代码与本机一致');
  });

  it('replaces what runs, all variables at once, and puts one timer in place of another', async () => {
    await run();
    const member = state.functions.get('member');
    member?.variables.push({ Key: 'OLD', Value: 'kept by nobody' });
    member?.timers.push({ TriggerName: 'everyHour', Type: 'timer', TriggerDesc: '17 0 * * * * *' });
    const { isDone } = await run({ only: 'member' }, rehearsal.environment, rebuilt);
    expect(isDone).toBe(true);
    expect(member?.variables.map(({ Key }) => Key)).not.toContain('OLD');
    expect(member?.timers.map(({ TriggerName }) => TriggerName)).toEqual(['everyFiveMinutes']);
    expect(said).toContain('· member：删除多余的定时器 everyHour');
  });

  it('deploys one function and leaves the others alone', async () => {
    await run({ only: 'station' });
    expect([...state.functions.keys()]).toEqual(['station']);
  });

  it('fails and says why when the platform cannot create a function', async () => {
    state.failToCreate.add('station');
    const { isDone } = await run({ only: 'station' });
    expect(isDone).toBe(false);
    expect(said.join('\n')).toContain('no room');
  });

  it('fails when the function came to be with another runtime', async () => {
    state.otherRuntime.add('station');
    const { isDone } = await run({ only: 'station' });
    expect(isDone).toBe(false);
    expect(said).toContain('✗ station：运行时应为 Nodejs20.19，读回来是 Nodejs8.9');
  });

  it('touches nothing when the function that runs has another runtime', async () => {
    await run({ only: 'station' });
    deployedStation().Runtime = 'Nodejs8.9';
    await expect(run({ only: 'station' })).rejects.toThrow('建立后不能改成 Nodejs20.19');
  });

  it('fails when the platform says yes to new code and keeps the old', async () => {
    await run({ only: 'station' });
    state.keepCode.add('station');
    const { isDone } = await run({ only: 'station' }, rehearsal.environment, rebuilt);
    expect(isDone).toBe(false);
    expect(said).toContain('✗ station：代码没有换成新的：读回来的哈希与部署前相同');
  });

  it('deploys the same code again without complaint', async () => {
    await run({ only: 'station' });
    expect((await run({ only: 'station' })).isDone).toBe(true);
  });

  it('asks for missing keys before it touches anything', async () => {
    await expect(run({}, { ...rehearsal.environment, SEALING_KEYS: '' })).rejects.toThrow('缺少 SEALING_KEYS');
    expect(state.functions.size).toBe(0);
  });

  it('refuses keys that would lose what is stored, also when another function alone is deployed', async () => {
    await run({ only: 'member' });
    const FINGERPRINT_KEY = /FINGERPRINT_KEY=(.*)/.exec(newKeys())?.[1] ?? '';
    const environment = { ...rehearsal.environment, FINGERPRINT_KEY };
    await expect(run({ only: 'station' }, environment)).rejects.toThrow('所有人都会变成陌生人');
    expect(state.functions.has('station')).toBe(false);
  });

  it('never prints or sends a value where a name will do', async () => {
    const { fake } = await run({ only: 'member' });
    const secrets = ['SEALING_KEYS', 'FINGERPRINT_KEY', 'WECHAT_APP_SECRET', 'TENCENTCLOUD_SECRETKEY'];
    for (const name of secrets) {
      const value = rehearsal.environment[name] ?? '';
      expect(said.join('\n')).not.toContain(value.split(':').at(-1));
      const told = fake.asked.filter(({ fields }) => JSON.stringify(fields).includes(value));
      expect(told.filter(({ action }) => !/^(CreateFunction|UpdateFunctionConfiguration)$/.test(action))).toEqual([]);
    }
  });

  it('says by smoke which function does not answer as promised', async () => {
    await run({ only: 'station' });
    const { cloud } = await rehearsal.play(state);
    const lines: string[] = [];
    expect(await smoke(cloud.functions, ['station', 'review'], (line) => lines.push(line))).toBe(false);
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('✗ review.'))).toHaveLength(3);
    expect(lines.join('\n')).toContain('No function review');
  });
});
