import { startEmulator } from '../emulator';
import type { EmulatorOptions } from '../options';

const closed = { name: 'members', indexes: [] } as const;
const open = { name: 'notices', indexes: [], acl: 'READONLY' } as const;
const options = (more: Partial<EmulatorOptions>): EmulatorOptions & { port: number } => ({
  port: 0,
  dataFile: ':memory:',
  collections: [closed],
  functions: { handlers: {} },
  ...more,
});

describe('a client that asks the database by itself', () => {
  it.each(['members', 'notices', 'nothing'])('reads nothing of %s', async (collectionName) => {
    const emulator = await startEmulator(options({ collections: [closed, open] }));
    emulator.documents('members').insert({ _id: 'lin', phone: '13800000001' });
    const answer = await fetch(`${emulator.address}/web?env=local-env`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: emulator.address },
      body: JSON.stringify({ action: 'database.getDocument', collectionName, query: '{}', queryType: 'WHERE' }),
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'DATABASE_PERMISSION_DENIED' });
    expect(text).not.toContain('13800000001');
    await emulator.stop();
  });
});

describe('a collection that clients could read in the cloud', () => {
  it('is a warning', async () => {
    const emulator = await startEmulator(options({ collections: [closed, open] }));
    expect(emulator.journal.warnings.list().map(({ text }) => text)).toEqual([
      '集合 notices 的权限是 READONLY：在云上，小程序和网页能绕过云函数直接读它。请改为 ADMINONLY（仅管理端可读写）',
    ]);
    await emulator.stop();
  });

  it('is refused in strict mode', async () => {
    await expect(startEmulator(options({ collections: [open], strict: true }))).rejects.toThrow(
      'notices 的权限是 READONLY',
    );
  });
});
