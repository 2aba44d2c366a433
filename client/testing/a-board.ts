/** The week of a station as its head reads it, with what a test is not about filled in. */
import { BoardPlace, BoardShift } from '@contract/duty-board';
import { aShift } from './a-shift';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

/** 李桂芬 at the door, who has yet to come. */
export const aBoardPlace = (about: About<BoardPlace> = {}): BoardPlace =>
  BoardPlace.parse({
    number: 'V00000001',
    name: '李桂芬',
    role: 'door',
    state: 'held',
    isLate: false,
    clockedInAt: null,
    clockedOutAt: null,
    evidence: null,
    excuse: null,
    ...about,
  });

/** Tuesday morning: 李桂芬 comes, one more is wanted within a day. */
export const aBoardShift = (about: About<BoardShift> = {}, shift: Parameters<typeof aShift>[0] = {}): BoardShift =>
  BoardShift.parse({
    shift: aShift(shift),
    places: [aBoardPlace()],
    standby: [],
    gap: { people: 1, stage: '24h' },
    visitors: 0,
    note: null,
    ...about,
  });
