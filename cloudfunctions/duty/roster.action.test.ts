import type { RosterForm, ShiftTemplate } from '../../types/duty-roster';
import { RosterForm as FormSchema } from '../../types/duty-roster';
import { StationId } from '../../types/ids';
import { ShanghaiDay, addDays, shanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aTemplate, dutyNow } from '../testing/duty';
import { aStation } from '../testing/stations';
import type { RosterRecord } from './roster-records';
import { indexed } from './shift-index';
import type { ShiftRecord } from './shift-records';

const DAY = 86_400_000;
const stationId = StationId.parse('beicai-1');
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const at = (text: string): number => Date.parse(`${text}+08:00`);

const morning = aTemplate('上午班');
const weekend = aTemplate('周末班', { weekdays: [6, 7], from: 600, until: 840, standby: 1 });
const aForm = (templates: readonly ShiftTemplate[] = [morning], more: Partial<RosterForm> = {}): RosterForm =>
  FormSchema.parse({ templates, releaseHours: 12, swapNeedsHead: false, ...more });

describe('a roster', () => {
  let cloud: TestCloud;
  let head: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.appoint('chen', 'station-head', 'beicai');
    cloud.appoint('zhou', 'station-head', 'weifang');
    cloud.appoint('wang', 'volunteer', 'beicai');
    cloud
      .store('stations')
      .insertMany([
        aStation('beicai-1'),
        aStation('beicai-2', { place: { type: 'Point', coordinates: [121.566, 31.179] } }),
      ]);
    head = cloud.as('chen');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => cloud.close());

  const all = (): ShiftRecord[] =>
    (cloud.store('shifts').find({}) as never as ShiftRecord[]).sort((one, other) => one.startsAt - other.startsAt);
  const planned = (): ShiftRecord[] => all().filter(({ state }) => state === 'planned');
  const on = (text: string): ShiftRecord => {
    const found = all().find((shift) => shift.day === text);
    if (found === undefined) throw new Error(`nothing on ${text}`);
    return found;
  };
  const stored = (): RosterRecord => cloud.store('rosters').find({ _id: stationId })[0] as never;
  const save = (form: RosterForm, revision = 0) => head.must('duty.saveRoster', { stationId, revision, form });
  const edit = (form: RosterForm) => save(form, stored().revision);
  const rewrite = (shift: ShiftRecord): void => {
    const { _id, ...fields } = indexed({ ...shift, turn: shift.turn + 1 }, dutyNow);
    cloud.store('shifts').update({ _id }, { $set: fields });
  };
  const takes = (shift: ShiftRecord, name = 'wang'): void => {
    rewrite({ ...shift, places: { ...shift.places, [cloud.as(name).personId]: aPlace(name) } });
  };
  const standsBy = (shift: ShiftRecord, name = 'wang'): void => {
    const { number, calledName } = aPlace(name);
    rewrite({ ...shift, standby: { [cloud.as(name).personId]: { number, calledName, at: dutyNow, calledAt: null } } });
  };

  it('is empty before its first rule, and its head begins with one', async () => {
    expect(await head.must('duty.showRoster', { stationId })).toEqual({
      stationId,
      stationName: 'beicai-1驿站',
      revision: 0,
      form: { templates: [], releaseHours: 24, swapNeedsHead: false },
      madeUpTo: null,
    });
    await save(aForm());
    expect(await head.must('duty.showRoster', { stationId })).toMatchObject({
      revision: 1,
      form: aForm(),
      madeUpTo: '2026-12-21',
    });
  });

  it('makes the shifts of four weeks at once, open to the volunteers of the station and its unions', async () => {
    const answer = await save(aForm([morning, weekend]));
    // From Tuesday on: this morning's has begun. Twenty weekdays and eight days at weekends.
    expect(answer).toEqual({ revision: 1, made: 28, changed: 0, calledOff: 0, kept: [], later: 0 });
    expect(head.tripsOfLast()).toBeLessThanOrEqual(9);
    expect(planned()).toHaveLength(28);
    expect(on('2026-11-24')).toMatchObject({
      title: '上午班',
      startsAt: at('2026-11-24T09:00:00'),
      endsAt: at('2026-11-24T12:00:00'),
      stationName: 'beicai-1驿站',
      neighbours: ['beicai-2'],
      scope: ['beicai', 'pudong'],
      openTo: ['union:beicai', 'union:pudong'],
      gapFor: ['beicai', 'pudong'],
      releaseHours: 12,
      turn: 0,
    });
    expect(planned().every(({ sweepAt, startsAt }) => sweepAt < startsAt)).toBe(true);
  });

  it('previews what it would make, and saves nothing', async () => {
    itIs(at('2026-09-24T20:00:00'));
    const since = { firstDay: day('2026-09-01') };
    const preview = await head.must('duty.previewRoster', {
      form: aForm([aTemplate('上午班', since), aTemplate('同时', { ...since, weekdays: [1], from: 600, until: 660 })]),
    });
    expect(preview).toMatchObject({ shifts: 14 + 3, places: 34, hours: 14 * 6 + 3 * 2 });
    expect(preview.leftOut.map(({ day: on }) => on)).toEqual([
      '2026-09-25',
      ...['01', '02', '05', '06', '07'].map((date) => `2026-10-${date}`),
    ]);
    expect(preview.overlapping).toHaveLength(1);
    expect(all()).toEqual([]);
  });

  it('refuses times that cannot be, naming the field, and changes nothing', async () => {
    const form = aForm([aTemplate('全天', { from: 540, until: 540 })]);
    const refusal = { ok: false, refusal: 'times-wrong', fields: [{ path: 'templates.0.until', problem: 'choice' }] };
    expect(await head.ask('duty.saveRoster', { stationId, revision: 0, form })).toEqual(refusal);
    expect(await head.ask('duty.previewRoster', { form })).toEqual(refusal);
    expect(cloud.store('rosters').find({})).toEqual([]);
  });

  it('is for heads of its own unions alone', async () => {
    const wish = { stationId, revision: 0, form: aForm() };
    expect(await cloud.as('zhou').ask('duty.saveRoster', wish)).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await cloud.as('zhou').ask('duty.showRoster', { stationId })).toMatchObject({
      refusal: 'outside-your-unions',
    });
    expect(await cloud.as('wang').ask('duty.saveRoster', wish)).toMatchObject({ refusal: 'not-allowed' });
    expect(await cloud.as('wang').ask('duty.showRoster', { stationId })).toMatchObject({ refusal: 'not-allowed' });
    const nowhere = StationId.parse('nowhere');
    expect(await head.ask('duty.saveRoster', { ...wish, stationId: nowhere })).toMatchObject({
      refusal: 'station-not-found',
    });
    expect(all()).toEqual([]);
  });

  it('knows that somebody else saved it meanwhile', async () => {
    await save(aForm());
    expect(await head.ask('duty.saveRoster', { stationId, revision: 0, form: aForm([weekend]) })).toMatchObject({
      refusal: 'changed-meanwhile',
    });
    expect(planned()).toHaveLength(20);
  });

  it('saved twice by a lost answer makes nothing twice, and makes good what the first call left', async () => {
    await save(aForm());
    // The first call died after half of its shifts.
    for (const shift of all().slice(10)) cloud.store('shifts').remove({ _id: shift._id });
    cloud.store('rosters').update({ _id: stationId }, { $set: { madeUpTo: null, makeAt: dutyNow + 120_000 } });
    itIs(dutyNow + 30_000);
    expect(await save(aForm())).toMatchObject({ revision: 1, made: 10 });
    expect(planned()).toHaveLength(20);
    expect(stored()).toMatchObject({ revision: 1, madeUpTo: '2026-12-21', makeAt: at('2026-11-24T00:00:00') });
  });

  it('of two heads who save at once has one, and all shifts are as that one says', async () => {
    cloud.appoint('lin', 'clerk', 'pudong');
    const forms = [aForm([morning]), aForm([weekend])];
    const answers = await Promise.all(
      forms.map((form, nth) =>
        cloud.as(nth === 0 ? 'chen' : 'lin').ask('duty.saveRoster', { stationId, revision: 0, form }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { form } = stored();
    const ids = new Set(form.templates.map(({ templateId }) => templateId));
    expect(planned().every(({ templateId }) => ids.has(templateId))).toBe(true);
    expect(planned()).toHaveLength(ids.has(morning.templateId) ? 20 : 8);
  });

  it('saved by a button pressed twice is saved once, and both presses hear so', async () => {
    const wish = { stationId, revision: 0, form: aForm() };
    const answers = await Promise.all([head.ask('duty.saveRoster', wish), head.ask('duty.saveRoster', wish)]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { revision: 1, kept: [] } });
    expect(planned()).toHaveLength(20);
    expect(new Set(all().map(({ _id }) => _id)).size).toBe(20);
    itIs(dutyNow + 60_000);
    await cloud.tick('duty');
    expect(planned()).toHaveLength(20);
    expect(stored()).toMatchObject({ revision: 1, madeUpTo: '2026-12-21' });
  });

  describe('that changes', () => {
    beforeEach(() => save(aForm()));

    it('changes shifts that nobody has', async () => {
      const answer = await edit(aForm([{ ...morning, from: 570, needs: [{ role: 'door', count: 3, skill: null }] }]));
      expect(answer).toEqual({ revision: 2, made: 0, changed: 20, calledOff: 0, kept: [], later: 0 });
      expect(planned()).toHaveLength(20);
      expect(on('2026-11-24')).toMatchObject({ startsAt: at('2026-11-24T09:30:00'), needs: [{ count: 3 }], turn: 1 });
      expect(on('2026-11-24').log).toMatchObject([{ act: 'changed', by: 'chen' }]);
    });

    it('saved as it was writes no shift', async () => {
      expect(await edit(aForm())).toMatchObject({ made: 0, changed: 0, kept: [] });
      expect(head.tripsOfLast()).toBeLessThanOrEqual(8);
      expect(all().every(({ turn }) => turn === 0)).toBe(true);
    });

    it('keeps the time of a shift that somebody has, says so, and asks for the people who are wanted besides', async () => {
      takes(on('2026-11-25'));
      const rule = {
        ...morning,
        from: 780,
        until: 960,
        standby: 2,
        needs: [{ role: 'door' as const, count: 4, skill: null }],
      };
      const answer = await edit(aForm([rule], { releaseHours: 48, swapNeedsHead: true }));
      expect(answer).toMatchObject({
        changed: 20,
        kept: [{ day: '2026-11-25', startsAt: at('2026-11-25T09:00:00') }],
      });
      expect(on('2026-11-25')).toMatchObject({
        startsAt: at('2026-11-25T09:00:00'),
        endsAt: at('2026-11-25T12:00:00'),
        needs: [{ role: 'door', count: 4 }],
        standbyPlaces: 2,
        releaseHours: 48,
        swapNeedsHead: true,
      });
      expect(Object.keys(on('2026-11-25').places)).toEqual([cloud.as('wang').personId]);
    });

    it('keeps every place that somebody has when fewer are needed, and gives no more away', async () => {
      takes(on('2026-11-25'));
      takes(on('2026-11-25'), 'li');
      takes(on('2026-11-26'));
      const fewer = await edit(aForm([{ ...morning, needs: [{ role: 'door', count: 1, skill: null }] }]));
      expect(fewer.kept).toEqual([{ day: '2026-11-25', startsAt: at('2026-11-25T09:00:00') }]);
      expect(on('2026-11-25')).toMatchObject({ needs: [{ role: 'door', count: 2 }], openTo: [] });
      expect(on('2026-11-26')).toMatchObject({ needs: [{ role: 'door', count: 1 }], openTo: [] });
      const other = await edit(aForm([{ ...morning, needs: [{ role: 'cleaning', count: 1, skill: null }] }]));
      expect(other.kept).toHaveLength(2);
      expect(on('2026-11-25').needs).toMatchObject([
        { role: 'cleaning', count: 1 },
        { role: 'door', count: 2 },
      ]);
    });

    it('calls off what it no longer knows, but for shifts that somebody has or stands by for', async () => {
      takes(on('2026-11-25'));
      standsBy(on('2026-11-26'));
      const answer = await edit(aForm([weekend]));
      expect(answer).toMatchObject({ made: 8, calledOff: 18 });
      expect(answer.kept.map(({ day: kept }) => kept)).toEqual(['2026-11-25', '2026-11-26']);
      expect(on('2026-11-25').state).toBe('planned');
      expect(on('2026-11-24')).toMatchObject({ state: 'called-off', openTo: [], gapFor: [] });
    });

    it('plans again what it had called off, when the rule comes back', async () => {
      await edit(aForm([]));
      expect(planned()).toEqual([]);
      expect(await edit(aForm())).toMatchObject({ made: 20, changed: 0, calledOff: 0 });
      expect(planned()).toHaveLength(20);
      expect(on('2026-11-24')).toMatchObject({ openTo: ['union:beicai', 'union:pudong'], turn: 2 });
    });

    it('leaves called off what a head called off', async () => {
      const log = [{ act: 'called-off' as const, at: dutyNow, number: null, by: '陈站长', reason: '停电检修' }];
      rewrite({ ...on('2026-11-25'), state: 'called-off', log });
      expect(await edit(aForm([{ ...morning, from: 570 }]))).toMatchObject({ changed: 19, made: 0, kept: [] });
      expect(on('2026-11-25')).toMatchObject({ state: 'called-off', turn: 1 });
    });

    it('leaves alone what has begun', async () => {
      itIs(at('2026-11-24T09:00:00'));
      expect(await edit(aForm([]))).toMatchObject({ calledOff: 19 });
      expect(on('2026-11-24')).toMatchObject({ state: 'planned', turn: 0 });
    });

    it('does not make a second shift of a rule that moves behind one that has begun', async () => {
      itIs(at('2026-11-24T09:30:00'));
      const answer = await edit(aForm([{ ...morning, from: 840, until: 1_000 }]));
      expect(answer).toMatchObject({ made: 1, changed: 19 });
      expect(all().filter((shift) => shift.day === '2026-11-24')).toHaveLength(1);
      expect(on('2026-11-24').startsAt).toBe(at('2026-11-24T09:00:00'));
    });

    it.each([5, 10, 20, 30])(
      'never takes a shift from under those who take it while it is saved, %d steps apart',
      async (pause) => {
        const days = all().map((shift) => shift.day);
        const changing = edit(aForm([weekend]));
        const taken: string[] = [];
        // From the last day on, so that some are taken after the roster was read and before they are called off.
        for (const next of days.toReversed()) {
          for (let step = 0; step < pause; step += 1) await Promise.resolve();
          const shift = on(next);
          if (shift.state !== 'planned') continue;
          takes(shift);
          taken.push(next);
        }
        const answer = await changing;
        expect(taken.length).toBeGreaterThan(0);
        expect(taken.length).toBeLessThan(20);
        expect(answer.calledOff).toBe(20 - taken.length);
        expect(answer.kept.map(({ day: kept }) => String(kept))).toEqual(taken.sort());
        for (const next of days) expect(on(next).state).toBe(taken.includes(next) ? 'planned' : 'called-off');
      },
    );

    it('of which more changes than one call makes follows with the timer', async () => {
      const rules = Array.from({ length: 10 }, (_, nth) =>
        aTemplate(`规则${nth}`, { from: nth * 60, until: nth * 60 + 60 }),
      );
      await edit(aForm(rules));
      const answer = await edit(
        aForm(rules.map((rule) => ({ ...rule, needs: [{ role: 'helping', count: 1, skill: null }] }))),
      );
      expect(answer).toMatchObject({ changed: 200, later: 0 });
      const more = [...rules, aTemplate('规则十', { from: 1_200, until: 1_260 })];
      await edit(aForm(more));
      const last = await edit(aForm([]));
      expect(last).toMatchObject({ calledOff: 200, later: 21 });
      expect(planned()).toHaveLength(21);
      expect(stored().madeUpTo).toBeNull();
      itIs(dutyNow + 60_000);
      await cloud.tick('duty');
      expect(planned()).toEqual([]);
      expect(stored()).toMatchObject({ madeUpTo: '2026-12-21', makeAt: at('2026-11-24T00:00:00') });
    });
  });

  describe('at night', () => {
    const midnight = (days: number): void => {
      itIs(at('2026-11-23T00:00:37') + days * DAY);
    };
    const tick = async () => ((await cloud.tick('duty')) as { makeShifts: unknown }).makeShifts;

    it('makes one day more, once', async () => {
      await save(aForm([aTemplate('每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] })]));
      expect(all()).toHaveLength(28);
      expect(await tick()).toMatchObject({ value: { made: 0 } });
      midnight(1);
      expect(await tick()).toMatchObject({ value: { made: 1 } });
      expect(await tick()).toMatchObject({ value: { made: 0 } });
      expect(all().at(-1)?.day).toBe('2026-12-22');
    });

    it('makes every day that was missed while the timer stood still', async () => {
      await save(aForm([aTemplate('每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] })]));
      midnight(40);
      expect(await tick()).toMatchObject({ value: { made: 29 } });
      expect(all().at(-1)?.day).toBe(addDays(shanghaiDay(dutyNow), 40 + 28));
    });

    it('calls off on Monday what was kept for somebody who has given it back', async () => {
      await save(aForm());
      takes(on('2026-12-03'));
      expect((await edit(aForm([]))).kept).toHaveLength(1);
      rewrite({ ...on('2026-12-03'), places: {} });
      midnight(1);
      await tick();
      expect(on('2026-12-03').state).toBe('planned');
      midnight(7);
      await tick();
      expect(on('2026-12-03').state).toBe('called-off');
    });

    it('lets two timers make a day once', async () => {
      await save(aForm([aTemplate('每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] })]));
      midnight(1);
      await Promise.all([tick(), tick()]);
      expect(all()).toHaveLength(29);
      expect(new Set(all().map((shift) => shift.day)).size).toBe(29);
    });

    it('goes on with others when a station is gone', async () => {
      const second = StationId.parse('beicai-2');
      await save(aForm([aTemplate('每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] })]));
      await head.must('duty.saveRoster', {
        stationId: second,
        revision: 0,
        form: aForm([aTemplate('每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] })]),
      });
      cloud.store('stations').remove({ _id: stationId });
      midnight(1);
      expect(await tick()).toMatchObject({ value: { made: 1 } });
      expect(all().filter((shift) => shift.stationId === second)).toHaveLength(29);
      expect(stored().makeAt).toBe(at('2026-11-25T00:00:00'));
    });

    it('tells the new address of a station in shifts that are made already', async () => {
      await save(aForm());
      takes(on('2026-11-25'));
      cloud.store('stations').update({ _id: stationId }, { $set: { address: '莲溪路1号' } });
      midnight(1);
      await tick();
      expect(planned().every(({ address }) => address === '莲溪路1号')).toBe(true);
      expect(Object.keys(on('2026-11-25').places)).toHaveLength(1);
    });
  });

  describe('of six studios in turn', () => {
    const studios = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `${name}工作室`);
    const sitting = aTemplate('坐班', { turns: studios, needs: [{ role: 'sitting', count: 1, skill: null }] });

    it('says to everybody who sits this week and next, and names no volunteer', async () => {
      await save(aForm([sitting, weekend]));
      takes(on('2026-11-25'), 'wang');
      const answer = await cloud.nobody('duty', { action: 'showSittings', input: { stationId } });
      const { sittings } = (answer.result as { value: { sittings: { who: string; startsAt: number }[] } }).value;
      expect(sittings.map(({ who }) => who)).toEqual([
        ...Array<string>(4).fill('甲工作室'),
        ...Array<string>(5).fill('乙工作室'),
      ]);
      expect(sittings[0]).toEqual({
        title: '坐班',
        who: '甲工作室',
        startsAt: at('2026-11-24T09:00:00'),
        endsAt: at('2026-11-24T12:00:00'),
      });
      expect(JSON.stringify(answer.result)).not.toContain('wang');
    });

    it('leaves out what has ended and what was called off', async () => {
      await save(aForm([sitting]));
      rewrite({ ...on('2026-11-25'), state: 'called-off' });
      itIs(at('2026-11-24T12:00:00'));
      const { sittings } = await cloud.as('visitor').must('duty.showSittings', { stationId });
      expect(sittings[0]?.startsAt).toBe(at('2026-11-26T09:00:00'));
      expect(sittings).toHaveLength(7);
    });
  });
});
