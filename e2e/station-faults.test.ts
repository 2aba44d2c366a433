import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionName, AnswerFor, InputFor } from '../types/contracts';
import { StationId } from '../types/ids';
import { whileDying } from './dying';
import { notAcrossMidnight } from './one-day';
import type { Served } from './served';
import { insist as insistOn, serve } from './served';

const PHONES = 500;
const TAPS = 3;

/** NO.99, where water is given by scan. */
const stationId = StationId.parse('jinqiaozhenhuwaizhigongaixinjielizhan');
const head = 'persona:station-head';

describe('a station while the machine dies', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const dataFile = path.join(folder, 'data.sqlite');
  let served: Served;

  beforeAll(async () => {
    served = await serve(dataFile, 0);
  });
  afterAll(async () => {
    await served.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  const insist = async <Name extends ActionName>(token: string, name: Name, input: InputFor<Name>) =>
    insistOn(() => served.address, token, name, input);
  const must = async <Name extends ActionName>(
    token: string,
    name: Name,
    input: InputFor<Name>,
  ): Promise<Extract<AnswerFor<Name>, { ok: true }>['value']> => {
    const answer = await insist(token, name, input);
    if (!answer.ok) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
    return answer.value as never;
  };
  const desk = () => must(head, 'station.showDesk', { stationId });

  const restart = async (): Promise<void> => {
    await served.kill('SIGKILL');
    served = await serve(dataFile, served.port);
  };

  it('counts 500 phones once each, three taps a phone, two kills', async () => {
    await notAcrossMidnight();
    const before = await desk();
    const fresh = { count: 0 };
    const tap = (phone: number) => async () => {
      const { isNew } = await must(`tester:phone-${phone}`, 'station.checkIn', {
        code: before.doorCode,
        stationId: null,
        place: null,
        occupation: phone % 2 === 0 ? 'courier' : 'food-delivery',
        visitorKey: null,
      });
      if (isNew) fresh.count += 1;
    };
    const taps = Array.from({ length: PHONES * TAPS }, (_, nth) => tap(nth % PHONES));
    await whileDying(taps, [0.2, 0.6], restart);
    const after = await desk();
    expect(after.visitsToday - before.visitsToday).toBe(PHONES);
    // A kill may swallow the yes of a visit that was counted; the retry then hears that it was.
    expect(fresh.count).toBeLessThanOrEqual(PHONES);
    expect(fresh.count).toBeGreaterThan(PHONES - 2 * 32);
  });

  it('gives the last ten bottles to ten of a hundred people, a kill in between', async () => {
    const newKey = () => randomBytes(16).toString('base64url') as never;
    const { bottles, doorCode } = await desk();
    const wanted = { stationId, bottles: 10 - (bottles ?? 0), requestKey: newKey() };
    if (wanted.bottles !== 0) await must(head, 'station.restock', wanted);
    expect((await desk()).bottles).toBe(10);
    const answers: AnswerFor<'station.takeWater'>[] = [];
    const take = (person: number) => async () => {
      answers.push(
        await insist(`tester:thirsty-${person}`, 'station.takeWater', { code: doorCode, requestKey: newKey() }),
      );
    };
    // Each keeps one request for all its retries: `insist` sends the same input again.
    await whileDying(
      Array.from({ length: 100 }, (_, person) => take(person)),
      [0.05],
      restart,
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ refusal: 'none-left' });
    expect((await desk()).bottles).toBe(0);
    const queue = await must(head, 'review.listPending', {});
    expect(queue.items.filter((item) => item.kind === 'supply' && item.stationId === stationId)).toHaveLength(1);
  });
});
