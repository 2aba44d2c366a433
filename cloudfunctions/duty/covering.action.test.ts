import * as fc from 'fast-check';
import type { AnswerFor } from '../../types/contracts';
import type { ShiftId } from '../../types/ids';
import { StationId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aTemplate, aVolunteer, dutyNow, numberOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, atTheDoor, comes, counts, keyOf, leaves, printedAt } from '../testing/taps';
import { verifyChain } from './chain';
import type { BookEntry } from './hours-records';
import { wantedOf } from './shift-index';
import type { ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';

const station = StationId.parse('beicai-1');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Six on a Monday morning. */
const sunrise = EpochMs.parse(dutyNow - 240 * MINUTE);
const people = Array.from({ length: 12 }, (_, nth) => `阿姨${nth + 1}`);
const everyDay = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  firstDay: ShanghaiDay.parse('2026-11-23'),
  lastDay: ShanghaiDay.parse('2026-12-20'),
};
/** Mornings and afternoons by two, and a late shift across midnight by one. */
const templates = [
  aTemplate('上午班', everyDay),
  aTemplate('下午班', { ...everyDay, from: 780, until: 960 }),
  aTemplate('晚班', { ...everyDay, from: 1_290, until: 30, needs: [{ role: 'door', count: 1, skill: null }] }),
];

