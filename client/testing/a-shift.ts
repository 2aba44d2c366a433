/** Shifts and volunteers as the server answers them, with what a test is not about filled in. */
import { EpochMs } from '@contract/time';
import { OpenShift, OwnPlace, ShiftSummary, SwapView } from '@contract/duty-shift';
import { Volunteer } from '@contract/duty-volunteer';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

/** Monday 23 November 2026, 10:00 in Shanghai. */
export const shiftNow = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
export const HOUR_MS = 3_600_000;
/** Tuesday, 8:00. */
const tomorrow = Date.parse('2026-11-24T08:00:00+08:00');

/** Tuesday 8:00 to 12:00 at 曹路; one of two places at the door is left. */
export const aShift = (about: About<ShiftSummary> = {}): ShiftSummary =>
  ShiftSummary.parse({
    shiftId: 'd00000000001',
    state: 'planned',
    title: '上午班',
    stationId: 'caolu-1',
    stationName: '曹路镇户外职工驿站',
    street: '曹路镇',
    address: '川沙路500号',
    startsAt: tomorrow,
    endsAt: tomorrow + 4 * HOUR_MS,
    needs: [{ role: 'door', count: 2, skill: null, free: 1 }],
    standbyFree: 0,
    ...about,
  });

export const anOpenShift = (about: About<OpenShift> = {}): OpenShift =>
  OpenShift.parse({ ...aShift(), distanceM: 0, notMine: [], isCall: false, ...about });

/** Held, to be given back until Monday noon, the door opens half an hour before. */
export const anOwnPlace = (about: About<OwnPlace> = {}, shift: About<ShiftSummary> = {}): OwnPlace => {
  const { startsAt } = aShift(shift);
  return OwnPlace.parse({
    shift: aShift(shift),
    role: 'door',
    state: 'held',
    isStandby: false,
    isCalled: false,
    mayRelease: true,
    releaseUntil: startsAt - 20 * HOUR_MS,
    mayClockInFrom: startsAt - HOUR_MS / 2,
    excuse: null,
    ...about,
  });
};

export const aVolunteer = (about: About<Volunteer> = {}): Volunteer =>
  Volunteer.parse({
    number: 'V00000001',
    state: 'accepted',
    calledName: '李阿姨',
    nameWaits: false,
    stationId: 'caolu-1',
    birthYear: 1960,
    skills: ['phones'],
    thanks: true,
    stationName: '曹路镇户外职工驿站',
    since: Date.parse('2026-01-05T09:00:00+08:00'),
    ...about,
  });

/** 张阿姨 asks 李阿姨 for Thursday, and gives Tuesday. */
export const aSwap = (about: About<SwapView> = {}): SwapView =>
  SwapView.parse({
    swapId: 'w00000000001',
    state: 'asked',
    isOwn: false,
    from: { number: 'V00000002', calledName: '张阿姨' },
    to: { number: 'V00000001', calledName: '李阿姨' },
    given: aShift(),
    wanted: aShift({ shiftId: 'd00000000002', startsAt: tomorrow + 48 * HOUR_MS, endsAt: tomorrow + 52 * HOUR_MS }),
    askedAt: shiftNow - HOUR_MS,
    until: tomorrow - 2 * HOUR_MS,
    undoUntil: null,
    ...about,
  });
