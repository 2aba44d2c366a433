import { isDeepStrictEqual } from 'node:util';
import type { StudioForm } from '../../types/match-sitting';
import { agree, refuse } from '../../types/result';
import { unionsById } from '../member/standing';
import { listedStation } from '../station/directory';
import type { Handler } from './scene';
import { hoursFit } from './slots-of-day';
import type { Studio } from './studio-records';
import { studios } from './studio-records';

/**
 * For the union itself or one below it: a clerk or administrator of either. The timer makes its sittings within a
 * minute, and fits those that are made already to new hours. Five round trips.
 */
export const saveStudio: Handler<'saveStudio'> = async ({ studioId, form, revision }, { now, standing }) => {
  const [union] = await unionsById([studioId]);
  const scope = (union?.offices ?? []).map(({ unionId }) => unionId);
  if (!standing.covers(scope, ['clerk', 'administrator'])) return refuse('outside-your-unions');
  const [station, before] = await Promise.all([listedStation(form.stationId), studios.get(studioId)]);
  if (station === null || !station.scope.includes(studioId)) return refuse('station-not-found');
  if (!hoursFit(form)) return refuse('hours-wrong');
  // The same wish came before, and its answer was lost.
  if (isOf(before, revision, form)) return agree({ revision: revision + 1 });
  if ((before?.revision ?? 0) !== revision) return refuse('changed-meanwhile');
  const { name: stationName, address, phone } = station;
  const after: Studio = {
    ...{ _id: studioId, form, stationName, address, phone, scope },
    ...{ revision: revision + 1, makeAt: now },
  };
  // A button pressed twice: its twin was quicker.
  if (!(await isStored(before, after)) && !isOf(await studios.get(studioId), revision, form))
    return refuse('changed-meanwhile');
  return agree({ revision: after.revision });
};

/** Whether the studio is what this wish made of it. */
const isOf = (studio: Studio | null, revision: number, form: StudioForm): boolean =>
  studio?.revision === revision + 1 && isDeepStrictEqual(studio.form, form);

async function isStored(before: Studio | null, after: Studio): Promise<boolean> {
  if (before === null) return (await studios.insert(after)) === 'inserted';
  const { _id, ...set } = after;
  return (await studios.update({ _id, revision: before.revision }, { set })) === 'updated';
}
