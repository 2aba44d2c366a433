import { spawn } from 'node:child_process';
import path from 'node:path';
import { collections } from '../../cloudfunctions/runtime/collections';
import { root } from '../places';
import type { FakeState } from './testing/fake-actions';
import { emptyState } from './testing/fake-actions';
import type { Rehearsal } from './testing/rehearsal';
import { rehearse } from './testing/rehearsal';

type Ended = { readonly code: number | null; readonly words: string };

/** Runs a command as a person would, with nothing in its environment but what is given. */
function command(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const program = path.join(root, 'scripts', script);
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], {
    cwd: root,
    env: { PATH, ...environment },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, words: said })));
}

/** Set, so that a developer's own `.env` does not count, and still nothing. */
const nothing = { CLOUD_ENV: '', TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' };

describe('the commands', () => {
  it.each(['provision.ts', 'deploy.ts', 'smoke.ts'])(
    '%s says in one sentence what is missing, and fails',
    async (script) => {
      const { code, words } = await command(script, [], { ...nothing, CLOUD_ENV: 'union-test' });
      expect(code).toBe(1);
      expect(words.trim()).toBe(
        '还不能连接云端：缺少 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY。请写进项目根目录的 .env（样例 .env.example），步骤见 docs/deploy.md。',
      );
    },
  );

  it('deploy.ts draws new keys without a cloud, and says which must never change', async () => {
    const { code, words } = await command('deploy.ts', ['--new-keys'], nothing);
    expect(code).toBe(0);
    expect(words).toMatch(/^SEALING_KEYS=k1:[A-Za-z0-9+/]{43}=$/m);
    expect(words).toContain('FINGERPRINT_KEY 永远不能更换');
  });

  it('provision.ts asks for all that an appointment needs', async () => {
    const { code, words } = await command('provision.ts', ['--administrator', 'somebody'], nothing);
    expect(code).toBe(1);
    expect(words).toContain('--administrator <人员编号> --union <工会编号> --name <姓名>');
  });

  describe('against a platform', () => {
    let rehearsal: Rehearsal;
    let state: FakeState;

    beforeAll(async () => {
      rehearsal = await rehearse();
    });
    afterAll(() => rehearsal.stop());
    beforeEach(() => {
      state = emptyState();
    });

    const provisionCommand = async (words: readonly string[]): Promise<Ended> => {
      const { fake } = await rehearsal.play(state);
      return command('provision.ts', words, {
        CLOUD_ENV: 'union-test',
        TENCENTCLOUD_SECRETID: 'AKIDtest',
        TENCENTCLOUD_SECRETKEY: 'secret-of-the-test',
        TENCENTCLOUD: 'true',
        TCB_BASE_URL: fake.address,
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${fake.address}/admin` }),
      });
    };

    it('provision.ts ends with 0 when the database is as declared', async () => {
      const { code, words } = await provisionCommand(['--seed']);
      expect(words).toContain('✓ 数据库与声明一致。');
      expect(words).not.toContain('secret-of-the-test');
      expect(code).toBe(0);
      expect(state.collections.size).toBe(collections.length);
    });

    it('provision.ts ends with 1 when something is left undone', async () => {
      state.collide.add('card-number');
      const { code, words } = await provisionCommand([]);
      expect(words).toContain('✗ 数据库与声明不一致。');
      expect(code).toBe(1);
    });

    it('provision.ts ends with 1 when the platform does not know who asks', async () => {
      const { fake } = await rehearsal.play(state);
      const { code, words } = await command('provision.ts', [], {
        ...{ CLOUD_ENV: 'union-test', TENCENTCLOUD_SECRETID: 'AKIDother', TENCENTCLOUD_SECRETKEY: 'wrong' },
        TCB_BASE_URL: fake.address,
      });
      expect(words).toContain('AuthFailure.SignatureFailure');
      expect(code).toBe(1);
    });
  });
});
