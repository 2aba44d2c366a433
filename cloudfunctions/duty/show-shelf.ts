import { agree } from '../../types/result';
import type { Handler } from './scene';
import { shelfLine, usualShelf } from './shelf';
import { stationAtHand } from './station-at-hand';
import { deliveries, upkeeps } from './upkeep-records';

const DELIVERIES_SHOWN = 30;

export const showShelf: Handler<'showShelf'> = async ({ stationId }, { standing }) => {
  const [station, upkeep, arrived] = await Promise.all([
    stationAtHand(stationId, standing),
    upkeeps.get(stationId),
    deliveries.find({ stationId }, { order: [['at', 'desc']], limit: DELIVERIES_SHOWN }),
  ]);
  if (!station.ok) return station;
  return agree({
    stationName: station.value.name,
    revision: upkeep?.revision ?? 0,
    items: Object.values(upkeep?.items ?? usualShelf()).map(shelfLine),
    deliveries: arrived.map(({ _id, code, name, quantity, donor, at, by }) => ({
      deliveryId: _id,
      code,
      name,
      quantity,
      donor,
      at,
      by,
    })),
  });
};
