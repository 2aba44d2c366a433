import { agree } from '../../types/result';
import { unionsById } from '../member/standing';
import { studiosOf } from './bench-door';
import type { Handler } from './scene';
import { studios } from './studio-records';

/** More than a city's streets. */
const MOST_STUDIOS = 500;
const KEEPERS = ['clerk', 'administrator'] as const;

/**
 * Studios whose hours the caller keeps, those of unions below theirs among them, and their own unions that have none
 * yet. Three round trips.
 */
export const showStudio: Handler<'showStudio'> = async (_nothing, { standing }) => {
  const all = await studios.find({ makeAt: { from: 0 } }, { order: [['makeAt', 'asc']], limit: MOST_STUDIOS });
  const kept = all.filter(({ _id, scope }) => studiosOf(standing).includes(_id) || standing.covers(scope, KEEPERS));
  const byId = new Map(kept.map((studio) => [studio._id, studio]));
  const named = await unionsById([...new Set([...standing.unionsAs(KEEPERS), ...byId.keys()])]);
  return agree({
    studios: named
      .map(({ _id, name }) => ({
        studioId: _id,
        unionName: name,
        form: byId.get(_id)?.form ?? null,
        revision: byId.get(_id)?.revision ?? 0,
      }))
      .sort((one, other) => (one.studioId < other.studioId ? -1 : 1)),
  });
};
