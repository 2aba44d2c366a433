import * as z from 'zod/mini';
import { agree } from '../../types/result';
import { mixersOf } from '../event/mixer-guests';
import { Mixer, mixers } from './mixer-records';
import { opening } from './mixer-times';
import type { Handler } from './scene';
import { studioAtBench } from './studio-at-bench';

/** Events of one union that a list shows. */
const MOST = 100;

/**
 * Six round trips. One that was cancelled before anybody had a number is none. It says how many numbers were handed out,
 * whoever gave theirs back, and never how many cards were filled in.
 */
export const listMixers: Handler<'listMixers'> = async ({ studioId }, { now, standing }) => {
  const studio = await studioAtBench(standing, studioId, now);
  if (!studio.ok) return studio;
  const [events, opened] = await Promise.all([
    mixersOf(studioId, now),
    mixers.findParts({ studioId }, stand, { order: [['endsAt', 'desc']], limit: MOST }),
  ]);
  const byEvent = new Map(opened.map((mixer) => [mixer._id, mixer]));
  const held = events.filter((event) => event.state !== 'cancelled' || byEvent.has(event.eventId));
  return agree({
    mixers: held.slice(0, MOST).map(({ eventId, title, startsAt, endsAt }) => {
      const mixer = byEvent.get(eventId);
      return {
        eventId,
        title,
        startsAt,
        endsAt,
        state: mixer?.state ?? null,
        opening: opening({ startsAt, endsAt }, now),
        badges: mixer?.people.length ?? 0,
        choosesUntil: mixer?.choosesUntil ?? null,
        pairs: mixer?.pairs ?? null,
      };
    }),
  });
};

const { _id, state, people, choosesUntil, pairs } = Mixer.shape;
const Stand = z.object({ _id, state, people, choosesUntil, pairs });
const stand = { schema: Stand, fields: Object.keys(Stand.shape) };
