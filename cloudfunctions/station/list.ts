import type { InputOf, ResultOf } from '../../types/contract';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { StationSummary, stationContract } from '../../types/station';
import type { StationRecord } from './records';
import { stations } from './records';

const PAGE_SIZE = 40;

export async function list(
  input: InputOf<typeof stationContract.list>,
): Promise<ResultOf<typeof stationContract.list>> {
  const found = await stations.find(
    { listKey: { from: input.cursor ?? '' } },
    { order: [['listKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(summary),
    next: next === undefined ? null : PageCursor.parse(next),
  });
}

function summary({ _id, name, tier, category, signNo, street, address, place }: StationRecord): StationSummary {
  const [longitude, latitude] = place?.coordinates ?? [];
  return {
    stationId: _id,
    name,
    tier,
    category,
    signNo,
    street,
    address,
    place: longitude === undefined || latitude === undefined ? null : { longitude, latitude },
  };
}
