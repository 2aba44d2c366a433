import type { InputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay, startOfDay } from '../../types/time';
import { listKeyOf } from './event-index';
import { eventLine, events } from './records';
import type { Handler } from './scene';
import { summaryOf } from './view';

const PAGE_SIZE = 20;

/**
 * Events to come, each once, at its next session.
 *
 * From today on nothing bounds the list below: only events that are not over have tags, and one that began yesterday and
 * is still on comes first. A later day shows what begins its next session then or after.
 */
export const browse: Handler<'browse'> = async (wish, { now }) => {
  const found = await events.findParts(
    { tags: { all: tagsWanted(wish) }, listKey: { from: firstKey(wish, now) }, endsAt: { from: now + 1 } },
    eventLine,
    { order: [['listKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map(summaryOf),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

type Wish = InputOf<typeof eventContract.browse>;

/** The narrowest first: the database looks the first one up and compares the others. */
function tagsWanted({ stationId, programme, street, kind }: Wish): readonly [string, ...string[]] {
  const [first, ...more] = [
    ...(stationId === null ? [] : [`station:${stationId}`]),
    ...(programme === null ? [] : [`programme:${programme}`]),
    ...(street === null ? [] : [`street:${street}`]),
    ...(kind === null ? [] : [`kind:${kind}`]),
  ];
  return first === undefined ? ['all'] : [first, ...more];
}

function firstKey({ cursor, from }: Wish, now: EpochMs): string {
  if (cursor !== undefined && cursor !== null) return cursor;
  return from === null || from <= shanghaiDay(now) ? '' : listKeyOf(startOfDay(from), '');
}
