import * as fc from 'fast-check';
import { EpochMs, ShanghaiDay, shanghaiDay } from '../../types/time';
import { dutyNow } from '../testing/duty';
import { wishIdOfTest } from '../testing/upkeep';
import { arranged, counted, delivered, expiresAt, isExpired, isShelfForm, isShort, itemOf, usualShelf } from './shelf';
import type { ShelfRecord } from './upkeep-records';

const MINUTE_MS = 60_000;
const later = (minutes: number): EpochMs => EpochMs.parse(dutyNow + minutes * MINUTE_MS);
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const found = (quantity: number, expiresOn: string | null = null) => ({
  quantity,
  expiresOn: expiresOn === null ? null : day(expiresOn),
});
const parcel = (minutes: number, quantity: number, expiresOn: string | null = null) => ({
  once: wishIdOfTest(`parcel ${minutes}`),
  at: later(minutes),
  ...found(quantity, expiresOn),
});

describe('a thing on the shelf', () => {
  const [water = null] = Object.values(usualShelf());
  const bottles = (more: Partial<ShelfRecord> = {}): ShelfRecord => {
    if (water === null) throw new Error('The usual shelf is empty.');
    return { ...water, atLeast: 10, ...more };
  };

  it('is not called short before anybody has looked', () => {
    expect(isShort(bottles())).toBe(false);
    expect(isShort(counted(bottles(), found(0), dutyNow))).toBe(true);
  });

  it('is short below what there should be, not at it', () => {
    expect(isShort(counted(bottles(), found(9), dutyNow))).toBe(true);
    expect(isShort(counted(bottles(), found(10), dutyNow))).toBe(false);
  });

  it('stays short since the first look until it is filled', () => {
    const once = counted(bottles(), found(1), dutyNow);
    const twice = counted(once, found(2), later(60));
    expect(twice.shortSince).toBe(dutyNow);
    expect(delivered(twice, parcel(70, 8)).shortSince).toBeNull();
  });

  it('is good on the day that is printed on it, and out of date from midnight in Shanghai', () => {
    const drops = counted(bottles(), found(3, '2026-11-23'), dutyNow);
    const midnight = EpochMs.parse(Date.parse('2026-11-24T00:00:00+08:00'));
    expect(expiresAt(drops)).toBe(midnight);
    expect(isExpired(drops, shanghaiDay(EpochMs.parse(midnight - 1)))).toBe(false);
    expect(isExpired(drops, shanghaiDay(midnight))).toBe(true);
  });

  it('is not out of date where nothing is left of it', () => {
    const gone = counted(bottles(), found(0, '2020-01-01'), dutyNow);
    expect(isExpired(gone, day('2026-11-23'))).toBe(false);
    expect(expiresAt(gone)).toBeNull();
  });

  it('goes by the earlier of two dates after a delivery', () => {
    const drops = counted(bottles(), found(3, '2027-01-31'), dutyNow);
    expect(delivered(drops, parcel(1, 5, '2027-06-30')).expiresOn).toBe('2027-01-31');
    expect(delivered(drops, parcel(1, 5, '2026-12-31')).expiresOn).toBe('2026-12-31');
    expect(delivered(drops, parcel(1, 5)).expiresOn).toBe('2027-01-31');
    expect(delivered(counted(drops, found(0), later(1)), parcel(2, 5, '2027-06-30')).expiresOn).toBe('2027-06-30');
  });

  it('counts right whenever a count arrives: the latest look, and what was delivered after it', () => {
    const act = fc.record({
      quantity: fc.integer({ min: 0, max: 500 }),
      delay: fc.nat({ max: 8 }),
      isCount: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
        // Deliveries are on full minutes, looks half a minute before one: nothing is at the same instant.
        const done = acts.map(({ quantity, delay, isCount }, nth) =>
          isCount
            ? { isCount, at: later(Math.max(0, nth - delay) - 0.5), quantity }
            : { isCount, at: later(nth), quantity },
        );
        const shelf = done.reduce(
          (item, { isCount, at, quantity }, nth) =>
            isCount ? counted(item, found(quantity), at) : delivered(item, { ...parcel(nth, quantity), at }),
          bottles(),
        );
        const look = done
          .filter(({ isCount }) => isCount)
          .reduce<(typeof done)[number] | null>((last, one) => (last !== null && one.at < last.at ? last : one), null);
        const since = done.filter(({ isCount, at }) => !isCount && (look === null || at > look.at));
        const sum = since.reduce((all, { quantity }) => all + quantity, look?.quantity ?? 0);
        expect(shelf.quantity).toBe(sum);
      }),
    );
  });
});

describe('what belongs on a shelf', () => {
  const form = (code: string, name = code) => ({ code, name, unit: '件', isMedicine: false, atLeast: 1 });

  it('is of the usual supplies or of the station’s own, each once', () => {
    expect(isShelfForm([form('water'), form('own-recliner', '躺椅')])).toBe(true);
    expect(isShelfForm([form('water'), form('water', '别的水')])).toBe(false);
    expect(isShelfForm([form('water', '水'), form('own-water', '水')])).toBe(false);
    expect(isShelfForm([form('constructor')])).toBe(false);
  });

  it('keeps what was counted when staff say it anew, and forgets what they take off', () => {
    const before = arranged({}, [form('water'), form('own-tea')], dutyNow);
    const water = itemOf(before, 'water');
    if (water === null) throw new Error('The water is gone.');
    const after = arranged(
      { ...before, water: counted(water, found(4), dutyNow) },
      [{ ...form('water'), atLeast: 5 }],
      dutyNow,
    );
    expect(itemOf(after, 'water')).toMatchObject({ quantity: 4, atLeast: 5, shortSince: dutyNow });
    expect(itemOf(after, 'own-tea')).toBeNull();
  });

  it('knows no thing by a name that every object has', () => {
    expect(itemOf(usualShelf(), 'constructor')).toBeNull();
    expect(itemOf(usualShelf(), '__proto__')).toBeNull();
  });
});
