import { agree, refuse } from '../../types/result';
import type { Handler } from './scene';
import { arranged, isShelfForm } from './shelf';
import { stationAtHand } from './station-at-hand';
import { groundOfStation } from './upkeep';
import { actOnUpkeep } from './upkeep-keeping';

export const saveShelf: Handler<'saveShelf'> = async ({ stationId, revision, items }, { now, standing }) => {
  const station = await stationAtHand(stationId, standing);
  if (!station.ok) return station;
  if (!isShelfForm(items)) return refuse('items-wrong');
  const kept = await actOnUpkeep(
    groundOfStation(station.value),
    (upkeep) =>
      upkeep.revision === revision
        ? agree({ ...upkeep, revision: revision + 1, items: arranged(upkeep.items, items, now) })
        : refuse('changed-meanwhile'),
    now,
  );
  return kept.ok ? agree({ revision: kept.value.revision }) : kept;
};
