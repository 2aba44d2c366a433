import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collections } from '../cloudfunctions/runtime/collections';
import { itIs } from '../cloudfunctions/testing/calendar';
import { openLocalCloud } from '../emulator/local-cloud';
import { functionsDirectory } from '../scripts/build-functions';
import { keysBeside } from '../scripts/local-keys';
import type { ActionName, AnswerFor, InputFor } from '../types/contracts';
import type { QuotaGroup } from '../types/event-kind';
import { guardianConsentVersion } from '../types/event';
import type { EventId } from '../types/ids';
import { StationId, UnionId } from '../types/ids';
import { EpochMs } from '../types/time';
import type { Served } from './served';
import { insist as insistOn, serve } from './served';
import { whileDying } from './dying';

const HOUR_MS = 3_600_000;
const clerk = 'persona:clerk';
const newKey = () => randomBytes(16).toString('base64url') as never;

type Quotas = InputFor<'event.save'>['form']['quotas'];
type Row = {
  readonly state: string;
  readonly personId: string;
  readonly claim: string;
  readonly people: number;
  readonly group: QuotaGroup | null;
  readonly groups: readonly QuotaGroup[];
  readonly orderKey: string;
  readonly registeredAt: number;
};
type Live = {
  readonly places: Record<string, number>;
  readonly free: Record<string, number>;
  readonly holders: Record<string, { group: string; people: number; claim: string; at: number; until: number | null }>;
};

