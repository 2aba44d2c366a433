import type { EpochMs } from '../../types/time';

/** What one person last said of a station's door. The caller keeps one statement for each person, the latest. */
export type Witness = {
  readonly says: 'open' | 'locked';
  readonly at: EpochMs;
  /** Said within reach of the door, as the phone measured it; from elsewhere it weighs less. */
  readonly atTheDoor: boolean;
};

/** A locked door is believed for so long: whoever should have come would be there by then. Milliseconds. */
export const LOCKED_LIFE_MS = 2 * 3_600_000;

/** An open door is believed for so long: attendants leave early more often than they come late. Milliseconds. */
export const OPEN_LIFE_MS = 3_600_000;

/** So many people close a station by their word, of whom one at the door. Nobody does it alone. */
export const CLOSING_PEOPLE = 2;

/** So many close it though none of them is at the door. */
export const CLOSING_PEOPLE_AFAR = 3;

/** So many more are needed for each step while somebody on duty says otherwise. */
export const MORE_WHILE_ON_DUTY = 1;

/** So many people answer every locked statement before theirs, and open a station that the table says is closed. */
export const CONFIRMING_PEOPLE = 2;

/** Whether a statement has outlived its belief, and may be dropped. What a fast clock dates ahead is said now. */
export function isStale({ says, at }: Witness, now: EpochMs): boolean {
  return now - at >= (says === 'locked' ? LOCKED_LIFE_MS : OPEN_LIFE_MS);
}

/** How far the locked statements go against what duty or table say. */
export type Objection = 'none' | 'doubt' | 'closure';

/** What is left of the statements when the later ones have answered the earlier. */
export type Hearing = {
  /** People who say open after everybody who says locked. */
  readonly open: readonly Witness[];
  /** People who say locked and were not answered. */
  readonly locked: readonly Witness[];
  /** Somebody said locked, be it answered or not. */
  readonly disputed: boolean;
  readonly objection: Objection;
};

/**
 * Weighs the statements against one another; the caller leaves out what does not count any more.
 *
 * Two open statements answer all locked ones before them; one made at the door answers a locked one that stands alone
 * before it. One open statement after all others leaves no more than a doubt. What was answered stays answered: towards
 * a closure the latest open statement at the door takes away one locked before it whatever else comes, so that nobody
 * closes by one word what others had settled. Of the same millisecond, locked is the later.
 */
export function hear(witnesses: readonly Witness[], isOnDuty: boolean): Hearing {
  const latestFirst = witnesses.toSorted(byWeight);
  const opens = latestFirst.filter(({ says }) => says === 'open');
  const lockeds = latestFirst.filter(({ says }) => says === 'locked');
  const answeredBefore = opens[CONFIRMING_PEOPLE - 1]?.at ?? 0;
  const lastOpen = opens[0];
  const standing = lockeds.filter(({ at }) => at >= answeredBefore);
  const after = standing.filter(({ at }) => lastOpen === undefined || at >= lastOpen.at);
  const before = standing.slice(after.length);
  const foundOpen = lastOpen?.atTheDoor === true;
  const locked = foundOpen && before.length === 1 ? after : standing;
  const closing = after.length === 0 ? [] : [...after, ...(foundOpen ? before.slice(1) : before)];
  return {
    open: opens.filter(({ at }) => lockeds[0] === undefined || at > lockeds[0].at),
    locked,
    disputed: lockeds.length > 0,
    objection: objectionOf(locked, closing, isOnDuty),
  };
}

/** The latest first; of the same millisecond the one at the door, so that no order of arrival decides. */
function byWeight(one: Witness, other: Witness): number {
  return other.at - one.at || Number(other.atTheDoor) - Number(one.atTheDoor);
}

function objectionOf(locked: readonly Witness[], closing: readonly Witness[], isOnDuty: boolean): Objection {
  const more = isOnDuty ? MORE_WHILE_ON_DUTY : 0;
  const needed = closing.some(({ atTheDoor }) => atTheDoor) ? CLOSING_PEOPLE : CLOSING_PEOPLE_AFAR;
  if (closing.length >= needed + more) return 'closure';
  return locked.length >= 1 + more ? 'doubt' : 'none';
}
