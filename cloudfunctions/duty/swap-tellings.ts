import type { SwapState } from '../../types/duty-kind';
import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import { headsOf } from './heads';
import { shiftNews } from './shift-news';
import { shifts } from './shift-records';
import type { SwapRecord } from './swap-records';

/** One of the two hears what became of it: it leads to the shift that was given. Two round trips. */
export const tellPartner = (swap: SwapRecord, state: SwapState, to: PersonId, now: EpochMs): Promise<void> =>
  tellOf(swap, [{ to, kind: 'swap-answered', once: `${swap._id}:${state}` }], now);

/** Both do, when somebody else decided. Two round trips. */
export const tellBoth = (swap: SwapRecord, state: SwapState, now: EpochMs): Promise<void> =>
  tellOf(
    swap,
    swap.people.map((to) => ({ to, kind: 'swap-answered', once: `${swap._id}:${state}` })),
    now,
  );

/** Those who answer for the station hear that it waits for them. Three round trips. */
export async function tellHeads(swap: SwapRecord, now: EpochMs): Promise<void> {
  const heads = await headsOf(swap.scope, now);
  await tellOf(
    swap,
    heads.map((to) => ({ to, kind: 'swap-waits-for-head', once: swap._id })),
    now,
  );
}

async function tellOf(
  { given }: SwapRecord,
  news: readonly Pick<News, 'to' | 'kind' | 'once'>[],
  now: EpochMs,
): Promise<void> {
  if (news.length === 0) return;
  const shift = await shifts.get(given.shiftId);
  if (shift === null) return;
  await tell(news.map(({ to, kind, once }) => ({ ...shiftNews(shift, kind, to, now), once })));
}
