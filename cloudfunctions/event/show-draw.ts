import type { EventId, Lot, PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { pagesOf, readPage } from './draw-entries';
import { drawsAt } from './draw-event';
import { isHidden } from './lifecycle';
import { events } from './records';
import type { Registration } from './registration-records';
import { registrationId, registrations } from './registration-records';
import type { Handler } from './scene';

/** What a draw was made of. Numbers only: nothing here says who anybody is, but to themselves. */
export const showDraw: Handler<'showDraw'> = async ({ eventId, page }, { personId }) => {
  const [event, ownLot] = await Promise.all([events.get(eventId), lotOf(eventId, personId)]);
  if (event === null || isHidden(event)) return refuse('event-not-found');
  const { draw, title, quotas } = event;
  if (draw === null) return refuse('no-draw');
  const count = draw.drawnAt === null ? 0 : draw.count;
  return agree({
    eventId,
    title,
    commitment: draw.commitment,
    drawsAt: drawsAt(event),
    drawnAt: draw.drawnAt,
    seed: draw.seed,
    entriesDigest: draw.entriesDigest,
    quotas,
    inPairs: draw.inPairs === true,
    count,
    pages: pagesOf(count),
    entries: (await readPage(event, page))?.entries ?? [],
    ownLot,
  });
};

/** The caller's number, if they are or were in the draw. */
async function lotOf(eventId: EventId, personId: PersonId | null): Promise<Lot | null> {
  const row = personId === null ? null : await registrations.get(registrationId(eventId, personId));
  return row !== null && wasIn(row) ? row.lot : null;
}

/** Whoever gave up before the draw was not in it, and whoever came after it, with another number, was not either. */
function wasIn({ state, steps }: Registration): boolean {
  const names = steps.map(({ step }) => step);
  const since = names.slice(names.lastIndexOf('enter'));
  return state === 'entered' || since.includes('win') || since.includes('lose');
}
