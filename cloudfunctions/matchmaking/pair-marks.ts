import type { PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { fingerprint, seal, unseal } from '../runtime/sealed';
import { pairKeyOf } from './ids';
import { Pair, pairs } from './proposal-records';

const DAY_MS = 86_400_000;
/** Two people are not proposed to each other again for half a year at least, and for a year at most. Days. */
const SHORTEST = 180;
const LONGEST = 365;
/** The timer looks at every mark after so long, whatever it says: when tells nobody until when it holds. Milliseconds. */
const LOOKED_AT_MS = LONGEST * DAY_MS;
/** As many digits as the latest instant has. */
const DIGITS = 16;
/** As many ids as one question may name. */
const ASKED = 1_000;

const placeOf = (key: string): string => `match-pair:${key}`;
export const sealedUntil = (key: string, until: EpochMs): string =>
  seal(String(until).padStart(DIGITS, '0'), placeOf(key));

/** @throws when it was not sealed here for this pair: the store was tampered with */
export function untilOf({ _id, sealed }: Pair): EpochMs {
  const opened = unseal(sealed, placeOf(_id));
  if (opened === null) throw new Error('A mark of a pair does not open.');
  return EpochMs.parse(Number(opened));
}

/** Whether a mark keeps the two from being proposed to each other now. */
export const holds = (pair: Pair | null, now: EpochMs): boolean => pair !== null && untilOf(pair) > now;

/**
 * How long a mark holds: drawn by the key for each proposal anew, so that whoever tries a pair after half a year cannot
 * tell one that was blocked from one that waits. The same for a request that is sent again. Milliseconds.
 */
export function lengthOf(key: string, now: EpochMs): number {
  const drawn = Buffer.from(fingerprint('match-pair-length', `${key}:${now}`), 'base64url').readUInt32BE(0);
  return (SHORTEST + (drawn % (LONGEST - SHORTEST + 1))) * DAY_MS;
}

/** The mark of a pair that is proposed now. */
export const freshMark = (key: string, now: EpochMs): Pair => ({
  _id: key,
  sealed: sealedUntil(key, EpochMs.parse(now + lengthOf(key, now))),
  lookAt: EpochMs.parse(now + LOOKED_AT_MS),
});

/** Until when pairs are marked, by key; those without a mark are not in it. One round trip, none for none. */
export async function marksOf(keys: readonly string[]): Promise<ReadonlyMap<string, EpochMs>> {
  if (keys.length === 0) return new Map();
  const found = await pairs.find({ _id: { in: keys } }, { limit: ASKED });
  return new Map(found.map((pair) => [pair._id, untilOf(pair)]));
}

/** Those of the others who are not to be proposed to somebody now. At most 1,000 others; one round trip. */
export async function pairMarks(
  personId: PersonId,
  others: readonly PersonId[],
  now: EpochMs,
): Promise<ReadonlySet<PersonId>> {
  const marks = await marksOf(others.map((other) => pairKeyOf(personId, other)));
  return new Set(others.filter((other) => (marks.get(pairKeyOf(personId, other)) ?? 0) > now));
}

/**
 * Never again, whatever was before. One round trip where the two are marked already; safe to repeat.
 *
 * @param key of the two, as `pairKeyOf` draws it: one of them may be nobody in the proposal any more
 * @param proposedAt of the proposal that made them known to each other
 */
export async function markNever(key: string, proposedAt: EpochMs): Promise<void> {
  const sealed = sealedUntil(key, NEVER);
  // When the timer looks stays as it was: the store does not show that anything was set.
  if ((await pairs.update({ _id: key }, { set: { sealed } })) === 'updated') return;
  if ((await pairs.insert({ ...freshMark(key, proposedAt), sealed })) === 'inserted') return;
  await pairs.update({ _id: key }, { set: { sealed } });
}

/** Marks two people as proposed now, and never shortens a mark that is there. Safe to repeat. */
export async function markProposed(one: PersonId, other: PersonId, now: EpochMs): Promise<void> {
  const fresh = freshMark(pairKeyOf(one, other), now);
  if ((await pairs.insert(fresh)) === 'inserted') return;
  const stands = await pairs.get(fresh._id);
  if (stands === null || untilOf(stands) >= untilOf(fresh)) return;
  // Unmatched means that somebody marked them meanwhile: no mark is shorter than this one.
  await pairs.update(
    { _id: fresh._id, sealed: stands.sealed },
    { set: { sealed: fresh.sealed, lookAt: fresh.lookAt } },
  );
}

/**
 * Marks two people who chose each other at a mixer, whatever was proposed to them before, and never shortens a mark. It
 * is written in every case, so that a block in this moment and the transaction cannot both be first.
 *
 * @returns false, and nothing is written, where one of them asked never to be proposed to the other
 */
export async function markChosen(tx: Transaction, one: PersonId, other: PersonId, at: EpochMs): Promise<boolean> {
  const fresh = freshMark(pairKeyOf(one, other), at);
  const { _id, sealed, lookAt } = fresh;
  const stands = await tx.get('match-pairs', Pair, _id);
  if (stands === null) {
    await tx.insert('match-pairs', fresh);
    return true;
  }
  const until = untilOf(stands);
  if (until === NEVER) return false;
  const isLonger = until > untilOf(fresh);
  // Sealed anew even where it stays as long: a write that changes nothing might not be one.
  await tx.update('match-pairs', _id, { set: { sealed: isLonger ? sealedUntil(_id, until) : sealed, lookAt } });
  return true;
}

/** Removes marks that hold no more; looks at the others again as late. @returns how many it looked at */
export async function purgePairs(now: EpochMs, most: number): Promise<number> {
  const due = await pairs.find({ lookAt: { upTo: now } }, { order: [['lookAt', 'asc']], limit: most });
  for (const pair of due) {
    // Whoever is proposed or asks for it meanwhile has written it anew: then it stays as it is.
    const { _id, sealed } = pair;
    if (holds(pair, now)) await pairs.update({ _id, sealed }, { set: { lookAt: EpochMs.parse(now + LOOKED_AT_MS) } });
    else await pairs.removeAll({ _id, sealed });
  }
  return due.length;
}
