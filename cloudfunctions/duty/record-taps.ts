import type { RefusalOf } from '../../types/contract';
import type { Tap, TapOutcome, tapActions } from '../../types/duty-tap';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Transaction } from '../runtime/database';
import { Contended, transaction } from '../runtime/database';
import type { StationAtWork } from '../station/at-work';
import { stationAtWork } from '../station/at-work';
import { addEntry, shiftDraft } from './book';
import { aroundShift, dutyPage, placeOn } from './duty-page';
import type { DutyFacts, DutyState } from './duty-state';
import { ownPlaceIn } from './duty-state';
import { settleEffects } from './effects';
import { sealedPhoto } from './incident-photo';
import { keepShift, readShift, readVolunteer } from './keeping';
import type { Handler } from './scene';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { stretchesOf } from './stretches';
import { clockOff } from './tap-times';
import type { Tapping } from './taps';
import { applyTaps } from './taps';
import { freshUpkeep } from './upkeep';
import { keepUpkeep, orFresh, readUpkeep } from './upkeep-keeping';
import type { UpkeepRecord } from './upkeep-records';
import type { VolunteerRecord } from './volunteer-records';

type Refusal = RefusalOf<typeof tapActions.recordTaps>;
type Recorded = { readonly shift: ShiftRecord; readonly outcomes: readonly TapOutcome[] };

/** Round trips for what is owed right after the taps; a long list of broken things is left to the timer. */
const EFFECT_TRIPS = 40;

/** Nine round trips for a tap, and four more for coming or leaving. */
export const recordTaps: Handler<'recordTaps'> = async ({ shiftId, phoneNow, taps }, { now, personId }) => {
  const found = placeOn(await shifts.get(shiftId), personId);
  if (!found.ok) return found;
  const station = await stationAtWork(found.value.shift.stationId, now);
  if (station === null) return refuse('shift-not-found');
  const recorded = await record(found.value.shift, { taps, phoneNow }, { personId, now, station });
  if (!recorded.ok) return recorded;
  const shift = await settleEffects(recorded.value.shift, now, { trips: EFFECT_TRIPS });
  const [own, around] = [placeOn(shift, personId), await aroundShift(shift, now)];
  if (!own.ok) return own;
  if (around === null) return refuse('shift-not-found');
  return agree({
    outcomes: [...recorded.value.outcomes],
    page: dutyPage(shift, personId, own.value.place, around, now),
    clockOff: clockOff(phoneNow, now),
  });
};

/** What was heard before is answered without writing anything. */
async function record(read: ShiftRecord, tapping: Tapping, facts: DutyFacts): Promise<Result<Recorded, Refusal>> {
  const heard = allHeard(read, tapping, facts);
  if (heard !== null) return agree(heard);
  try {
    return await transaction((tx) => recordIn(tx, read, tapping, facts));
  } catch (error) {
    if (!(error instanceof Contended)) throw error;
    const late = placeOn(await shifts.get(read._id), facts.personId);
    if (!late.ok) return late;
    const known = allHeard(late.value.shift, tapping, facts);
    if (known === null) throw error;
    return agree(known);
  }
}

function allHeard(shift: ShiftRecord, tapping: Tapping, facts: DutyFacts): Recorded | null {
  const heard = shift.places[facts.personId]?.heard ?? [];
  if (!tapping.taps.every((tap) => heard.some(({ key }) => key === tap.key))) return null;
  const { outcomes } = applyTaps(stateOf(shift, null, freshUpkeep(shift)), tapping, facts);
  return { shift, outcomes };
}

const stateOf = (shift: ShiftRecord, volunteer: VolunteerRecord | null, upkeep: UpkeepRecord): DutyState => ({
  shift,
  upkeep,
  clock: volunteer?.clock ?? null,
  photos: [],
});

async function recordIn(
  tx: Transaction,
  { _id, stationId }: ShiftRecord,
  tapping: Tapping,
  facts: DutyFacts,
): Promise<Result<Recorded, Refusal>> {
  const { personId, now, station } = facts;
  const found = placeOn(await readShift(tx, _id), personId);
  if (!found.ok) return found;
  const { shift } = found.value;
  const comesOrLeaves = tapping.taps.some(isClock);
  const volunteer = comesOrLeaves ? await readVolunteer(tx, personId) : null;
  if (comesOrLeaves && volunteer === null) return refuse('no-place');
  const kept = tapping.taps.some(isOfUpkeep) ? await readUpkeep(tx, stationId) : null;
  const before = stateOf(shift, volunteer, orFresh(kept, groundOf(station)));
  const { state, outcomes } = applyTaps(before, tapping, facts);
  if (state.upkeep !== before.upkeep) await keepUpkeep(tx, kept, state.upkeep, now);
  for (const { incidentId, photo, at } of state.photos)
    await tx.insert('incident-photos', sealedPhoto(incidentId, photo, at));
  if (volunteer !== null) await keepClock(tx, volunteer, before, state, facts);
  return agree({ shift: await keepShift(tx, state.shift, now), outcomes });
}

/** Where they are on duty; and, when they have left, the hours in their book. */
async function keepClock(
  tx: Transaction,
  volunteer: VolunteerRecord,
  before: DutyState,
  { shift, clock, ...state }: DutyState,
  { personId, now }: DutyFacts,
): Promise<void> {
  const place = ownPlaceIn({ shift, clock, ...state }, personId);
  const hasLeft = ownPlaceIn(before, personId).state !== 'served' && place.state === 'served';
  const stretches = stretchesOf(shift, place);
  if (hasLeft && stretches.length > 0) await addEntry(tx, volunteer, shiftDraft(shift, place.role, stretches), now);
  if (clock !== null && clock !== before.clock) await tx.update('volunteers', volunteer._id, { set: { clock } });
}

const groundOf = ({ stationId, name, scope }: StationAtWork) => ({ stationId, stationName: name, scope });

const isClock = ({ tapped: { did } }: Tap): boolean => did === 'clock-in' || did === 'clock-out';
const isOfUpkeep = ({ tapped: { did } }: Tap): boolean =>
  did === 'opening-list' || did === 'closing-list' || did === 'incident';
