import { agree, refuse } from '../../types/result';
import { wishIdOf } from './ids';
import type { Handler } from './scene';
import { delivered, itemOf } from './shelf';
import { stationAtHand } from './station-at-hand';
import { withoutReport } from './reports';
import { groundOfStation, shortKey } from './upkeep';
import { actOnUpkeep, orFresh } from './upkeep-keeping';
import type { Delivery } from './upkeep-records';
import { deliveries, upkeeps } from './upkeep-records';

/** Delivery and shelf are one transaction, and the delivery's id is that of the request: it counts once. */
export const deliver: Handler<'deliver'> = async (wish, { now, personId, standing }) => {
  const { stationId, code, quantity, expiresOn, donor } = wish;
  const once = wishIdOf('delivery', personId, wish.requestKey);
  const [station, known] = await Promise.all([stationAtHand(stationId, standing), deliveries.get(once)]);
  if (!station.ok) return station;
  const ground = groundOfStation(station.value);
  if (known !== null) {
    const { items } = orFresh(await upkeeps.get(stationId), ground);
    return agree({ quantity: itemOf(items, code)?.quantity ?? 0 });
  }
  const kept = await actOnUpkeep(
    ground,
    (upkeep) => {
      const item = itemOf(upkeep.items, code);
      if (item === null) return refuse('item-unknown');
      if (item.arrived.some((one) => one.once === once)) return agree(upkeep);
      return agree({
        ...withoutReport(upkeep, shortKey(code)),
        items: { ...upkeep.items, [code]: delivered(item, { once, at: now, quantity, expiresOn }) },
      });
    },
    now,
    (tx, { items }) => {
      const name = itemOf(items, code)?.name ?? code;
      const scope = [...ground.scope];
      const delivery: Delivery = {
        _id: once,
        stationId,
        scope,
        code,
        name,
        quantity,
        donor,
        at: now,
        by: standing.name,
      };
      return tx.insert('deliveries', delivery);
    },
  );
  return kept.ok ? agree({ quantity: itemOf(kept.value.items, code)?.quantity ?? 0 }) : kept;
};