describe('a station that twelve volunteers keep open for four weeks', () => {
  let cloud: TestCloud;
  let head: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  /** Two are over seventy; the roster is made as its head makes it. */
  const begin = async (): Promise<void> => {
    cloud.reset();
    itIs(sunrise);
    cloud.store('stations').insert(aStation(station));
    cloud.appoint('head', 'station-head', 'beicai');
    head = cloud.as('head');
    for (const [nth, one] of people.entries())
      cloud.store('volunteers').insert(aVolunteer(one, cloud.as(one).personId, nth < 2 ? { birthYear: 1950 } : {}));
    const form = { templates, releaseHours: 0, swapNeedsHead: false };
    await head.must('duty.saveRoster', { stationId: station, revision: 0, form });
  };
  const shifts = () => cloud.store('shifts').find({}) as unknown as ShiftRecord[];
  const volunteers = () => cloud.store('volunteers').find({}) as unknown as VolunteerRecord[];
  const entries = () => cloud.store('hours-book').find({}) as unknown as BookEntry[];

  /** Whatever happened: nobody is at two places at a time, no shift has too many, and diaries say what shifts say. */
  const rosterHolds = (): void => {
    for (const { _id, diary } of volunteers()) {
      const spans = Object.values(diary).sort((one, other) => one.startsAt - other.startsAt);
      spans.slice(1).forEach((span, nth) => expect(span.startsAt).toBeGreaterThanOrEqual(spans[nth]?.endsAt ?? 0));
      const seated = shifts().filter(({ places, standby }) => Object.hasOwn({ ...places, ...standby }, _id));
      expect(Object.keys(diary).sort()).toEqual(seated.map((shift) => shift._id).sort());
    }
    for (const { places, needs } of shifts()) {
      const counted = Object.values(places).filter(({ isVacant }) => isVacant !== true);
      expect(counted.length).toBeLessThanOrEqual(needs[0]?.count ?? 0);
    }
  };

  it('has somebody in every place, though two of them may do half as much', async () => {
    await begin();
    expect(shifts()).toHaveLength(28 * 3);
    let taken = 0;
    for (let round = 0; round < 20; round += 1) {
      const before = taken;
      for (const name of people) {
        const { shifts: open } = await cloud.as(name).must('duty.listOpenShifts', { days: 28, from: null });
        const own = open.find(({ notMine }) => notMine.length === 0);
        if (own === undefined) continue;
        const requestKey = keyOf(`${name} ${own.shiftId}`);
        await cloud.as(name).must('duty.take', { shiftId: own.shiftId, role: 'door', requestKey });
        taken += 1;
      }
      if (taken === before) break;
    }
    expect(shifts().map(wantedOf)).toEqual(shifts().map(() => 0));
    expect(taken).toBe(28 * 5);
    rosterHolds();
    const { items } = await head.must('duty.listGaps', {});
    expect(items).toEqual([]);
  });

  const acts = [
    'take',
    'take',
    'take',
    'release',
    'ask',
    'agree',
    'undo',
    'come',
    'come',
    'tap',
    'go',
    'mark',
    'time',
    'time',
  ] as const;
  type Step = { readonly act: (typeof acts)[number]; readonly who: number; readonly what: number };
  /** What somebody did at a shift, as the test saw it. */
  type Seen = { came: number; sign: number; left: number | null };

  /** One run, with what the test remembers of it. */
  class Weeks {
    now: EpochMs = sunrise;
    done = 0;
    served = 0;
    private keys = 0;
    readonly seen = new Map<string, Seen>();
    private readonly asked: { readonly swapId: never; readonly from: string; readonly to: string }[] = [];

    private key = () => keyOf(`key ${(this.keys += 1)}`);

    private yes(answer: { readonly ok: boolean }): boolean {
      this.done += answer.ok ? 1 : 0;
      return answer.ok;
    }

    async perform({ act, who, what }: Step): Promise<void> {
      const name = people[who] ?? '';
      const phone = cloud.as(name);
      if (act === 'time') return this.pass(what);
      if (act === 'take') {
        const soon = shifts()
          .filter(({ endsAt }) => endsAt > this.now)
          .sort((one, other) => one.startsAt - other.startsAt);
        const shiftId = soon[what % 7]?._id;
        if (shiftId === undefined) return;
        this.yes(await phone.ask('duty.take', { shiftId, role: 'door', requestKey: this.key() }));
        return;
      }
      if (act === 'agree' || act === 'undo') {
        const swap = this.asked.at(-1 - (what % 2));
        if (swap === undefined) return;
        this.yes(await cloud.as(swap.to).ask('duty.answerSwap', { swapId: swap.swapId, answer: act }));
        return;
      }
      if (act === 'come' || act === 'tap' || act === 'go') return this.tap(act, name, what);
      const { upcoming } = await phone.must('duty.listOwnShifts', {});
      const own = upcoming[what % 3]?.shift.shiftId;
      if (own === undefined) return;
      if (act === 'release') this.yes(await phone.ask('duty.release', { shiftId: own }));
      if (act === 'mark') this.yes(await head.ask('duty.markMissed', { shiftId: own, number: numberOf(name) }));
      if (act === 'ask') await this.ask(phone, name, own, what);
    }

    /** Asks a colleague for one of theirs, or for nothing. */
    private async ask(phone: Phone, from: string, shiftId: ShiftId, what: number): Promise<void> {
      const found = await phone.ask('duty.listSwapPartners', { shiftId });
      const partners = found.ok ? found.value.partners : [];
      const partner = partners[what % Math.max(1, partners.length)];
      const to = people.find((one) => numberOf(one) === partner?.number);
      if (partner === undefined || to === undefined) return;
      const wanted = partner.shifts[0]?.shiftId ?? null;
      const answer = await phone.ask('duty.askSwap', { shiftId, to: partner.number, wanted, requestKey: this.key() });
      this.yes(answer);
      if (answer.ok) this.asked.push({ swapId: answer.value.swapId as never, from, to });
    }

    /** Somebody whose shift it is comes, taps or leaves; now and then somebody who has not come, or has left. */
    private async tap(act: 'come' | 'tap' | 'go', anybody: string, what: number): Promise<void> {
      const here = shifts().filter(
        ({ startsAt, endsAt }) => startsAt - 30 * MINUTE <= this.now && this.now < endsAt + 30 * MINUTE,
      );
      const seats = here.flatMap(({ _id, places }) =>
        Object.entries(places).map(([id, { state }]) => ({ shiftId: _id, id, isIn: state === 'on-duty' })),
      );
      const fitting = what % 9 === 0 ? seats : seats.filter(({ isIn }) => isIn === (act !== 'come'));
      const seat = fitting[what % Math.max(1, fitting.length)];
      const phone = cloud.as(people.find((one) => cloud.as(one).personId === seat?.id) ?? anybody);
      const shiftId = seat?.shiftId;
      if (shiftId === undefined) return;
      const doorCode = String(cloud.store('stations').find({ _id: station })[0]?.['doorCode']);
      const code = what % 2 === 0 ? printedAt(doorCode) : null;
      const tapped =
        act === 'come' ? comes(code) : act === 'go' ? leaves(code, atTheDoor, '有事先走') : counts(1 + (what % 3));
      const taps = [{ ...aTap('x', this.now, tapped), key: this.key() }];
      const answer: AnswerFor<'duty.recordTaps'> = await phone.ask('duty.recordTaps', {
        shiftId,
        phoneNow: this.now,
        taps,
      });
      if (!this.yes(answer) || !answer.ok || answer.value.outcomes[0]?.outcome !== 'new') return;
      const id = `${phone.personId}:${shiftId}`;
      const before = this.seen.get(id);
      if (act === 'come') this.seen.set(id, { came: this.now, sign: this.now, left: null });
      if (before !== undefined && act === 'tap') before.sign = this.now;
      if (before !== undefined && act === 'go') before.left = this.now;
    }

    /** A while; or to just before, into or after the next shift that somebody has taken. The timer rings. */
    private async pass(what: number): Promise<void> {
      const next = shifts()
        .filter(({ places, endsAt }) => Object.keys(places).length > 0 && endsAt + 40 * MINUTE > this.now)
        .sort((one, other) => one.startsAt - other.startsAt)[0];
      const minutes = (from: number, count: number) => from + count * MINUTE;
      const moments =
        next === undefined
          ? []
          : [
              minutes(next.startsAt, -20),
              minutes(next.startsAt, 25),
              minutes(next.startsAt, 100),
              minutes(next.endsAt, -5),
              minutes(next.endsAt, 12),
              minutes(next.endsAt, 41),
            ];
      const at = moments.filter((moment) => moment > this.now)[what % 2] ?? minutes(this.now, 20 + (what % 40));
      this.now = EpochMs.parse(at);
      itIs(this.now);
      await cloud.tick('duty');
    }

    /** Everything is over, and the timer has seen to it. */
    async end(): Promise<void> {
      for (const later of [DAY, 2 * DAY]) {
        itIs(this.now + later);
        for (let ring = 0; ring < 3; ring += 1) await cloud.tick('duty');
      }
    }
  }

  /** Minutes by evidence that the test itself would count for what it saw. */
  const expectedOf = ({ came, sign, left }: Seen, { startsAt, endsAt }: ShiftRecord): Record<string, number> => {
    const from = Math.max(came, startsAt - 15 * MINUTE);
    const minutes = (until: number, since: number) => Math.max(0, Math.floor((until - since) / MINUTE));
    if (left !== null) return { counted: minutes(Math.min(left, endsAt + 30 * MINUTE), from), assumed: 0 };
    const last = Math.max(from, sign);
    return { counted: minutes(last, from), assumed: minutes(endsAt, last) };
  };

  it('keeps roster, hours and books right, in whatever order they take, give back, exchange, come, leave and miss', async () => {
    const step = fc.record<Step>({
      act: fc.constantFrom(...acts),
      who: fc.nat(people.length - 1),
      what: fc.nat(60),
    });
    const sums = { done: 0, served: 0, runOut: 0, missed: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 110, maxLength: 150 }), async (steps) => {
        await begin();
        const weeks = new Weeks();
        for (const one of steps) await weeks.perform(one);
        rosterHolds();
        await weeks.end();
        const all = new Map(shifts().map((shift) => [String(shift._id), shift]));
        const written = new Map(entries().map((entry) => [`${entry.personId}:${entry.shiftId ?? ''}`, entry]));
        // Nobody has an hour who did not come, and whoever came has what they were there for.
        for (const id of written.keys()) expect([...weeks.seen.keys()]).toContain(id);
        for (const [id, seen] of weeks.seen) {
          const shift = all.get(id.split(':')[1] ?? '');
          if (shift === undefined || shift.endsAt > weeks.now) continue;
          const mix = written.get(id)?.mix ?? [];
          const assumed = mix.find(({ evidence }) => evidence === 'assumed')?.minutes ?? 0;
          const counted = mix.reduce((sum, { minutes }) => sum + minutes, 0) - assumed;
          expect({ id, counted, assumed }).toEqual({ id, ...expectedOf(seen, shift) });
          const evidences = mix.flatMap(({ evidence }) => (evidence === 'assumed' ? [] : [evidence]));
          for (const evidence of evidences)
            expect(seen.left === null ? ['tap'] : ['near', 'code-and-near']).toContain(evidence);
        }
        for (const { _id, chain } of volunteers()) {
          const own = entries().filter(({ personId }) => personId === _id);
          expect(chain.length).toBe(own.length);
          expect(await cloud.inside(() => Promise.resolve(verifyChain(own, chain)))).toBeNull();
        }
        for (const name of people) {
          const { total, entries: read } = await cloud.as(name).must('duty.listOwnHours', { before: null });
          expect(total).toBe(read.reduce((sum, { minutes }) => sum + minutes, 0));
        }
        const states = [...all.values()].flatMap(({ places }) => Object.values(places).map(({ state }) => state));
        const count = (state: string) => states.filter((one) => one === state).length;
        sums.done += weeks.done;
        sums.served += count('served');
        sums.runOut += count('run-out');
        sums.missed += count('missed');
      }),
      { numRuns: 6, endOnFailure: true },
    );
    // A run in which everything is refused shows nothing.
    expect(sums.done).toBeGreaterThan(100);
    expect(Math.min(sums.served, sums.runOut, sums.missed)).toBeGreaterThan(0);
  });
});
