import { agree, refuse } from '../../types/result';
import { NEVER, shanghaiDay } from '../../types/time';
import type { Handler } from './scene';
import { seriesAtHand } from './series-at-hand';
import { serieses } from './series-records';

/** Three round trips. Its last day becomes the last that was made, so that the form says the truth. */
export const endSeries: Handler<'endSeries'> = async ({ seriesId, revision }, { now, standing }) => {
  const found = await seriesAtHand(seriesId, standing);
  if (!found.ok) return found;
  const { form, madeUpTo, makeAt, revision: stored } = found.value;
  // It was ended by this very wish, whose answer was lost.
  if (stored === revision + 1 && makeAt === NEVER) return agree({ seriesId });
  if (stored !== revision) return refuse('changed-meanwhile');
  const { firstDay, lastDay } = form.rule;
  const made = madeUpTo ?? shanghaiDay(now);
  const last = [firstDay, made < lastDay ? made : lastDay].reduce((one, other) => (one < other ? other : one));
  const outcome = await serieses.update(
    { _id: seriesId, revision },
    { set: { makeAt: NEVER, revision: revision + 1, 'form.rule.lastDay': last } },
  );
  return outcome === 'updated' ? agree({ seriesId }) : refuse('changed-meanwhile');
};