describe('an event while the machine dies', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const dataFile = path.join(folder, 'data.sqlite');
  const started = Date.now();
  let served: Served | null = null;

  beforeAll(async () => {
    served = await serve(dataFile, 0);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await served?.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  const running = (): Served => {
    if (served === null) throw new Error('Nothing is served any more.');
    return served;
  };
  const restart = async (): Promise<void> => {
    const dying = running();
    await dying.kill('SIGKILL');
    served = await serve(dataFile, dying.port);
  };
  const insist = <Name extends ActionName>(token: string, name: Name, input: InputFor<Name>) =>
    insistOn(() => running().address, token, name, input);
  const must = async <Name extends ActionName>(
    token: string,
    name: Name,
    input: InputFor<Name>,
  ): Promise<Extract<AnswerFor<Name>, { ok: true }>['value']> => {
    const answer = await insist(token, name, input);
    if (!answer.ok) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
    return answer.value as never;
  };

  /** A lecture in two days' time, open for registration now. */
  async function publish(title: string, quotas: Quotas, family: InputFor<'event.save'>['form']['family']) {
    const at = (hours: number): EpochMs => EpochMs.parse(started + hours * HOUR_MS);
    const { eventId, revision } = await must(clerk, 'event.save', {
      eventId: null,
      revision: 0,
      requestKey: newKey(),
      form: {
        title,
        kind: 'lecture',
        cover: 'dawn',
        text: '名额有限。',
        provider: null,
        unionId: UnionId.parse('beicai'),
        stationId: StationId.parse('jinqiaozhenhuwaizhigongaixinjielizhan'),
        zoneId: null,
        sessions: [{ startsAt: at(100), endsAt: at(102) }],
        opensAt: at(-1),
        closesAt: at(90),
        cancelBy: at(90),
        audience: { who: 'everyone', occupations: [], age: null },
        quotas,
        places: 'first-come',
        family,
        fields: [],
        walkIns: false,
        fee: null,
        programme: null,
        contact: null,
      },
    });
    await must(clerk, 'event.publish', { eventId, revision });
    return eventId;
  }

  /** Rows and places as they are stored once everything half done has been made good. */
  async function settled(eventId: EventId) {
    const environment = keysBeside(dataFile);
    const cloud = await openLocalCloud({
      dataFile,
      collections,
      functions: { directory: functionsDirectory },
      environment,
      strict: true,
    });
    itIs(EpochMs.parse(Date.now() + 5 * 60_000));
    for (let nth = 0; nth < 3; nth += 1) await cloud.call('event', {}, { timer: 'everyMinute' });
    const event = cloud.documents('events').get(eventId) as unknown as { live: Live };
    const rows = cloud.documents('registrations').find({ eventId }) as unknown as Row[];
    jest.useRealTimers();
    cloud.close();
    return { live: event.live, rows };
  }

  function expectWhole({ live, rows }: Awaited<ReturnType<typeof settled>>): void {
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
    for (const [group, places] of Object.entries(live.places)) {
      const held = Object.values(live.holders).filter((holder) => holder.group === group);
      expect(held.reduce((sum, { people }) => sum + people, 0) + (live.free[group] ?? 0)).toBe(places);
      expect(live.free[group]).toBeGreaterThanOrEqual(0);
    }
    const living = rows.filter(({ state }) => state === 'confirmed' || state === 'offered');
    expect(
      living.map(({ personId, claim, people, group }) => ({ personId, claim, people, group })).sort(byPerson),
    ).toEqual(
      Object.entries(live.holders)
        .map(([personId, { claim, people, group }]) => ({ personId, claim, people, group }))
        .sort(byPerson),
    );
  }

  it('gives 200 places to 2,000 people, half for men and half for women, three kills, 30 % cancelling', async () => {
    const eventId = await publish(
      '两千人抢两百个名额',
      [
        { group: 'men', places: 100 },
        { group: 'women', places: 100 },
      ],
      null,
    );
    const said = new Map<number, string>();
    /** When somebody was told where they stand, by their request key. */
    const heardAt = new Map<string, number>();
    const wishes = Array.from({ length: 2_000 }, (_, nth) => async () => {
      const token = `tester:guest-${nth}`;
      const requestKey = newKey();
      const own = await must(token, 'event.register', {
        eventId,
        requestKey,
        slip: null,
        name: '测试员',
        quota: nth % 2 === 0 ? 'men' : 'women',
        children: [],
        guardianConsent: null,
        saysAge: false,
        answers: {},
      });
      said.set(nth, own.state);
      heardAt.set(requestKey, Date.now());
      if (nth % 10 < 3) said.set(nth, (await must(token, 'event.cancel', { eventId, reason: null })).state);
    });
    await whileDying(wishes, [0.2, 0.5, 0.8], restart);

    const families = await publish('亲子手工', [{ group: 'anyone', places: 100 }], {
      mostChildren: 3,
      ageFrom: 3,
      ageUpTo: 14,
    });
    const units = Array.from({ length: 200 }, (_, nth) => async () => {
      const token = `tester:family-${nth}`;
      const children = Array.from({ length: nth % 4 }, (_child, place) => ({ name: `孩子${place}`, age: 6 }));
      await must(token, 'event.register', {
        eventId: families,
        requestKey: newKey(),
        slip: null,
        name: '测试员',
        quota: null,
        children,
        guardianConsent: children.length === 0 ? null : guardianConsentVersion,
        saysAge: false,
        answers: {},
      });
      if (nth % 10 < 3) await must(token, 'event.cancel', { eventId: families, reason: null });
    });
    await whileDying(units, [0.5], restart);
    await running().kill('SIGINT');
    served = null;

    const big = await settled(eventId);
    expectWhole(big);
    expect(big.rows).toHaveLength(2_000);
    // Nobody took up an offer, so whoever has a place was given it on registering; the rest is offered.
    const confirmed = big.rows.filter(({ state }) => state === 'confirmed').length;
    const offered = big.rows.filter(({ state }) => state === 'offered').length;
    expect(confirmed + offered).toBe(200);
    expect(big.live.free).toEqual({ men: 0, women: 0 });
    expect(big.rows.filter(({ state }) => state === 'cancelled')).toHaveLength(600);
    expect(big.rows.filter(({ state }) => state === 'waiting')).toHaveLength(2_000 - 600 - 200);
    for (const group of ['men', 'women'] as const) {
      const line = big.rows
        .filter(({ groups }) => groups.includes(group))
        .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1));
      // In the stated order: nobody who had been told that they wait is passed over. Whoever was still on the way when a
      // place was given is not on the list yet, though they may have set out before somebody who is.
      const waiting = line.filter(({ state }) => state === 'waiting');
      const passedOver = line
        .filter(({ state }) => state === 'offered')
        .flatMap((offered) => {
          const givenAt = big.live.holders[offered.personId]?.at ?? NaN;
          return waiting.filter(
            ({ orderKey, claim }) => orderKey < offered.orderKey && !((heardAt.get(claim) ?? NaN) >= givenAt),
          );
        });
      expect(passedOver).toEqual([]);
      expect(waiting.every(({ claim }) => heardAt.has(claim))).toBe(true);
    }
    // What a phone was told holds, but that a waiting one may have been offered a place since.
    const told = [...said.values()];
    expect(told.filter((state) => state === 'cancelled')).toHaveLength(600);
    expect(told.filter((state) => state === 'confirmed').length).toBe(confirmed);

    const small = await settled(families);
    expectWhole(small);
    expect(small.rows).toHaveLength(200);
    // No family that fits is kept waiting while places are free, unless they are kept for one that was passed over.
    const free = small.live.free['anyone'] ?? 0;
    const waiting = small.rows.filter(({ state }) => state === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    const fitting = waiting.filter(({ people }) => people <= free);
    expect(fitting.length === 0 || (small.live as { keptFor?: string | null }).keptFor !== null).toBe(true);
  });
});

const byPerson = (one: { personId: string }, other: { personId: string }): number =>
  one.personId < other.personId ? -1 : 1;
