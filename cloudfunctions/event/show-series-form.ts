import { agree } from '../../types/result';
import { isLiving } from './lifecycle';
import { events } from './records';
import type { Handler } from './scene';
import { seriesAtHand } from './series-at-hand';
import * as z from 'zod/mini';
import { EventRecord } from './records';

/** Dates to come, those that staff changed by hand among them. */
const SHOWN = 200;

/** Three round trips. */
export const showSeriesForm: Handler<'showSeriesForm'> = async ({ seriesId }, { now, standing }) => {
  const found = await seriesAtHand(seriesId, standing);
  if (!found.ok) return found;
  const { form, revision } = found.value;
  const coming = await events.findParts({ seriesId, startsAt: { from: now } }, date, {
    order: [['startsAt', 'asc']],
    limit: SHOWN,
  });
  return agree({
    seriesId,
    revision,
    form,
    events: coming.flatMap(({ _id, state, seriesDay, title }) =>
      isLiving(state) && seriesDay !== null ? [{ eventId: _id, day: seriesDay, title }] : [],
    ),
  });
};

const date = {
  schema: z.pick(EventRecord, { _id: true, state: true, seriesDay: true, title: true }),
  fields: ['state', 'seriesDay', 'title'],
};
