import type { RosterForm } from '../../types/duty-roster';
import { agree } from '../../types/result';
import { rosterAtHand } from './roster-at-hand';
import type { Handler } from './scene';

/** What a head begins with: a day to find somebody else, and exchanges between volunteers alone. */
const EMPTY: RosterForm = { templates: [], releaseHours: 24, swapNeedsHead: false };

/** Three round trips. */
export const showRoster: Handler<'showRoster'> = async ({ stationId }, { standing }) => {
  const found = await rosterAtHand(stationId, standing);
  if (!found.ok) return found;
  const { station, roster } = found.value;
  return agree({
    stationId,
    stationName: station.name,
    revision: roster?.revision ?? 0,
    form: roster?.form ?? EMPTY,
    madeUpTo: roster?.madeUpTo ?? null,
  });
};
