import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { TRIPS_OF_LOOK, closesStation, opensStation, sawFacilities } from '../station/at-work';
import { headsOf } from './heads';
import { written } from './keeping';
import { shiftNews } from './shift-news';
import type { Effect, ShiftRecord } from './shift-records';
import { shifts } from './shift-records';

/** Round trips that are left; what does not fit stays written for the timer. */
export type Allowance = { trips: number };

/** Others write the same shift meanwhile: what is left then is done with what they left. */
const TRIES = 3;

/** Effects that are carried out together: everything that one person saw at one moment is one. */
type Deed = { readonly trips: number; readonly effects: readonly Effect[]; readonly run: () => Promise<boolean> };

/**
 * Does what a shift owes the world outside of this domain, in order, and crosses it off. Every effect is safe to repeat:
 * a call that dies leaves the rest to the timer.
 *
 * @returns the shift as it is stored then
 */
export async function settleEffects(read: ShiftRecord, now: EpochMs, allowance: Allowance): Promise<ShiftRecord> {
  let shift = read;
  for (let nth = 0; nth < TRIES && shift.effects.length > 0; nth += 1) {
    const done = await carryOut(shift, now, allowance);
    if (done.length === 0) return shift;
    const kept = await crossOff(shift, done, now, allowance);
    if (kept !== null) return kept;
    allowance.trips -= 1;
    const fresh = await shifts.get(shift._id);
    if (fresh === null) return shift;
    await closeAgain(fresh, done, allowance);
    shift = fresh;
  }
  return shift;
}

async function carryOut(shift: ShiftRecord, now: EpochMs, allowance: Allowance): Promise<Effect[]> {
  const done: Effect[] = [];
  for (const { trips, effects, run } of deedsOf(shift, now)) {
    if (allowance.trips < trips) break;
    allowance.trips -= trips;
    if (await run()) done.push(...effects);
  }
  return done;
}

async function crossOff(
  shift: ShiftRecord,
  done: readonly Effect[],
  now: EpochMs,
  allowance: Allowance,
): Promise<ShiftRecord | null> {
  allowance.trips -= 1;
  const kept = written({ ...shift, effects: shift.effects.filter((effect) => !done.includes(effect)) }, now);
  const { effects, turn, sweepAt } = kept;
  const outcome = await shifts.update({ _id: shift._id, turn: shift.turn }, { set: { effects, turn, sweepAt } });
  return outcome === 'updated' ? kept : null;
}

/** Somebody left while their coming was still being told: the last word is that they left. */
async function closeAgain(fresh: ShiftRecord, done: readonly Effect[], allowance: Allowance): Promise<void> {
  for (const effect of done) {
    if (effect.does !== 'open-station' || fresh.places[effect.personId]?.state === 'on-duty') continue;
    allowance.trips -= 1;
    await closesStation(fresh.stationId, effect.personId, fresh._id);
  }
}

function deedsOf(shift: ShiftRecord, now: EpochMs): Deed[] {
  const deeds: Deed[] = [];
  const lookers = new Map<string, Extract<Effect, { does: 'mark-facility' }>[]>();
  for (const effect of shift.effects) {
    if (effect.does !== 'mark-facility') {
      deeds.push({
        trips: effect.does === 'tell-incident' ? 4 : 1,
        effects: [effect],
        run: () => runOne(shift, effect, now),
      });
      continue;
    }
    const key = `${effect.personId}:${effect.at}`;
    lookers.set(key, [...(lookers.get(key) ?? []), effect]);
  }
  const looks = [...lookers.values()].map((effects): Deed => ({
    trips: TRIPS_OF_LOOK,
    effects,
    run: () => tellSeen(shift, effects),
  }));
  return [...deeds, ...looks];
}

async function runOne(
  shift: ShiftRecord,
  effect: Exclude<Effect, { does: 'mark-facility' }>,
  now: EpochMs,
): Promise<boolean> {
  const { stationId, _id } = shift;
  if (effect.does === 'close-station') await closesStation(stationId, effect.personId, _id);
  else if (effect.does === 'tell-incident') await tellIncident(shift, effect.incidentId, now);
  else if (effect.until > now)
    await opensStation(stationId, effect.personId, _id, { since: effect.since, until: effect.until });
  return true;
}

/** Of what happened, the notice says only that something did: it may be about somebody's body. */
async function tellIncident(shift: ShiftRecord, incidentId: string, now: EpochMs): Promise<void> {
  const heads = await headsOf(shift.scope, now);
  await tell(
    heads.map((head) => ({ ...shiftNews(shift, 'incident-reported', head, now), once: incidentId, when: null })),
  );
}

async function tellSeen(
  { stationId, places }: ShiftRecord,
  effects: readonly Extract<Effect, { does: 'mark-facility' }>[],
): Promise<boolean> {
  const [first] = effects;
  if (first === undefined) return true;
  const { personId, at } = first;
  const name = nameOf(places, personId);
  return (await sawFacilities(stationId, effects, { personId, name, at })) !== 'changed-meanwhile';
}

const nameOf = (places: ShiftRecord['places'], personId: PersonId): string => places[personId]?.calledName ?? '';
