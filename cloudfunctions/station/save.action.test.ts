import type { StationForm } from '../../types/station-form';
import type { RequestKey } from '../../types/evidence';
import { Closure } from '../../types/opening';
import { EpochMs } from '../../types/time';
import { aStation } from '../testing/stations';
import { itIs, morningOf } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { edited, fitsBelow, formOf } from './editing';
import { countStations } from './station-tallies';
import type { StationRecord } from './records';
import type { Tally } from './tally-records';

const aForm = (more: Partial<StationForm> = {}): StationForm => ({ ...formOf(aStation('any')), ...more });
const key = (letter: string): RequestKey => letter.repeat(22) as RequestKey;
const id = aStation('one')._id;

describe('keeping the directory', () => {
  let cloud: TestCloud;
  let clerk: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(morningOf('2026-11-20'));
    cloud.appoint('chen', 'clerk', 'beicai');
    cloud.appoint('ma', 'station-head', 'beicai');
    cloud.appoint('li', 'volunteer', 'beicai');
    cloud.appoint('zhou', 'clerk', 'weifang');
    cloud.appoint('shen', 'administrator', 'pudong');
    clerk = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const stored = (stationId: string = id): StationRecord => {
    const [found] = cloud.store('stations').find({ _id: stationId });
    if (found === undefined) throw new Error(`no ${stationId}`);
    return found as never;
  };
  const all = (): StationRecord[] => cloud.store('stations').find({}) as never;
  const history = (stationId: string = id) =>
    [...cloud.store('station-changes').find({ stationId })].sort(
      (one, other) => Number(one['revision']) - Number(other['revision']),
    );
  const street = (name = '北蔡镇'): Tally =>
    cloud.store('station-tallies').find({ _id: `street:浦东新区:${name}` })[0] as never;
  const put = (...stations: readonly StationRecord[]) => cloud.store('stations').insertMany(stations);
  const saveAs = (phone: Phone, form: StationForm, revision: number, stationId: typeof id | null = id) =>
    phone.ask('station.save', { stationId, revision, requestKey: key('a'), form });

  it('adds a station that is found, counted and in the history', async () => {
    const { stationId, revision } = await clerk.must('station.save', {
      stationId: null,
      revision: 0,
      requestKey: key('a'),
      form: aForm({ name: '北蔡驿站', signNo: '99' }),
    });
    expect(revision).toBe(1);
    expect(stored(stationId)).toMatchObject({
      signKey: '浦东新区:99',
      scope: ['beicai', 'pudong'],
      followUps: null,
      live: { round: 1, statements: {} },
    });
    expect(stored(stationId).doorCode).toHaveLength(8);
    expect(history(stationId)).toEqual([expect.objectContaining({ act: 'added', by: 'chen', office: '北蔡镇总工会' })]);
    expect(street().count).toBe(1);
  });

  it('adds one station for one wish, tapped twice and sent again', async () => {
    const wish = () => saveAs(clerk, aForm({ signNo: '99' }), 0, null);
    const [one, two] = await Promise.all([wish(), wish()]);
    const again = await wish();
    expect(one).toEqual(two);
    expect(again).toEqual(one);
    expect(all()).toHaveLength(1);
    expect(street().count).toBe(1);
  });

  it('lets nobody reach a station through the same wish of somebody else', async () => {
    await saveAs(clerk, aForm(), 0, null);
    const other = await saveAs(cloud.as('shen'), aForm(), 0, null);
    expect(other.ok).toBe(true);
    expect(all()).toHaveLength(2);
  });

  it('keeps what people at the door say while the form is saved', async () => {
    put(aStation('one'));
    cloud.store('stations').update({ _id: id }, { $set: { 'live.duty.somebody': { since: 5, until: 6 } } });
    expect(await saveAs(clerk, aForm({ name: '新名字' }), 1)).toEqual({
      ok: true,
      value: { stationId: id, revision: 2 },
    });
    expect(stored()).toMatchObject({ name: '新名字', live: { duty: { somebody: { since: 5, until: 6 } } } });
  });

  it('tells whoever was overtaken, and loses neither form', async () => {
    put(aStation('one'));
    const head = cloud.as('ma');
    const answers = await Promise.all([
      saveAs(clerk, aForm({ address: '甲路1号' }), 1),
      saveAs(head, aForm({ address: '乙路2号' }), 1),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'saved' : 'refusal' in answer && answer.refusal)).sort()).toEqual([
      'changed-meanwhile',
      'saved',
    ]);
    const { revision, form, changes } = await head.must('station.showForm', { stationId: id });
    expect(revision).toBe(2);
    expect(changes[0]?.fields).toContainEqual({ field: 'address', before: '沪南路1000号', after: form.address });
    const retry = { ...form, phone: '021-58905890' };
    expect((await saveAs(head, retry, revision)).ok).toBe(true);
    expect(stored()).toMatchObject({ address: form.address, phone: '021-58905890' });
  });

  it('answers the same when the same form comes again after a lost answer', async () => {
    put(aStation('one'));
    const form = aForm({ address: '甲路1号' });
    const first = await saveAs(clerk, form, 1);
    expect(await saveAs(clerk, form, 1)).toEqual(first);
    expect(history()).toHaveLength(1);
  });

  it('gives one sign number to one of two who want it at once', async () => {
    put(aStation('one'), aStation('two'));
    const answers = await Promise.all([
      saveAs(clerk, aForm({ signNo: '99' }), 1),
      saveAs(clerk, aForm({ signNo: '99' }), 1, aStation('two')._id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: 'sign-number-taken' });
    expect(await saveAs(clerk, aForm({ signNo: '99' }), 0, null)).toEqual({ ok: false, refusal: 'sign-number-taken' });
  });

  it('opens no door of another station, whoever writes its lock into their form', async () => {
    put(aStation('one', { doorId: 'door-1' }), aStation('two'));
    const other = aStation('two')._id;
    const form = aForm({ name: '二号站', doorId: 'door-1' });
    expect(await saveAs(clerk, form, 1, other)).toMatchObject({ refusal: 'door-taken' });
    expect(stored(other).doorId).toBeNull();
    expect(
      await saveAs(cloud.as('zhou'), aForm({ unionId: 'weifang' as never, doorId: 'door-1' }), 0, null),
    ).toMatchObject({ refusal: 'door-taken' });
  });

  it('keeps the tiers a tree: no station above itself, and none taken away from under others', async () => {
    put(aStation('one', { tier: 2 }), aStation('two', { tier: 3, parentId: id }));
    expect(await saveAs(clerk, aForm({ tier: 3, parentId: id }), 1)).toMatchObject({ refusal: 'parent-of-wrong-tier' });
    expect(await saveAs(clerk, aForm({ tier: 4, parentId: aStation('two')._id }), 1)).toMatchObject({
      refusal: 'has-stations-below',
    });
  });

  it.each([
    ['name', '北蔡\u202e驿站'],
    ['name', '北蔡\n驿站'],
    ['address', '沪南路\u0007'],
    ['district', '浦东新区:北蔡'],
    ['district', '浦东新区\u200b'],
    ['street', '北蔡|镇'],
  ])('takes no %s with what cannot be seen, or that would be another', async (field, value) => {
    put(aStation('one'));
    expect(await saveAs(clerk, aForm({ [field]: value }), 1)).toMatchObject({
      refusal: 'input-invalid',
      fields: [{ path: `form.${field}`, problem: 'characters' }],
    });
  });

  it('leaves the stations of other unions alone, and gives none away', async () => {
    put(aStation('one'));
    const refused = { ok: false, refusal: 'outside-your-unions' };
    expect(await saveAs(cloud.as('zhou'), aForm({ name: '我的' }), 1)).toEqual(refused);
    expect(await saveAs(clerk, aForm({ unionId: 'weifang' as never }), 1)).toEqual(refused);
    expect(await cloud.as('zhou').ask('station.showForm', { stationId: id })).toEqual(refused);
    expect(await saveAs(cloud.as('shen'), aForm({ unionId: 'weifang' as never }), 1)).toMatchObject({ ok: true });
    expect(stored().scope).toEqual(['weifang', 'pudong']);
    expect(await saveAs(clerk, aForm(), 2)).toEqual(refused);
    expect((await saveAs(cloud.as('li'), aForm(), 2)).ok).toBe(false);
  });

  it('refuses a union that is none, a place abroad and a parent of another tier', async () => {
    put(aStation('one'), aStation('centre', { tier: 1 }), aStation('zone', { tier: 3 }));
    const ask = (more: Partial<StationForm>) => saveAs(clerk, aForm(more), 1);
    expect(await ask({ unionId: 'nowhere' as never })).toEqual({ ok: false, refusal: 'union-not-found' });
    expect(await ask({ place: { longitude: 31.2, latitude: 89 } })).toEqual({
      ok: false,
      refusal: 'outside-china',
    });
    const wrong = { ok: false, refusal: 'parent-of-wrong-tier' };
    expect(await ask({ parentId: 'centre' as never })).toEqual(wrong);
    expect(await ask({ parentId: 'nobody' as never })).toEqual(wrong);
    expect(await ask({ parentId: 'zone' as never, tier: null })).toEqual(wrong);
    expect(await ask({ parentId: 'zone' as never })).toMatchObject({ ok: true });
  });

  it('moves a station from one street and square to another within its round trips', async () => {
    put(aStation('one'), aStation('two'));
    await saveAs(clerk, aForm({ phone: '021-58905890' }), 1);
    expect(street()).toBeUndefined();
    await saveAs(clerk, aForm({ street: '老港镇', place: { longitude: 121.879, latitude: 31.048 } }), 2);
    expect(stored().followUps).toBeNull();
    expect([street().count, street('老港镇').count]).toEqual([1, 1]);
    const top = (cloud.store('station-tallies').find({ kind: '6' }) as never as Tally[])[0];
    expect(top?.count).toBe(2);
  });

  it('does what a dead call left owing when the clock rings', async () => {
    put(aStation('one'));
    await saveAs(clerk, aForm({ street: '老港镇' }), 1);
    const rest = stored();
    cloud.store('station-tallies').remove({});
    cloud.store('station-changes').remove({});
    const owed = { revision: 2, at: Date.now(), by: 'chen', office: '北蔡镇总工会', act: 'edited', fields: [] };
    cloud.store('stations').update(
      { _id: rest._id },
      {
        $set: {
          followUps: {
            tallies: ['street:浦东新区:北蔡镇', ...rest.tallies],
            changes: [owed],
            cases: [{ act: 'open', code: 'water', round: 2, at: Date.now() }],
          },
          unsettledAt: Date.now() + 60_000,
        },
      },
    );
    expect((await clerk.must('station.showForm', { stationId: id })).changes).toHaveLength(1);
    await cloud.tick('station');
    expect(history()).toHaveLength(0);
    itIs(morningOf('2026-11-20') + 60_000);
    await cloud.tick('station');
    expect(history()).toHaveLength(1);
    expect(street('老港镇').count).toBe(1);
    expect(cloud.store('cases').find({ _id: 'facility:one.water:2' })).toHaveLength(1);
    expect(stored().followUps).toBeNull();
  });

  it('carries what a dead call owed along with the next save', async () => {
    put({
      ...aStation('one'),
      followUps: {
        tallies: ['street:浦东新区:老港镇'],
        changes: [{ revision: 1, at: 1 as never, by: '', office: '', act: 'added', fields: [] }],
        cases: [],
      },
      unsettledAt: 1 as never,
    });
    await saveAs(clerk, aForm({ address: '甲路1号' }), 1);
    expect(history().map(({ revision }) => revision)).toEqual([1, 2]);
    expect(street('老港镇').count).toBe(0);
  });

  it('opens a case when a thing breaks and closes it when it works', async () => {
    put(aStation('one'));
    const volunteer = cloud.as('li');
    const mark = (state: 'ok' | 'broken', count: number | null = null) =>
      volunteer.must('station.markFacility', { stationId: id, code: 'microwave', state, count });
    const { facilities } = await mark('broken');
    expect(facilities).toContainEqual({ code: 'microwave', count: 1, state: 'broken', checkedAt: Date.now() });
    expect(stored()).toMatchObject({ broken: ['microwave'], attention: ['beicai', 'pudong'] });
    expect(stored().offers).not.toContain('microwave');
    const cases = () =>
      cloud
        .store('cases')
        .find({})
        .map(({ _id, state, decidedBy }) => ({ _id, state, decidedBy }));
    expect(cases()).toEqual([{ _id: 'facility:one.microwave:2', state: 'pending', decidedBy: null }]);
    await mark('broken');
    expect(cases()).toHaveLength(1);
    expect(history()).toHaveLength(1);
    await mark('ok', 3);
    expect(cases()).toEqual([{ _id: 'facility:one.microwave:2', state: 'closed', decidedBy: 'li' }]);
    expect(stored()).toMatchObject({ broken: [], attention: [] });
    expect(history().at(-1)?.['fields']).toEqual([
      { field: 'facilities', before: '微波炉1（坏了）', after: '微波炉3' },
    ]);
    await mark('broken');
    expect(cases().map(({ _id }) => _id)).toContain('facility:one.microwave:5');
  });

  it('closes the case of a thing that a form leaves out', async () => {
    put(aStation('one'));
    await cloud.as('li').must('station.markFacility', { stationId: id, code: 'fridge', state: 'broken', count: null });
    const { form, revision } = await clerk.must('station.showForm', { stationId: id });
    const rest = form.facilities.filter(({ code }) => code !== 'fridge');
    expect((await saveAs(clerk, { ...form, facilities: rest }, revision)).ok).toBe(true);
    expect(cloud.store('cases').find({ state: 'pending' })).toEqual([]);
    expect(stored().lacks).toEqual(['fridge']);
  });

  it('keeps a report in sight that came in while the last broken thing was mended', async () => {
    put(aStation('one'));
    await cloud.as('li').must('station.markFacility', { stationId: id, code: 'fridge', state: 'broken', count: null });
    cloud.store('stations').update({ _id: id }, { $set: { 'live.awaitsAnswer': true } });
    await cloud.as('li').must('station.markFacility', { stationId: id, code: 'fridge', state: 'ok', count: null });
    expect(stored().attention).toEqual(['beicai', 'pudong']);
  });

  it('counts right after fifty marks at once, in one square', async () => {
    put(...Array.from({ length: 25 }, (_, nth) => aStation(`s-${nth}`)));
    const states = Array.from(
      { length: 50 },
      (_, nth) => ({ nth: nth % 25, code: nth < 25 ? 'water' : 'fridge' }) as const,
    );
    const answers = await Promise.all(
      states.map(({ nth, code }) =>
        cloud.as('li').ask('station.markFacility', {
          stationId: aStation(`s-${nth}`)._id,
          code,
          state: 'broken',
          count: null,
        }),
      ),
    );
    itIs(morningOf('2026-11-20') + 120_000);
    await cloud.tick('station');
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: 'changed-meanwhile' });
    const marks = all().flatMap(({ broken }) => broken).length;
    expect(marks).toBe(answers.filter(({ ok }) => ok).length);
    expect(cloud.store('cases').find({ state: 'pending' })).toHaveLength(marks);
    expect(all().filter(({ followUps }) => followUps !== null)).toEqual([]);
    for (const tally of cloud.store('station-tallies').find({}) as never as Tally[])
      expect(tally.sorts).toEqual(countStations(all()).sorts);
  });

  it('announces a closure and takes it back', async () => {
    put(aStation('one'));
    const closure = Closure.parse({ from: Date.now(), until: Date.now() + 3_600_000, reason: '停电检修' });
    const set = (one: Closure | null) => clerk.ask('station.setClosure', { stationId: id, closure: one });
    expect(await set(closure)).toMatchObject({ ok: true, value: { status: { state: 'closed' } } });
    expect(await set(closure)).toMatchObject({ ok: true });
    expect(history()).toHaveLength(1);
    expect(await set(null)).toMatchObject({ ok: true, value: { status: { state: 'open' } } });
    expect(stored().closure).toBeNull();
    expect(await set(Closure.parse({ from: 1, until: 2, reason: '早就过了' }))).toEqual({
      ok: false,
      refusal: 'until-past',
    });
    expect((await cloud.as('zhou').ask('station.setClosure', { stationId: id, closure: null })).ok).toBe(false);
  });
});

describe('a form', () => {
  it('is what was saved, whatever day of a check it brings along', () => {
    const before = aStation('one');
    const given = (lookedAt: number) => ({
      _id: before._id,
      offices: before.offices,
      doorCode: before.doorCode,
      lookedAt: EpochMs.parse(lookedAt),
    });
    const form = aForm({ facilities: [{ code: 'water', count: 2, state: 'ok', checkedAt: 9e12 as never }] });
    const after = edited(before, form, given(77_000_000_000), EpochMs.parse(77_000_000_000));
    expect(after.facilities).toEqual([{ code: 'water', count: 2, state: 'ok', checkedAt: 77_000_000_000 }]);
    expect(formOf(edited(after, formOf(after), given(99_000_000_000), EpochMs.parse(99_000_000_000)))).toEqual(
      formOf(after),
    );
  });

  it('belongs below the tier above its own', () => {
    const fits = ([1, 2, 3, 4, null] as const).flatMap((tier) =>
      ([1, 2, 3, 4, null] as const)
        .filter((parent) => fitsBelow(tier, { tier: parent }))
        .map((parent) => [tier, parent]),
    );
    expect(fits).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    expect(fitsBelow(4, null)).toBe(false);
  });
});
