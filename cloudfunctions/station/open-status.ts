import type { Closure, OpenReason, OpenStatus, Opening } from '../../types/opening';
import { EpochMs } from '../../types/time';
import type { Stretch } from './opening-hours';
import { lastBegin, openAt } from './opening-hours';
import type { Hearing, Witness } from './witnesses';
import { CONFIRMING_PEOPLE, hear, isStale } from './witnesses';

/** A phone shows no more reasons than this. */
export const REASONS_SHOWN = 3;

/** What is known of a station when the map asks. */
export type OpenFacts = {
  readonly opening: Opening;
  readonly closure: Closure | null;
  readonly onDuty: { readonly since: EpochMs } | null;
  readonly witnesses: readonly Witness[];
};

/**
 * What the map says of a station: a locked door costs a tired person a way, so one word makes it doubtful at once; but
 * nobody closes a station alone.
 *
 * | before anybody speaks          | said by so many people                               | the map says |
 * |--------------------------------|------------------------------------------------------|--------------|
 * | announced closure              | anything                                             | closed       |
 * | table says open                | nothing, or only open                                | open         |
 * |                                | 1 locked; or 2, none at the door                     | doubtful     |
 * |                                | 2 locked, one of them at the door; or 3 locked       | closed       |
 * |                                | any of these, then 1 open                            | doubtful     |
 * |                                | 1 locked, then 1 open at the door                    | open         |
 * |                                | any of these, then 2 open                            | open         |
 * | somebody on duty               | nothing, only open, or 1 locked                      | open         |
 * |                                | 2 locked; or 3, none at the door                     | doubtful     |
 * |                                | 3 locked, one of them at the door; or 4 locked       | closed       |
 * |                                | 2 or more locked, then 1 open                        | doubtful     |
 * |                                | any of these, then 2 open                            | open         |
 * | table says closed, no duty     | nothing, 1 open from elsewhere                       | closed       |
 * |                                | 1 open at the door                                   | doubtful     |
 * |                                | 2 open                                               | open         |
 * |                                | locked besides                                       | the same     |
 * | hours not known, no duty       | nothing, 1 open from elsewhere                       | doubtful     |
 * |                                | 1 open at the door, or 2 open                        | open         |
 * |                                | locked, not answered                                 | as if open   |
 *
 * "As if open": what the map would say if the table said open.
 * Statements live as long as `witnesses.ts` says; a locked one ends also when the table next has the door opened, an
 * open one also when the table has it closed.
 */
export function statusOf(facts: OpenFacts, now: EpochMs): OpenStatus {
  const stretch = openAt(facts.opening, now);
  const hearing = hear(countingWitnesses(facts, stretch, now), facts.onDuty !== null);
  const closure = facts.closure !== null && facts.closure.from <= now && now < facts.closure.until;
  const state = closure ? 'closed' : stateOf(hearing, facts, stretch);
  return { state, reasons: reasonsOf(facts, stretch, hearing, closure).slice(0, REASONS_SHOWN) };
}

function stateOf(hearing: Hearing, { onDuty }: OpenFacts, stretch: Stretch): OpenStatus['state'] {
  if (hearing.objection === 'closure') return 'closed';
  if (hearing.objection === 'doubt') return 'doubtful';
  if (onDuty !== null || stretch.open === true) return 'open';
  if (stretch.open === 'unknown') return isConfirmed(hearing.open) ? 'open' : 'doubtful';
  if (hearing.open.length >= CONFIRMING_PEOPLE) return 'open';
  return isConfirmed(hearing.open) ? 'doubtful' : 'closed';
}

/** The statements that still count, those from the future as said now. */
function countingWitnesses(
  { opening, onDuty, witnesses }: OpenFacts,
  stretch: Stretch,
  now: EpochMs,
): readonly Witness[] {
  const living = witnesses
    .filter((witness) => !isStale(witness, now))
    .map((witness) => (witness.at > now ? { ...witness, at: now } : witness))
    // Found open before closing time, it says nothing of the hour after.
    .filter(({ says, at }) => says === 'locked' || stretch.open !== false || openAt(opening, at).open !== true);
  if (!living.some(({ says }) => says === 'locked')) return living;
  // A door that should be locked tells nothing, and takes nothing from those who found it open.
  const lockedTellsNothing = stretch.open === false && onDuty === null;
  const openedAt = lastBegin(opening, now) ?? 0;
  return living.filter(({ says, at }) => says === 'open' || (!lockedTellsNothing && at >= openedAt));
}

function isConfirmed(open: readonly Witness[]): boolean {
  return open.length >= CONFIRMING_PEOPLE || open.some(({ atTheDoor }) => atTheDoor);
}

function reasonsOf(
  { closure, onDuty }: OpenFacts,
  stretch: Stretch,
  hearing: Hearing,
  isClosed: boolean,
): readonly OpenReason[] {
  const announced: OpenReason[] =
    isClosed && closure !== null ? [{ because: 'closure', until: closure.until, reason: closure.reason }] : [];
  const duty: OpenReason[] = onDuty === null ? [] : [{ because: 'on-duty', since: onDuty.since }];
  // One voice from elsewhere confirms nothing, but it may be the answer to another.
  const confirmed = isConfirmed(hearing.open) || hearing.disputed ? reported('confirmed', hearing.open) : [];
  const locked = reported('reported-locked', hearing.locked);
  const people = hearing.objection === 'none' ? [...duty, ...confirmed, ...locked] : [...locked, ...duty, ...confirmed];
  return [...announced, ...people, ruleReason(stretch)];
}

function reported(because: 'confirmed' | 'reported-locked', people: readonly Witness[]): OpenReason[] {
  if (people.length === 0) return [];
  const lastAt = EpochMs.parse(Math.max(...people.map(({ at }) => at)));
  return [{ because, people: people.length, lastAt }];
}

function ruleReason(stretch: Stretch): OpenReason {
  if (stretch.open === 'unknown') return { because: 'hours-unknown' };
  if (!stretch.open) return { because: 'by-rule-closed', opensAt: stretch.opensAt };
  const { from, until, attendance, allDay } = stretch;
  return { because: 'by-rule-open', from, until, attendance, allDay };
}
