import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import type { UpkeepRecord } from './upkeep-records';
import { aVolunteer, dutyNow, numberOf, shiftIdOf } from '../testing/duty';
import { anUpkeep, beicaiGround, wishIdOfTest } from '../testing/upkeep';
import { PersonId } from '../../types/ids';
import { claimed, tasksOf } from './tasks';
import { freshUpkeep, indexedUpkeep, withCleaning, withCounts, withIncident } from './upkeep';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const after = (ms: number): EpochMs => EpochMs.parse(dutyNow + ms);
const zhang = PersonId.parse(`p${'z'.repeat(22)}`);
const wang = PersonId.parse(`p${'w'.repeat(22)}`);
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const reader = { personId: zhang, isStaff: false };
const keysOf = (upkeep: UpkeepRecord, at = dutyNow): string[] => tasksOf(upkeep, [], reader, at).map(({ key }) => key);
const fall = {
  incidentId: wishIdOfTest('fall'),
  kind: 'somebody-unwell',
  words: '一位骑手头晕，坐下休息',
  hasPhoto: false,
  by: numberOf('zhang'),
  calledName: '张阿姨',
  shiftId: shiftIdOf('上午班'),
} as const;

describe('what is to be done at a station', () => {
  const fresh = freshUpkeep(beicaiGround('beicai-1'));

  it('is nothing where nobody has looked yet', () => {
    expect(keysOf(fresh)).toEqual([]);
    expect(indexedUpkeep(fresh, dutyNow).dueAt).toBe(NEVER);
  });

  it('begins with what nobody should use, and ends with the sweeping', () => {
    const dirty = withCleaning(
      anUpkeep('beicai-1', [
        { code: 'water', quantity: 2, expiresOn: null },
        { code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-01') },
      ]),
      [{ item: 'floor', done: false }],
      dutyNow,
    );
    const all = tasksOf(
      withIncident(dirty, fall, dutyNow),
      [
        { code: 'microwave', count: 1, state: 'broken', checkedAt: dutyNow },
        { code: 'fridge', count: 1, state: 'ok', checkedAt: dutyNow },
        { code: 'wifi', count: 0, state: 'absent', checkedAt: dutyNow },
      ],
      reader,
      dutyNow,
    );
    expect(all.map(({ key }) => key)).toEqual([
      'expired:cooling-drops',
      `incident:${fall.incidentId}`,
      'short:water',
      'facility:microwave',
      'cleaning:floor',
    ]);
  });

  it('tells only staff what was written of an incident', () => {
    const told = withIncident(fresh, fall, dutyNow);
    const wordsFor = (isStaff: boolean) => tasksOf(told, [], { personId: zhang, isStaff }, dutyNow)[0]?.words;
    expect(wordsFor(false)).toBeNull();
    expect(wordsFor(true)).toBe(fall.words);
  });

  it('knows an incident once, however often it arrives', () => {
    const once = withIncident(fresh, fall, dutyNow);
    expect(withIncident(once, { ...fall, words: '再说一遍' }, after(MINUTE_MS))).toBe(once);
  });

  it('leaves out counts of what is not on the shelf', () => {
    const counts = ['constructor', 'own-nothing'].map((code) => ({ code, quantity: 7, expiresOn: null }));
    expect(withCounts(fresh, counts, dutyNow).items).toEqual(fresh.items);
  });

  it('is clean once somebody ticks it, and what is no cleaning leaves nothing behind', () => {
    const left = withCleaning(
      fresh,
      [
        { item: 'toilet', done: false },
        { item: 'power-off', done: false },
      ],
      dutyNow,
    );
    expect(keysOf(left)).toEqual(['cleaning:toilet']);
    expect(keysOf(withCleaning(left, [{ item: 'toilet', done: true }], after(MINUTE_MS)))).toEqual([]);
  });

  it('is not undone by a tick that was made earlier and arrives later', () => {
    const done = {
      ...fresh,
      done: [{ key: 'cleaning:floor', about: 'floor', calledName: '张阿姨', at: dutyNow, once: 'w' }],
    };
    expect(keysOf(withCleaning(done, [{ item: 'floor', done: false }], after(-MINUTE_MS)))).toEqual([]);
    const dirtySince = withCleaning(fresh, [{ item: 'floor', done: false }], dutyNow);
    expect(keysOf(withCleaning(dirtySince, [{ item: 'floor', done: true }], after(-MINUTE_MS)))).toEqual([
      'cleaning:floor',
    ]);
  });

  it('is looked at when the next date has passed of which nobody was told', () => {
    const shelf = anUpkeep('beicai-1', [
      { code: 'water', quantity: 20, expiresOn: day('2026-11-30') },
      { code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-23') },
    ]);
    expect(shelf.dueAt).toBe(Date.parse('2026-11-24T00:00:00+08:00'));
    const told = indexedUpkeep({ ...shelf, told: ['expired:cooling-drops'] }, after(DAY_MS));
    expect(told.dueAt).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
    // The old drops went and new ones came: of these nobody has been told.
    const renewed = withCounts(
      told,
      [{ code: 'cooling-drops', quantity: 3, expiresOn: day('2026-11-28') }],
      after(DAY_MS),
    );
    expect(indexedUpkeep(renewed, after(DAY_MS))).toMatchObject({
      told: [],
      dueAt: Date.parse('2026-11-29T00:00:00+08:00'),
    });
  });

  it('is one person’s for three days after they said that they would see to it', () => {
    const left = withCleaning(fresh, [{ item: 'floor', done: false }], dutyNow);
    const by = (personId: PersonId) => ({ personId, calledName: aVolunteer('x', personId).calledName });
    const mine = claimed(left, 'cleaning:floor', by(zhang), dutyNow);
    if (mine === null) throw new Error('Nobody else has said so.');
    expect(claimed(mine, 'cleaning:floor', by(wang), after(3 * DAY_MS - 1))).toBeNull();
    expect(claimed(mine, 'cleaning:floor', { noLonger: wang }, dutyNow)).toBeNull();
    expect(claimed(mine, 'cleaning:floor', by(wang), after(3 * DAY_MS))).not.toBeNull();
    const free = claimed(mine, 'cleaning:floor', { noLonger: zhang }, dutyNow);
    expect(free?.claims).toEqual({});
    expect(tasksOf(mine, [], reader, dutyNow)[0]?.claimedBy).toMatchObject({ isSelf: true });
    expect(tasksOf(mine, [], { ...reader, personId: wang }, dutyNow)[0]?.claimedBy).toMatchObject({ isSelf: false });
  });

  it('forgets who would see to it once it is done', () => {
    const left = withCleaning(fresh, [{ item: 'floor', done: false }], dutyNow);
    const mine = claimed(left, 'cleaning:floor', { personId: zhang, calledName: '张' }, dutyNow);
    if (mine === null) throw new Error('Nobody else has said so.');
    const clean = withCleaning(mine, [{ item: 'floor', done: true }], after(MINUTE_MS));
    expect(indexedUpkeep(clean, after(MINUTE_MS)).claims).toEqual({});
  });
});
