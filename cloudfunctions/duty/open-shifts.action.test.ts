import type { OpenShift } from '../../types/duty-shift';
import type { ShiftId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { PageCursor } from '../../types/paging';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { dutyNow } from '../testing/duty';
import type { DutyWorld } from '../testing/duty-world';
import { dutyWorld, shanghai } from '../testing/duty-world';

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = [8, 10, 12, 14, 16];
const MOST_PAGES = 30;
const here = { longitude: 121.556, latitude: 31.18 };

const onePlace = { needs: [{ role: 'door' as const, count: 1, skill: null }], standbyPlaces: 0 };
const ids = (shifts: readonly OpenShift[]): ShiftId[] => shifts.map(({ shiftId }) => shiftId).sort();

function shownFirst([first]: readonly OpenShift[]): ShiftId {
  if (first === undefined) throw new Error('Nothing is open.');
  return first.shiftId;
}

/** Everything that somebody is shown who reads on until the end. */
async function readAll(phone: Phone, from: typeof here | null, mark: PageCursor | null = null): Promise<OpenShift[][]> {
  const pages: OpenShift[][] = [];
  let cursor = mark;
  do {
    const answer = await phone.must('duty.listOpenShifts', { days: 28, from, cursor });
    expect(phone.tripsOfLast()).toBe(2);
    pages.push([...answer.shifts]);
    cursor = answer.next;
  } while (cursor !== null && pages.length < MOST_PAGES);
  expect(cursor).toBeNull();
  return pages;
}

describe('open shifts', () => {
  let cloud: TestCloud;
  let world: DutyWorld;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    world = dutyWorld(cloud);
  });
  afterEach(() => world.expectWhole());
  afterAll(() => {
    jest.useRealTimers();
    cloud.close();
  });

  it('are listed with why they are not for somebody, in two round trips', async () => {
    world.plan('上午班');
    world.plan('大夜班', { startsAt: shanghai('2026-11-24T22:00:00'), endsAt: shanghai('2026-11-25T02:00:00') });
    world.plan('后天', { startsAt: shanghai('2026-11-27T09:00:00'), endsAt: shanghai('2026-11-27T12:00:00') });
    const elder = world.enlist('周爷爷', { birthYear: 1950 });
    const { shifts, next } = await elder.must('duty.listOpenShifts', { days: 3, from: null });
    expect(elder.tripsOfLast()).toBe(2);
    expect(shifts).toMatchObject([
      { title: '大夜班', notMine: ['night-too-old'], distanceM: 0 },
      { title: '上午班', notMine: [], isCall: false },
    ]);
    expect(next).toBeNull();
    expect(await elder.must('duty.showVolunteer', {})).toMatchObject({ volunteer: { state: 'accepted' }, next: null });
  });

  it('are listed by what is near where one asks for it, though a hundred and fifty elsewhere begin before', async () => {
    const place = { longitude: 121.7, latitude: 31.3 };
    for (let nth = 0; nth < 150; nth += 1) world.plan(`远处 ${nth}`, { place });
    world.plan('近处', { startsAt: shanghai('2026-11-27T09:00:00'), endsAt: shanghai('2026-11-27T12:00:00') });
    const zhou = world.enlist('周阿姨');
    const titles = async (from: typeof place | null) =>
      (await zhou.must('duty.listOpenShifts', { days: 7, from })).shifts.map(({ title }) => title);
    expect(await titles(null)).not.toContain('近处');
    expect(await titles(place)).not.toContain('近处');
    const near = await titles(here);
    expect(zhou.tripsOfLast()).toBe(2);
    expect(near).toHaveLength(60);
    expect(near[0]).toBe('近处');
  });

  it('are each on one page of what is near, for whoever reads on through five hundred', async () => {
    for (let nth = 0; nth < 500; nth += 1) {
      const day = 24 + (nth % 7);
      const hour = HOURS_A_DAY[nth % 5] ?? 8;
      const at = shanghai(`2026-11-${day}T${String(hour).padStart(2, '0')}:00:00`);
      const place = nth % 11 === 0 ? null : { longitude: 121.5 + (nth % 23) / 100, latitude: 31.18 };
      world.plan(`班 ${nth}`, { startsAt: at, endsAt: EpochMs.parse(at + 2 * HOUR_MS), place });
    }
    const zhou = world.enlist('周阿姨');
    const soonest = (await readAll(zhou, null)).flat();
    const pages = await readAll(zhou, here);
    expect(soonest).toHaveLength(500);
    expect(pages.map((page) => page.length)).toEqual([60, 60, 60, 60, 60, 60, 60, 60, 20]);
    expect(ids(pages.flat())).toEqual(ids(soonest));
    const far = new Map(pages.flat().map(({ shiftId, distanceM }) => [shiftId, distanceM ?? Infinity]));
    const window = soonest.slice(0, 240).map(({ shiftId }) => far.get(shiftId) ?? Infinity);
    const nearest = window.sort((one, other) => one - other).slice(0, 60);
    expect(pages[0]?.map(({ distanceM }) => distanceM)).toEqual(nearest);
  });

  it('are not lost from the pages to come by somebody taking one of those shown', async () => {
    for (let nth = 0; nth < 130; nth += 1) world.plan(`班 ${nth}`, onePlace);
    const [zhou, li] = [world.enlist('周阿姨'), world.enlist('李叔叔')];
    const first = await zhou.must('duty.listOpenShifts', { days: 7, from: here });
    await world.take(li, shownFirst(first.shifts));
    const later = await readAll(zhou, here, first.next);
    expect(later.map((page) => page.length)).toEqual([60, 10]);
    expect(new Set(ids([first.shifts, ...later].flat())).size).toBe(130);
    expect((await readAll(li, here)).flat()).toHaveLength(129);
  });

  it('are not lost by taking one oneself, though all at the same time are not one’s own any more', async () => {
    for (let nth = 0; nth < 130; nth += 1) world.plan(`班 ${nth}`, onePlace);
    const zhou = world.enlist('周阿姨');
    const first = await zhou.must('duty.listOpenShifts', { days: 7, from: here });
    await world.take(zhou, shownFirst(first.shifts));
    const later = await readAll(zhou, here, first.next);
    expect(new Set(ids([first.shifts, ...later].flat())).size).toBe(130);
    expect(new Set(later.flat().flatMap(({ notMine }) => notMine))).toEqual(new Set(['overlaps']));
  });

  it('begin anew for a mark that was made up, and show nobody more than is theirs', async () => {
    world.plan('上午班');
    world.plan('潍坊的班', { offices: [{ unionId: UnionId.parse('weifang'), name: '潍坊' }] });
    const zhou = world.enlist('周阿姨');
    const past = `${'0'.repeat(15)}:d00000000000`;
    const last = `${'9'.repeat(15)}:d00000000000`;
    const rank = `0:00000000:${past}`;
    const made = ['x', '', past, `${past}//${rank}`, `${past}/${last}/${rank}`, `${past}//${last}`];
    for (const from of [null, here])
      for (const mark of made)
        expect((await readAll(zhou, from, PageCursor.parse(mark))).flat().map(({ title }) => title)).toEqual([
          '上午班',
        ]);
  });

  it('come to an end for whoever makes up a mark behind the last of them', async () => {
    world.plan('上午班');
    const zhou = world.enlist('周阿姨');
    const [past, last] = [`${'0'.repeat(15)}:d00000000000`, `${'9'.repeat(15)}:d00000000000`];
    for (const from of [null, here])
      for (const mark of [last, `${last}/${past}/1:99999999:${last}`, `${past}/${past}/1:99999999:${last}`]) {
        const pages = await readAll(zhou, from, PageCursor.parse(mark));
        expect(pages.length).toBeLessThanOrEqual(2);
        expect(pages[0]).toEqual(
          from === null && mark.startsWith(past) ? [expect.objectContaining({ title: '上午班' })] : [],
        );
      }
  });
});
