import { isDeepStrictEqual } from 'node:util';
import type { Need } from '../../types/duty-roster';
import type { EpochMs } from '../../types/time';
import { line } from './keeping';
import type { Ruled } from './new-shift';
import { newShift, termsOf } from './new-shift';
import type { ShiftRecord } from './shift-records';
import type { RuledShift } from './template-shifts';

/** In whose name it is written to a shift's history; null for the clock. */
export type Author = { readonly by: string | null; readonly at: EpochMs };

/**
 * A shift as a rule wants it, as far as nobody loses what they have taken: its time stays, and so does every place that
 * somebody has or stands by for. The very same where nothing is to be changed. `written` sets what is derived of it.
 *
 * @param rule null when the rules do not know it any more
 */
export function fitted(before: ShiftRecord, rule: RuledShift | null, roster: Ruled, author: Author): ShiftRecord {
  if (before.state === 'called-off' && rule !== null && isCalledOffByRule(before))
    return {
      ...newShift(before._id, rule, roster, author.at),
      turn: before.turn,
      log: [...before.log, changed(author)],
    };
  if (before.state !== 'planned') return before;
  if (rule === null && nobodyHas(before))
    return { ...before, state: 'called-off', log: [...before.log, line('called-off', author.at, { by: author.by })] };
  const ruled = rule === null ? {} : asRuled(before, rule);
  const after = { ...before, ...roster.ground, ...termsOf(roster.form), ...ruled };
  return isDeepStrictEqual(after, before) ? before : { ...after, log: [...before.log, changed(author)] };
}

const changed = ({ at, by }: Author) => line('changed', at, { by });

function asRuled(before: ShiftRecord, rule: RuledShift): Partial<ShiftRecord> {
  const { title, who, startsAt, endsAt, standbyPlaces } = rule;
  const common = {
    title,
    who,
    needs: needsFor(before, rule.needs),
    standbyPlaces: Math.max(standbyPlaces, Object.keys(before.standby).length),
  };
  if (!nobodyHas(before)) return common;
  // What was told of another hour says nothing of this one.
  const hasMoved = before.startsAt !== startsAt;
  return { ...common, startsAt, endsAt, ...(hasMoved ? { told: [], isCall: false } : {}) };
}

/** What the rule needs, and beside it what somebody already does. */
function needsFor({ places, needs: old }: ShiftRecord, needs: readonly Need[]): Need[] {
  const held = (role: Need['role']): number => Object.values(places).filter((place) => place.role === role).length;
  const dropped = old.filter(({ role }) => held(role) > 0 && !needs.some((need) => need.role === role));
  return [
    ...needs.map((need) => ({ ...need, count: Math.max(need.count, held(need.role)) })),
    ...dropped.map((need) => ({ ...need, count: held(need.role) })),
  ];
}

/** Nobody has a place nor stands by. */
export const nobodyHas = ({ places, standby }: Pick<ShiftRecord, 'places' | 'standby'>): boolean =>
  Object.keys(places).length === 0 && Object.keys(standby).length === 0;

/** It is not what the rules say, for the sake of the people who have taken it. */
export function isKept(shift: ShiftRecord, rule: RuledShift | null): boolean {
  if (shift.state !== 'planned') return false;
  if (rule === null) return true;
  const { startsAt, endsAt, needs, standbyPlaces } = shift;
  return !isDeepStrictEqual(
    { startsAt, endsAt, needs, standbyPlaces },
    { startsAt: rule.startsAt, endsAt: rule.endsAt, needs: [...rule.needs], standbyPlaces: rule.standbyPlaces },
  );
}

/** Heads always say why they call a shift off; a rule does not. */
const isCalledOffByRule = ({ log }: Pick<ShiftRecord, 'log'>): boolean =>
  log.findLast(({ act }) => act === 'called-off')?.reason === null;
