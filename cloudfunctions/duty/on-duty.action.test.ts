import type { Tap } from '../../types/duty-tap';
import type { PersonId } from '../../types/ids';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { printedCode, rotatingCode } from '../station/station-code';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aPlace, aShift, aVolunteer, numberOf, shiftIdOf } from '../testing/duty';
import { aStation } from '../testing/stations';
import { aTap, atTheDoor, closesDown, comes, counts, keyOf, leaves, opensUp } from '../testing/taps';
import type { Unindexed } from './shift-index';
import type { ShiftPlace, ShiftRecord } from './shift-records';

const station = StationId.parse('beicai-1');
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`2026-11-25T${text}+08:00`));
const [early, nine, ten, noon] = [at('08:50:00'), at('09:00:00'), at('10:00:00'), at('12:00:00')];
const MINUTE = 60_000;
const far = { longitude: 121.7, latitude: 31.179 };

describe('on duty', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(nine);
    cloud.store('stations').insert(aStation(station));
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const idOf = (name: string): PersonId => cloud.as(name).personId;
  const put = (name: string, people: readonly string[], more: Partial<Unindexed> = {}): ShiftRecord => {
    const places: Record<PersonId, ShiftPlace> = Object.fromEntries(people.map((one) => [idOf(one), aPlace(one)]));
    const shift = aShift(name, { places, ...more });
    cloud.store('shifts').insert(shift);
    for (const one of people)
      if (cloud.store('volunteers').count({ _id: idOf(one) }) === 0)
        cloud.store('volunteers').insert(aVolunteer(one, idOf(one)));
    return shift;
  };
  const send = (name: string, taps: readonly Tap[], shift = '上午班', phoneNow = EpochMs.parse(Date.now())) =>
    cloud.as(name).must('duty.recordTaps', { shiftId: shiftIdOf(shift), phoneNow, taps: [...taps] });
  const tapNow = (name: string, key: string, tapped: Tap['tapped'], shift = '上午班') =>
    send(name, [aTap(key, EpochMs.parse(Date.now()), tapped)], shift);
  const told = async (sent: ReturnType<typeof send>) =>
    (await sent).outcomes.map(({ outcome, refusal }) => refusal ?? outcome);
  const stored = (name = '上午班') => cloud.store('shifts').find({ _id: shiftIdOf(name) })[0] as unknown as ShiftRecord;
  const book = (name: string) => cloud.store('hours-book').find({ personId: idOf(name) });
  const mapSays = async () => (await cloud.as('rider').must('station.show', { stationId: station, code: null })).status;
  const doorCode = () => String(cloud.store('stations').find({ _id: station })[0]?.['doorCode']);

  it('opens the station on the map with coming, and closes it with leaving', async () => {
    put('上午班', ['zhang'], { startsAt: at('06:00:00'), endsAt: at('08:00:00') });
    itIs(at('06:00:00'));
    expect((await mapSays()).state).toBe('closed');
    const came = await tapNow('zhang', 'in', comes());
    expect(came.page).toMatchObject({ state: 'on-duty', evidence: 'near', status: { state: 'open' } });
    expect(await mapSays()).toMatchObject({
      state: 'open',
      reasons: [{ because: 'on-duty', since: at('06:00:00') }, {}],
    });
    itIs(at('07:30:00'));
    const left = await send('zhang', [aTap('list', at('07:30:00'), closesDown), aTap('out', at('07:30:00'), leaves())]);
    expect(left.page).toMatchObject({
      state: 'served',
      status: { state: 'closed' },
      minutes: [{ evidence: 'near', minutes: 90 }],
    });
    expect((await mapSays()).state).toBe('closed');
    expect(stored().effects).toEqual([]);
    expect(book('zhang')).toMatchObject([{ kind: 'shift', seq: 1, mix: [{ evidence: 'near', minutes: 90 }] }]);
  });

  it('takes few round trips', async () => {
    put('上午班', ['zhang']);
    const zhang = cloud.as('zhang');
    const trips = async (key: string, tapped: Tap['tapped'], now = nine) => {
      itIs(now);
      const taps = [aTap(key, now, tapped)];
      await zhang.must('duty.recordTaps', { shiftId: shiftIdOf('上午班'), phoneNow: now, taps });
      return zhang.tripsOfLast();
    };
    expect(await trips('in', comes())).toBe(13);
    expect(await trips('two', counts(2))).toBe(9);
    expect(await trips('two', counts(2))).toBe(5);
    expect(await trips('list', closesDown)).toBe(11);
    expect(await trips('out', leaves(), ten)).toBe(16);
    await zhang.must('duty.showDuty', { shiftId: shiftIdOf('上午班') });
    expect(zhang.tripsOfLast()).toBe(4);
  });
});
