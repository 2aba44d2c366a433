import * as z from 'zod/mini';
import type { PersonId, UnionId } from '../../types/ids';
import { pledgeVersion } from '../../types/match-kind';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { unionsNow } from '../member/standing';
import { pledgeStands, studiosOf } from './bench-door';
import { Profile, profiles } from './profile-records';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sittings } from './sitting-records';
import { pledges, studios } from './studio-records';

/** No sitting lasts longer: one that goes on is still the next. Milliseconds. */
const LONGEST_MS = 86_400_000;
/** Called-off days among them. */
const SITTINGS_READ = 10;
const MOST_STUDIOS = 50;
/** As many as the database hands out at once. */
const MOST_PROFILES = 1_000;

const counted = { schema: z.pick(Profile, { _id: true, heldFor: true }), fields: ['heldFor'] };

/** Before the pledge nothing is counted. */
export const showBench: Handler<'showBench'> = async (_nothing, { now, standing }) => {
  const own = studiosOf(standing);
  const [pledge, kept] = await Promise.all([
    pledges.get(standing.personId),
    studios.find({ _id: { in: own } }, { order: [['_id', 'asc']], limit: MOST_STUDIOS }),
  ]);
  const isSigned = pledgeStands(pledge, now);
  const sits = isSigned && kept.length > 0;
  const ids = kept.map(({ _id }) => _id);
  const [counts, nextSitting] = await Promise.all([
    sits ? countAll(ids, standing.personId, now) : null,
    sits ? nextOf(ids, now) : null,
  ]);
  return agree({
    studios: kept.map(({ _id, form, stationName }) => ({ studioId: _id, name: form.name, stationName })),
    pledge: { isSigned, until: isSigned ? (pledge?.until ?? null) : null, version: pledgeVersion },
    counts: isSigned ? (counts ?? { profiles: 0, held: 0, followUps: 0, open: 0 }) : null,
    nextSitting,
  });
};

/** Four round trips, six with a very large pool. What concerns the matchmaker's own person is another's to see to. */
async function countAll(ids: readonly UnionId[], reader: PersonId, now: EpochMs) {
  const [inPool, followUps, open] = await Promise.all([
    countPool(ids, reader, now),
    proposals.count({ studioId: { in: ids }, followUpAt: { upTo: now }, people: { not: reader } }),
    proposals.count({ studioId: { in: ids }, state: 'open', people: { not: reader } }),
  ]);
  return { ...inPool, followUps, open };
}

/**
 * Who left their union is in the pool no more. Of more than are handed out at once all are counted as they are stored:
 * who left today is among them until the timer has come by.
 */
async function countPool(ids: readonly UnionId[], reader: PersonId, now: EpochMs) {
  const there = { studioId: { in: ids }, expiresAt: { from: now + 1 }, _id: { not: reader } };
  const found = await profiles.findParts(there, counted, { limit: MOST_PROFILES });
  if (found.length === MOST_PROFILES) {
    const [all, held] = await Promise.all([profiles.count(there), profiles.count({ ...there, heldFor: { in: ids } })]);
    return { profiles: all, held };
  }
  const unions = await unionsNow(found.map(({ _id }) => _id));
  const members = found.filter(({ _id }) => unions.has(_id));
  return { profiles: members.length, held: members.filter(({ heldFor }) => heldFor.length > 0).length };
}

async function nextOf(ids: readonly UnionId[], now: EpochMs) {
  const found = await sittings.find(
    { studioId: { in: ids }, startsAt: { from: now - LONGEST_MS } },
    { order: [['startsAt', 'asc']], limit: SITTINGS_READ },
  );
  const next = found.find(({ endsAt, isCalledOff }) => endsAt > now && !isCalledOff);
  if (next === undefined) return null;
  const booked = Object.values(next.slots).filter(({ state }) => state !== 'free').length;
  return { studioId: next.studioId, day: next.day, booked };
}
