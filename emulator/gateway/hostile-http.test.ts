import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({
    port: 0,
    dataFile: ':memory:',
    collections: [{ name: 'things', indexes: [] }],
    functions: { handlers: { echo: (event) => event } },
  });
});
afterAll(() => emulator.stop());

const post = async (path: string, body: string, type = 'application/json'): Promise<unknown> =>
  (
    await fetch(`${emulator.address}${path}`, { method: 'POST', headers: { 'content-type': type }, body })
  ).json() as Promise<unknown>;

describe('a body that nests without end', () => {
  const endless = '['.repeat(2_000_000);

  it('is refused by /admin before it is parsed', async () => {
    expect(await post('/admin', endless)).toEqual({
      code: 'INVALID_PARAM',
      message: 'a request may nest 256 levels deep at most',
    });
    expect(await post('/admin', `{"action":"database.getDocument","query":${endless}`)).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});
