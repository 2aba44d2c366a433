import type { Tap } from '../../types/duty-tap';
import type { PersonId } from '../../types/ids';
import { StationId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, dutyNow, numberOf, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, comes, counts, leaves } from '../testing/taps';
import { line } from './keeping';
import type { Unindexed } from './shift-index';
import { stationTag } from './shift-index';
import type { ShiftRecord } from './shift-records';

const station = StationId.parse('beicai-1');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`2026-${text}+08:00`));
const nine = at('11-25T09:00:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const after = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
const noon = after(nine, 3 * HOUR);

describe('what time brings to a shift', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(dutyNow);
    cloud.store('stations').insert(aStation(station));
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('district', 'clerk', 'pudong');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const idOf = (name: string): PersonId => cloud.as(name).personId;
  const volunteer = (name: string, more: Parameters<typeof aVolunteer>[2] = {}) =>
    cloud.store('volunteers').insert(aVolunteer(name, idOf(name), more));
  const put = (people: readonly string[], more: Partial<Unindexed> = {}): ShiftRecord => {
    const places = Object.fromEntries(people.map((one) => [idOf(one), aPlace(one)]));
    const shift = aShift('上午班', { places, ...more });
    cloud.store('shifts').insert(shift);
    for (const one of people) volunteer(one);
    return shift;
  };
  const standsBy = (...people: string[]): Unindexed['standby'] =>
    Object.fromEntries(
      people.map((name, nth) => [
        idOf(name),
        { number: numberOf(name), calledName: name, at: after(dutyNow, nth), calledAt: null },
      ]),
    );
  const tickAt = async (now: EpochMs) => {
    itIs(now);
    await cloud.tick('duty');
  };
  const stored = () => cloud.store('shifts').find({ _id: shiftIdOf('上午班') })[0] as unknown as ShiftRecord;
  const notices = () =>
    cloud
      .store('notices')
      .find({})
      .map(({ kind, personId }) => `${String(kind)} ${nameOf(String(personId))}`)
      .sort();
  const known = ['zhang', 'li', 'wang', 'chen', 'head', 'district', 'neighbour', 'other'];
  const nameOf = (id: string) => known.find((name) => idOf(name) === id) ?? id;
  const send = (name: string, ...taps: Tap[]) =>
    cloud.as(name).must('duty.recordTaps', { shiftId: shiftIdOf('上午班'), phoneNow: EpochMs.parse(Date.now()), taps });
  const book = (name: string) => cloud.store('hours-book').find({ personId: idOf(name) });

  describe('while somebody is wanted', () => {
    it('tells the heads of the station 72, 24 and 4 hours ahead, once each, and not the district', async () => {
      put(['zhang']);
      await tickAt(after(nine, -72 * HOUR - 1));
      expect(notices()).toEqual([]);
      await tickAt(after(nine, -72 * HOUR));
      await tickAt(after(nine, -71 * HOUR));
      expect(notices()).toEqual(['shift-gap head']);
      await tickAt(after(nine, -24 * HOUR));
      await tickAt(after(nine, -4 * HOUR));
      await tickAt(after(nine, -3 * HOUR));
      expect(notices().filter((line) => line.startsWith('shift-gap'))).toHaveLength(3);
    });

    it('tells the district where the street has nobody', async () => {
      cloud.store('staff').remove({ _id: idOf('head') });
      put(['zhang']);
      await tickAt(after(nine, -72 * HOUR));
      expect(notices()).toEqual(['shift-gap district']);
    });

    it('tells of a place that was given back after the stage had begun, and only of the nearest stage', async () => {
      put(['zhang', 'li']);
      await tickAt(after(nine, -30 * HOUR));
      expect(notices()).toEqual([]);
      const { places } = stored();
      const shift = aShift('上午班', { places: { [idOf('zhang')]: places[idOf('zhang')] } as never });
      cloud.store('shifts').remove({ _id: shift._id });
      cloud.store('shifts').insert(shift);
      await tickAt(after(nine, -3 * HOUR));
      expect(notices().filter((line) => line.startsWith('shift-gap'))).toEqual(['shift-gap head']);
    });

    it('asks the neighbours’ volunteers a day ahead: those to whom the rules allow it', async () => {
      const elsewhere = { tags: [stationTag('beicai-2')] };
      volunteer('neighbour', elsewhere);
      volunteer('other', { ...elsewhere, birthYear: 2015 });
      volunteer('chen', { ...elsewhere, state: 'paused' });
      put(['zhang'], { neighbours: [StationId.parse('beicai-2')] });
      await tickAt(after(nine, -25 * HOUR));
      expect(stored()).toMatchObject({ isCall: false });
      await tickAt(after(nine, -24 * HOUR));
      expect(stored()).toMatchObject({ isCall: true });
      expect(stored().openTo).toContain('station:beicai-2');
      expect(notices().filter((line) => line.startsWith('shift-call'))).toEqual(['shift-call neighbour']);
    });

    it('says nothing of a shift that everybody has taken, but reminds them on the day before', async () => {
      put(['zhang', 'li'], { standbyPlaces: 0 });
      await tickAt(after(nine, -24 * HOUR));
      expect(notices()).toEqual([]);
      await tickAt(after(nine, -20 * HOUR));
      await tickAt(after(nine, -19 * HOUR));
      expect(notices()).toEqual(['shift-tomorrow li', 'shift-tomorrow zhang']);
    });
  });

  describe('when somebody is late', () => {
    it('calls the standby after ten minutes, the head after twenty, each once', async () => {
      put(['zhang', 'li'], { standby: standsBy('wang', 'chen'), standbyPlaces: 2 });
      await tickAt(after(nine, -20 * HOUR));
      itIs(nine);
      await send('li', aTap('in', nine, comes()));
      await tickAt(after(nine, 10 * MINUTE - 1));
      expect(notices().filter((line) => !line.startsWith('shift-tomorrow'))).toEqual([]);
      await tickAt(after(nine, 10 * MINUTE));
      await tickAt(after(nine, 12 * MINUTE));
      expect(stored().standby[idOf('wang')]?.calledAt).toBe(after(nine, 10 * MINUTE));
      expect(stored().standby[idOf('chen')]?.calledAt).toBeNull();
      expect(notices().filter((line) => !line.startsWith('shift-tomorrow'))).toEqual(['standby-called wang']);
      await tickAt(after(nine, 20 * MINUTE));
      await tickAt(after(nine, 22 * MINUTE));
      expect(notices().filter((line) => !line.startsWith('shift-tomorrow'))).toEqual([
        'shift-late head',
        'standby-called wang',
      ]);
    });

    it('lets the called one step in, and tells no head of somebody who is no longer expected', async () => {
      put(['zhang', 'li'], { standby: standsBy('wang') });
      volunteer('wang');
      itIs(nine);
      await send('li', aTap('in', nine, comes()));
      await tickAt(after(nine, 10 * MINUTE));
      await cloud.as('wang').must('duty.stepIn', { shiftId: shiftIdOf('上午班') });
      await send('wang', aTap('in', after(nine, 10 * MINUTE), comes()));
      await tickAt(after(nine, 20 * MINUTE));
      expect(notices().filter((line) => line.startsWith('shift-late'))).toEqual([]);
    });

    it('does not forget it because of what others write meanwhile', async () => {
      put(['zhang', 'li'], { standby: standsBy('wang') });
      itIs(nine);
      await send('li', aTap('in', nine, comes()));
      itIs(after(nine, 11 * MINUTE));
      await send('li', aTap('n', after(nine, 11 * MINUTE), counts(1)));
      await cloud.tick('duty');
      expect(notices()).toContain('standby-called wang');
    });

    it('calls the standby for a place that nobody ever took', async () => {
      put(['zhang'], { standby: standsBy('wang') });
      itIs(nine);
      await send('zhang', aTap('in', nine, comes()));
      await tickAt(after(nine, 10 * MINUTE));
      expect(notices()).toContain('standby-called wang');
    });
  });

  describe('when the shift is over', () => {
    const forget = async () => {
      put(['zhang', 'li']);
      itIs(nine);
      await send('zhang', aTap('in', nine, comes()), aTap('n', nine, counts(1)));
      itIs(after(nine, HOUR));
      await send('zhang', aTap('n2', after(nine, HOUR), counts(1)));
    };
    const onMap = async () =>
      (await cloud.as('rider').must('station.show', { stationId: station, code: null })).status.reasons.map(
        ({ because }) => because,
      );

    it('closes a forgotten clock: the map at the end, the place half an hour later, the book after a day', async () => {
      await forget();
      itIs(after(noon, -1));
      expect(await onMap()).toContain('on-duty');
      itIs(noon);
      expect(await onMap()).not.toContain('on-duty');
      await tickAt(after(noon, 30 * MINUTE - 1));
      expect(stored().places[idOf('zhang')]?.state).toBe('on-duty');
      await tickAt(after(noon, 30 * MINUTE));
      await tickAt(after(noon, 32 * MINUTE));
      expect(stored().places[idOf('zhang')]?.state).toBe('run-out');
      expect(stored().places[idOf('li')]?.state).toBe('missed');
      expect(notices()).toEqual(expect.arrayContaining(['clock-forgotten zhang', 'shift-missed li']));
      expect(cloud.store('stations').find({ _id: station })[0]).toMatchObject({ live: { duty: {} } });
      expect(book('zhang')).toEqual([]);
      await tickAt(after(noon, 24 * HOUR));
      await tickAt(after(noon, 25 * HOUR));
      expect(stored().state).toBe('closed');
      expect(book('zhang')).toMatchObject([
        {
          mix: [
            { evidence: 'tap', minutes: 60 },
            { evidence: 'assumed', minutes: 120 },
          ],
        },
      ]);
      expect(book('li')).toEqual([]);
      expect(stored().sweepAt).toBeGreaterThan(after(noon, 1000 * HOUR));
    });

    it('counts the leaving that a phone sends later in place of what was assumed, and nothing after that', async () => {
      await forget();
      await tickAt(after(noon, 30 * MINUTE));
      itIs(after(noon, 5 * HOUR));
      const tooLate = await send('zhang', aTap('home', after(noon, 5 * HOUR), leaves(null, null, '忘了')));
      expect(tooLate.outcomes[0]?.refusal).toBe('too-late');
      await send('zhang', aTap('out', after(noon, -HOUR), leaves(null, null, '提前走')));
      expect(stored().places[idOf('zhang')]?.state).toBe('served');
      expect(book('zhang')).toMatchObject([{ mix: [{ evidence: 'tap', minutes: 120 }] }]);
      await tickAt(after(noon, 24 * HOUR));
      expect(book('zhang')).toHaveLength(1);
    });

    it('takes a whole morning from a phone that had no network, though it was thought to be missed', async () => {
      put(['zhang', 'li']);
      await tickAt(after(noon, 30 * MINUTE));
      expect(stored().places[idOf('zhang')]?.state).toBe('missed');
      itIs(after(noon, 6 * HOUR));
      await send('zhang', aTap('in', nine, comes()), aTap('out', noon, leaves(null, null, '没网')));
      expect(book('zhang')).toMatchObject([{ mix: [{ evidence: 'tap', minutes: 180 }] }]);
      const late = after(noon, 24 * HOUR);
      await tickAt(late);
      const { outcomes } = await send('li', aTap('in', after(late, -24 * HOUR), comes()));
      expect(outcomes[0]?.refusal).toBe('too-old');
    });

    it('writes a run-out once though two timers run at the same moment', async () => {
      await forget();
      itIs(after(noon, 24 * HOUR));
      await Promise.all([cloud.tick('duty'), cloud.tick('duty')]);
      await cloud.tick('duty');
      expect(book('zhang')).toHaveLength(1);
      expect(stored().state).toBe('closed');
    });
  });

  it('goes on with the other shifts when one of them fails, and does that one once it can', async () => {
    const zhang = aPlace('zhang', { state: 'run-out', clockIn: { at: nine, evidence: 'near' }, lastSignAt: noon });
    put([], { places: { [idOf('zhang')]: zhang } });
    cloud.store('volunteers').insert({ _id: idOf('zhang'), number: 'broken' });
    const other = aShift('别的班', { startsAt: after(noon, 25 * HOUR), endsAt: after(noon, 28 * HOUR) });
    cloud.store('shifts').insert(other);
    await tickAt(after(noon, 24 * HOUR));
    expect(stored().state).toBe('planned');
    expect(notices()).toContain('shift-gap head');
    cloud.store('volunteers').remove({ _id: idOf('zhang') });
    volunteer('zhang');
    await tickAt(after(noon, 25 * HOUR));
    expect(stored().state).toBe('closed');
    expect(book('zhang')).toMatchObject([{ mix: [{ evidence: 'tap', minutes: 180 }] }]);
  });

  it('tells and lets go everybody whom a call that died left on a shift that was called off', async () => {
    const { _id, startsAt, endsAt } = put(['zhang', 'li'], {
      state: 'called-off',
      standby: standsBy('wang'),
      log: [line('called-off', dutyNow, { by: 'head', reason: '台风' })],
    });
    volunteer('wang');
    for (const name of ['zhang', 'li', 'wang']) {
      const diary = { [_id]: { startsAt, endsAt, isStandby: name === 'wang' } };
      cloud.store('volunteers').update({ _id: idOf(name) }, { $set: { diary } });
    }
    await tickAt(after(dutyNow, 2 * MINUTE - 1));
    expect(notices()).toEqual([]);
    await tickAt(after(dutyNow, 2 * MINUTE));
    await tickAt(after(dutyNow, 4 * MINUTE));
    expect(notices()).toEqual(['shift-called-off li', 'shift-called-off wang', 'shift-called-off zhang']);
    expect(cloud.store('notices').find({ words: '台风' })).toHaveLength(3);
    expect(stored()).toMatchObject({ state: 'called-off', places: {}, standby: {}, sweepAt: NEVER });
    expect(cloud.store('volunteers').find({ diary: {} })).toHaveLength(3);
  });

  it('sees to forty gaps in one run, each with three round trips', async () => {
    for (let nth = 0; nth < 40; nth += 1) cloud.store('shifts').insert(aShift(`班${nth}`));
    await tickAt(after(nine, -72 * HOUR));
    expect(cloud.store('notices').count({ kind: 'shift-gap' })).toBe(40);
    expect(cloud.store('shifts').count({ sweepAt: { $lte: Date.now() } })).toBe(0);
  });
});
