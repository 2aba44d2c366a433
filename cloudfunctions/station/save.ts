import type { ResultOf } from '../../types/contract';
import { agree, refuse } from '../../types/result';
import { stationContract } from '../../types/station';
import { unionsById } from '../member/standing';
import { editorOf } from './editor';
import { edited, fitsBelow, formOf, idOfWish } from './editing';
import { formChanges } from './form-words';
import { isInChina } from './place';
import type { StationRecord } from './records';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';
import { sameValue, saveStation, settle } from './settling';
import { drawDoorCode } from './station-code';

type Answer = ResultOf<typeof stationContract.save>;

/** Reading the caller, the station, its union and its parent. */
const TRIPS_BEFORE = 5;

export const save: Handler<'save'> = async (input, { now, standing, personId }) => {
  const { stationId, form } = input;
  const id = stationId ?? idOfWish(personId, input.requestKey);
  const [before, [union], parent] = await Promise.all([
    stations.get(id),
    unionsById([form.unionId]),
    form.parentId === null ? null : stations.get(form.parentId),
  ]);
  if (stationId !== null && before === null) return refuse('station-not-found');
  if (before !== null && !standing.covers(before.scope, EDITORS)) return refuse('outside-your-unions');
  // The same wish came before, and its answer was lost.
  if (stationId === null && before !== null) return asStored(before);
  if (union === undefined) return refuse('union-not-found');
  const scope = union.offices.map(({ unionId }) => unionId);
  if (!standing.covers(scope, EDITORS)) return refuse('outside-your-unions');
  if (form.place !== null && !isInChina(form.place)) return refuse('outside-china');
  if (form.parentId !== null && (form.parentId === id || !fitsBelow(form.tier, parent)))
    return refuse('parent-of-wrong-tier');
  if (before !== null && before.tier !== form.tier && (await hasStationsBelow(before)))
    return refuse('has-stations-below');
  const given = { _id: id, offices: union.offices, doorCode: before?.doorCode ?? drawDoorCode(), lookedAt: now };
  const after = edited(before, form, given, now);
  if (before !== null && saysTheSame(before, after)) return asStored(before);
  if (before !== null && before.revision !== input.revision) return refuse('changed-meanwhile');

  const allowance = { trips: stationContract.save.roundTrips - TRIPS_BEFORE };
  const act = {
    act: before === null ? 'added' : 'edited',
    ...editorOf(standing, scope, now),
    fields: before === null ? [] : formChanges(formOf(before), formOf(after)),
  } as const;
  const saved = await saveStation(before, after, act, allowance);
  if (saved.outcome === 'overtaken') return refuse('changed-meanwhile');
  if (saved.outcome === 'duplicate') return whatWasThere(before, after);
  await settle(saved.station, allowance);
  return asStored(saved.station);
};

const asStored = ({ _id, revision }: StationRecord): Answer => agree({ stationId: _id, revision });

const saysTheSame = (before: StationRecord, after: StationRecord): boolean =>
  sameValue(formOf(before), formOf(after)) && sameValue(before.offices, after.offices);

/** Another tier would leave those below hanging from one that is not above them. */
const hasStationsBelow = async ({ _id }: StationRecord): Promise<boolean> =>
  (await stations.find({ parentId: _id }, { limit: 1 })).length > 0;

/** The id, the sign, the lock and the letters of the door code are unique: which of them was it? */
async function whatWasThere(before: StationRecord | null, { _id, signKey, doorKey }: StationRecord): Promise<Answer> {
  const [same, [sameSign], [sameDoor]] = await Promise.all([
    before === null ? stations.get(_id) : null,
    stations.find({ signKey }, { limit: 1 }),
    stations.find({ doorKey }, { limit: 1 }),
  ]);
  if (same !== null) return asStored(same);
  if (sameSign !== undefined && sameSign._id !== _id) return refuse('sign-number-taken');
  if (sameDoor !== undefined && sameDoor._id !== _id) return refuse('door-taken');
  // Letters drawn twice, once in a million: the next try draws others.
  return refuse('changed-meanwhile');
}
