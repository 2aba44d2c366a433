import { agree, refuse } from '../../types/result';
import type { Handler } from './scene';
import { arranged, isArrangedSo, isShelfForm } from './shelf';
import { stationAtHand } from './station-at-hand';
import { groundOfStation } from './upkeep';
import { actOnUpkeep } from './upkeep-keeping';

export const saveShelf: Handler<'saveShelf'> = async ({ stationId, revision, items }, { now, standing }) => {
  const station = await stationAtHand(stationId, standing);
  if (!station.ok) return station;
  if (!isShelfForm(items)) return refuse('items-wrong');
  const kept = await actOnUpkeep(
    groundOfStation(station.value),
    (upkeep) => {
      // The same wish came before, and its answer was lost.
      if (upkeep.revision === revision + 1 && isArrangedSo(upkeep.items, items)) return agree(upkeep);
      if (upkeep.revision !== revision) return refuse('changed-meanwhile');
      return agree({ ...upkeep, revision: revision + 1, items: arranged(upkeep.items, items, now) });
    },
    now,
  );
  return kept.ok ? agree({ revision: kept.value.revision }) : kept;
};
