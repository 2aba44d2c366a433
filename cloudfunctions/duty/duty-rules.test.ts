import type { NotMineReason } from '../../types/duty-kind';
import { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { aPlace, aShift, aVolunteer, dutyNow, shiftIdOf } from '../testing/duty';
import { shanghai } from '../testing/duty-world';
import { notMine, notMineToStandBy } from './duty-rules';
import { ownPlace } from './own-place';
import type { Unindexed } from './shift-index';
import { stationTag } from './shift-index';
import type { VolunteerRecord } from './volunteer-records';

const me = PersonId.parse(`p${'a'.repeat(22)}`);
const other = PersonId.parse(`p${'b'.repeat(22)}`);
const span = (from: string, until: string, isStandby = false) => ({
  startsAt: shanghai(`2026-11-${from}`),
  endsAt: shanghai(`2026-11-${until}`),
  isStandby,
});

/** Wednesday 25 November, unless it says otherwise. */
const shiftAt = (from: string, until: string, more: Partial<Unindexed> = {}) =>
  aShift('班', { startsAt: shanghai(`2026-11-${from}`), endsAt: shanghai(`2026-11-${until}`), ...more });
const volunteer = (more: Partial<VolunteerRecord> = {}, ...taken: ReturnType<typeof span>[]): VolunteerRecord =>
  aVolunteer('周阿姨', me, {
    diary: Object.fromEntries(taken.map((engagement, nth) => [shiftIdOf(`other-${nth}`), engagement])),
    ...more,
  });
const born = (birthYear: number, ...taken: ReturnType<typeof span>[]): VolunteerRecord =>
  volunteer({ birthYear }, ...taken);
const why = (shift: ReturnType<typeof aShift>, who: VolunteerRecord, now = dutyNow): NotMineReason[] =>
  notMine(shift, 'door', who, now);

const morning = shiftAt('25T09:00', '25T12:00');

describe('a shift is not for somebody', () => {
  it('who has something else at the time, be it only standing by; back to back is no overlap', () => {
    expect(why(morning, volunteer({}, span('25T11:59', '25T14:00')))).toEqual(['overlaps']);
    expect(why(morning, volunteer({}, span('25T08:00', '25T09:01', true)))).toEqual(['overlaps']);
    expect(why(morning, volunteer({}, span('25T12:00', '25T14:00'), span('25T07:00', '25T09:00')))).toEqual([]);
  });

  it('who has not rested eight hours after a night, whichever of the two was taken first', () => {
    expect(why(shiftAt('25T09:59', '25T11:00'), volunteer({}, span('24T23:00', '25T02:00')))).toEqual([
      'too-little-rest',
    ]);
    expect(why(shiftAt('25T10:00', '25T11:00'), volunteer({}, span('24T23:00', '25T02:00')))).toEqual([]);
    expect(why(shiftAt('24T23:00', '25T02:00'), volunteer({}, span('25T09:59', '25T11:00')))).toEqual([
      'too-little-rest',
    ]);
    expect(why(shiftAt('24T20:00', '24T22:00'), volunteer({}, span('24T22:00', '25T01:00')))).toEqual([]);
  });

  it('who serves the night before or after', () => {
    expect(why(shiftAt('25T22:00', '26T01:00'), volunteer({}, span('24T22:00', '25T01:00')))).toEqual([
      'night-after-night',
    ]);
    expect(why(shiftAt('25T04:00', '25T07:00'), volunteer({}, span('25T21:00', '25T22:01')))).toEqual([
      'night-after-night',
    ]);
    expect(why(shiftAt('25T21:00', '25T22:00'), volunteer({}, span('24T22:00', '25T01:00')))).toEqual([]);
    expect(why(shiftAt('26T22:00', '27T01:00'), volunteer({}, span('24T22:00', '25T01:00')))).toEqual([]);
  });

  it('whose day is full: eight hours, four from 70 on; a night counts to both its days', () => {
    const afternoon = shiftAt('25T13:00', '25T17:00');
    expect(why(afternoon, volunteer({}, span('25T08:00', '25T12:00')))).toEqual([]);
    expect(why(afternoon, volunteer({}, span('25T07:59', '25T12:00')))).toEqual(['day-full']);
    expect(why(afternoon, born(1956))).toEqual([]);
    expect(why(afternoon, born(1956, span('25T09:00', '25T09:01')))).toEqual(['day-full']);
    expect(why(afternoon, born(1957, span('25T09:00', '25T09:01')))).toEqual([]);
    expect(why(shiftAt('24T20:00', '25T02:00'), volunteer({}, span('25T12:00', '25T18:00')))).toEqual([]);
    expect(why(shiftAt('24T20:00', '25T02:01'), volunteer({}, span('25T12:00', '25T18:00')))).toEqual(['day-full']);
  });

  it('whose week is full, from Monday to Sunday: 24 hours, twelve from 70 on', () => {
    const days = ['23', '24', '26'].map((day) => span(`${day}T09:00`, `${day}T16:00`));
    expect(why(shiftAt('25T09:00', '25T12:00'), volunteer({}, ...days))).toEqual([]);
    expect(why(shiftAt('25T09:00', '25T12:01'), volunteer({}, ...days))).toEqual(['week-full']);
    const sunday = [span('22T09:00', '22T16:00'), span('21T09:00', '21T16:00'), span('20T09:00', '20T16:00')];
    expect(why(shiftAt('25T09:00', '25T13:00'), volunteer({}, ...sunday))).toEqual([]);
    const three = ['23', '24', '26'].map((day) => span(`${day}T09:00`, `${day}T12:00`));
    expect(why(shiftAt('25T09:00', '25T12:00'), born(1950, ...three))).toEqual([]);
    expect(why(shiftAt('25T09:00', '25T12:01'), born(1950, ...three))).toEqual(['week-full']);
  });

  it('who is too young, or too old for the night; the night is from ten until six', () => {
    const night = shiftAt('25T21:00', '25T22:01');
    expect(why(morning, born(2011))).toEqual(['too-young']);
    expect(why(morning, born(2010))).toEqual([]);
    expect(why(night, born(2009))).toEqual(['night-too-young']);
    expect(why(night, born(2008))).toEqual([]);
    expect(why(night, born(1956))).toEqual(['night-too-old']);
    expect(why(night, born(1957))).toEqual([]);
    expect(why(shiftAt('25T21:00', '25T22:00'), born(1956))).toEqual([]);
    expect(why(shiftAt('25T05:59', '25T08:00'), born(1956))).toEqual(['night-too-old']);
    expect(why(shiftAt('25T06:00', '25T08:00'), born(1956))).toEqual([]);
  });

  it('who lacks the skill of the role, though another role would do', () => {
    const clinic = shiftAt('25T09:00', '25T12:00', {
      needs: [
        { role: 'first-aid', count: 1, skill: 'first-aid' },
        { role: 'door', count: 1, skill: null },
      ],
    });
    expect(notMine(clinic, 'first-aid', volunteer(), dutyNow)).toEqual(['skill-missing']);
    expect(notMine(clinic, 'first-aid', volunteer({ skills: ['first-aid'] }), dutyNow)).toEqual([]);
    expect(notMine(clinic, null, volunteer(), dutyNow)).toEqual([]);
    const doorTaken = { ...clinic, places: { [other]: aPlace('李叔叔') } };
    expect(notMine(doorTaken, null, volunteer(), dutyNow)).toEqual(['skill-missing']);
    expect(notMine(doorTaken, 'door', volunteer(), dutyNow)).toEqual(['full']);
    expect(notMineToStandBy(doorTaken, volunteer(), dutyNow)).toEqual([]);
  });

  it('once there is less than half an hour of it left', () => {
    const last = EpochMs.parse(morning.endsAt - 30 * 60_000);
    expect(why(morning, volunteer(), EpochMs.parse(last - 1))).toEqual([]);
    expect(why(morning, volunteer(), last)).toEqual(['begun']);
  });

  it('that was called off, is theirs already, or is kept by another union, unless it calls its neighbours', () => {
    expect(why({ ...morning, state: 'called-off' }, volunteer())).toEqual(['called-off']);
    expect(why({ ...morning, places: { [me]: aPlace('周阿姨') } }, volunteer())).toEqual(['mine-already']);
    const neighbour = volunteer({ tags: [stationTag('weifang-1'), 'union:weifang'] });
    const near = { ...morning, neighbours: ['weifang-1' as never] };
    expect(why(near, neighbour)).toEqual(['not-for-you']);
    expect(why({ ...near, isCall: true }, neighbour)).toEqual([]);
  });
});

describe('one’s own place', () => {
  it('may be given back until the deadline, and clocked in at from half an hour before', () => {
    const shift = { ...morning, places: { [me]: aPlace('周阿姨') } };
    const deadline = EpochMs.parse(morning.startsAt - 12 * 3_600_000);
    expect(ownPlace(shift, me, EpochMs.parse(deadline - 1))).toMatchObject({
      mayRelease: true,
      releaseUntil: deadline,
      mayClockInFrom: morning.startsAt - 30 * 60_000,
    });
    expect(ownPlace(shift, me, deadline)).toMatchObject({ mayRelease: false, releaseUntil: null });
    expect(ownPlace(shift, other, dutyNow)).toBeNull();
  });

  it('of whoever stands by may be left at any time, and says when they were called', () => {
    const standing = { number: aPlace('周阿姨').number, calledName: '周阿姨', at: dutyNow, calledAt: null };
    const shift = { ...morning, standby: { [me]: standing } };
    expect(ownPlace(shift, me, morning.startsAt)).toMatchObject({ isStandby: true, isCalled: false, mayRelease: true });
    const called = { ...morning, standby: { [me]: { ...standing, calledAt: dutyNow } } };
    expect(ownPlace(called, me, dutyNow)).toMatchObject({ isCalled: true, mayClockInFrom: null });
  });
});
