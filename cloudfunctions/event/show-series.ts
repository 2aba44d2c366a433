import { agree, refuse } from '../../types/result';
import { eventLine, events } from './records';
import type { Handler } from './scene';
import { serieses } from './series-records';
import { summaryOf } from './view';

/** A date of a series has one session, and that is over within a day. */
const DAY_MS = 86_400_000;
/** More than are ever made ahead. */
const MOST_DATES = 60;

/** Dates that are to come or on, soonest first. */
export const showSeries: Handler<'showSeries'> = async ({ seriesId }, { now }) => {
  const [series, dates] = await Promise.all([
    serieses.get(seriesId),
    events.findParts(
      {
        seriesId,
        startsAt: { from: now - DAY_MS },
        endsAt: { from: now + 1 },
        state: { in: ['published', 'closed'] },
      },
      eventLine,
      { order: [['startsAt', 'asc']], limit: MOST_DATES },
    ),
  ]);
  return series === null ? refuse('series-not-found') : agree({ events: dates.map(summaryOf) });
};
