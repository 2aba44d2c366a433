import { EpochMs, NEVER } from '../../types/time';
import type { PersonId } from '../../types/ids';
import type { ShiftPlace, ShiftRecord, StandingBy } from './shift-records';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Somebody may clock in so long before a shift begins: the door is opened, the kettle filled. Milliseconds. */
export const CLOCK_IN_EARLY_MS = 30 * MINUTE_MS;
/** Minutes before the shift count from here on at most. Milliseconds. */
export const COUNTS_EARLY_MS = 15 * MINUTE_MS;
/** And so long after its end: a handover takes a while. Then the clock is closed for whoever forgot it. Milliseconds. */
export const COUNTS_LATE_MS = 30 * MINUTE_MS;
/** Whoever has not clocked in by then is late: the standby is called. Milliseconds. Source: issue, T+10. */
export const STANDBY_AFTER_MS = 10 * MINUTE_MS;
/** And by then the head. Milliseconds. */
export const HEAD_AFTER_MS = 20 * MINUTE_MS;
/** Taps made without a network arrive for so long after the shift. Milliseconds. */
export const TAPS_LATE_MS = 24 * HOUR_MS;
/** A call lives for less than a minute: what it left undone is the timer's by then. Milliseconds. */
export const SETTLED_AFTER_MS = 120_000;
/** How far ahead a gap is told, the farthest first. Hours. */
export const GAP_STAGES_H = [72, 24, 4] as const;
/** Whoever took a place longer ago is reminded so long before: on the day before, by daylight. Milliseconds. */
export const REMIND_MS = 20 * HOUR_MS;

/** `missed` and `forgotten` are told to whoever did not come, or did not clock out; `called` to whoever stood by. */
export type ToOne = 'reminder' | 'late' | 'head' | 'called' | 'missed' | 'forgotten';

/** Something that time brings to a shift. `key` is what `told` remembers it by, so that it is told once. */
export type Moment = { readonly at: number; readonly until: number } & (
  | { readonly brings: 'gap'; readonly key: string; readonly hours: (typeof GAP_STAGES_H)[number] }
  | { readonly brings: ToOne; readonly key: string; readonly personId: PersonId }
  /** Nobody has the place, and somebody stands by for it. */
  | { readonly brings: 'standby'; readonly key: string }
  /** Clocks that nobody stopped run out, places where nobody came are missed. */
  | { readonly brings: 'end' }
  /** No tap arrives any more. */
  | { readonly brings: 'close' }
);

type Timed = Pick<ShiftRecord, 'startsAt' | 'endsAt' | 'state' | 'told' | 'places' | 'standby'>;

/**
 * Everything that is still to come to a shift, or has come and was not seen to. What has come stays here until it was
 * seen to or is of no use any more, so that no act which comes between can hide it.
 *
 * @param wanted people whom its roles still want
 */
export function momentsOf(shift: Timed, wanted: number): Moment[] {
  if (shift.state !== 'planned') return [];
  const { startsAt, endsAt, told, standby } = shift;
  const people = Object.entries(shift.places) as [PersonId, ShiftPlace][];
  const isOpenEnded = people.some(([, { state }]) => state === 'held' || state === 'on-duty');
  const moments: Moment[] = [
    ...(wanted === 0 ? [] : GAP_STAGES_H.map((hours, nth) => gapAt(startsAt, hours, nth))),
    ...people.flatMap(([personId, place]) => toOne(shift, personId, place)),
    ...(wanted > 0 && Object.values(standby).some(({ calledAt }) => calledAt === null)
      ? [{ brings: 'standby' as const, key: 'standby', at: startsAt + STANDBY_AFTER_MS, until: endsAt }]
      : []),
    ...(Object.entries(standby) as [PersonId, StandingBy][]).flatMap(([personId, { number, calledAt }]): Moment[] =>
      calledAt === null ? [] : [{ brings: 'called', key: `called:${number}`, personId, at: calledAt, until: endsAt }],
    ),
    ...(isOpenEnded ? [{ brings: 'end' as const, at: endsAt + COUNTS_LATE_MS, until: NEVER }] : []),
    { brings: 'close', at: endsAt + TAPS_LATE_MS, until: NEVER },
  ];
  return moments.filter((moment) => !('key' in moment) || !told.includes(moment.key));
}

/** What is done about, or told to, one person who has a place. */
function toOne({ startsAt, endsAt }: Timed, personId: PersonId, { state, number, at: taken }: ShiftPlace): Moment[] {
  const one = (brings: ToOne, at: number, until: number): Moment => ({
    brings,
    key: `${brings}:${number}`,
    personId,
    at,
    until,
  });
  if (state === 'missed') return [one('missed', endsAt + COUNTS_LATE_MS, endsAt + TAPS_LATE_MS)];
  if (state === 'run-out') return [one('forgotten', endsAt + COUNTS_LATE_MS, endsAt + TAPS_LATE_MS)];
  if (state !== 'held') return [];
  const remindAt = startsAt - REMIND_MS;
  return [
    // Whoever took it since knows.
    ...(taken < remindAt ? [one('reminder', remindAt, startsAt)] : []),
    one('late', startsAt + STANDBY_AFTER_MS, endsAt),
    one('head', startsAt + HEAD_AFTER_MS, endsAt),
  ];
}

const gapAt = (startsAt: EpochMs, hours: (typeof GAP_STAGES_H)[number], nth: number): Moment => ({
  brings: 'gap',
  key: `gap-${hours}h`,
  hours,
  at: startsAt - hours * HOUR_MS,
  until: startsAt - (GAP_STAGES_H[nth + 1] ?? 0) * HOUR_MS,
});

/** What has come and is not too late to be of use. */
export const dueMoments = (shift: Timed, wanted: number, now: EpochMs): Moment[] =>
  momentsOf(shift, wanted).filter(({ at, until }) => at <= now && now < until);

/** When the timer must look at a shift next, at once where something waits; `NEVER` when time changes nothing any more. */
export function sweepsAt(shift: Timed & Pick<ShiftRecord, 'effects'>, wanted: number, now: EpochMs): EpochMs {
  const ahead = momentsOf(shift, wanted).flatMap(({ at, until }) => (now < until ? [at] : []));
  const isOwing = shift.effects.length > 0 || stillHolds(shift);
  return EpochMs.parse(Math.max(0, Math.min(NEVER, ...ahead, ...(isOwing ? [now + SETTLED_AFTER_MS] : []))));
}

/** It was called off, and somebody on it has not been told and let go yet. */
export const stillHolds = ({ state, places, standby }: Pick<Timed, 'state' | 'places' | 'standby'>): boolean =>
  state === 'called-off' && Object.keys(places).length + Object.keys(standby).length > 0;
