import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import { nextPairAt } from './pairs';
import type { Allowance } from './allowance';
import { givesPlaces } from './passing-decision';
import { passOn } from './passing-on';
import type { EventRecord, Holder } from './records';
import { events } from './records';
import type { Step } from './registration';
import { step } from './registration';
import { Registration, registrations } from './registration-records';
import { outPurge } from './retention';
import type { Release } from './seat-acts';
import { SETTLED_AFTER_MS } from './seat-acts';
import { NOT_KEPT_WITHIN_MS } from './waiting-list';

/** Rows read in one round trip. */
const PAGE = 1_000;
/** Places freed, and rows brought in line, in one run. */
const BATCH = 50;
/** To read everything and to give one place on. Round trips. */
const LEAST_TRIPS = 12;

const Row = z.pick(Registration, {
  _id: true,
  personId: true,
  state: true,
  claim: true,
  orderKey: true,
  group: true,
});
type Row = z.infer<typeof Row>;

/**
 * The sweep's part for the places of one event: offers that ran out are passed on, places that nobody came for are given
 * on, rows that a crash left behind follow, and what is free goes to whoever is next. Safe to repeat, by two timers at
 * once, and after a crash anywhere.
 *
 * @returns when to look again for the sake of places; `now` where the allowance ended
 */
export async function settlePlaces(read: EventRecord, now: EpochMs, allowance: Allowance): Promise<EpochMs> {
  if (read.quotas.length === 0 || read.state === 'draft' || read.state === 'cancelled') return NEVER;
  if (allowance.trips < LEAST_TRIPS) return now;
  // Rows before the event: a place that was given since is young, and its row is on the way.
  const rows = await rowsOf(read._id, allowance);
  allowance.trips -= 1;
  const event = await events.get(read._id);
  if (event === null) return NEVER;
  const behind = rows.flatMap((row) => catchUpOf(row, event, now)).slice(0, BATCH);
  await catchUp(event, behind, now, allowance);
  const { releases, youngest } = releasesOf(event, rows, now);
  const some = releases.slice(0, BATCH);
  const waiting = new Set<string>(rows.flatMap(({ state, personId }) => (state === 'waiting' ? [personId] : [])));
  const left = [...Object.keys(event.live.skips), event.live.keptFor ?? '']
    .filter((personId) => personId !== '' && !waiting.has(personId))
    .map((personId) => personId as PersonId);
  const { released } = await passOn(event, { releases: some, left, taker: null }, now, allowance);
  await endOffers(event, rows, some, released, now, allowance);
  const isLeft = behind.length === BATCH || releases.length > some.length || allowance.trips < LEAST_TRIPS;
  if (isLeft || (now >= read.startsAt && !(await lapse(event, now, allowance)))) return now;
  // Before a draw nobody is given a place, however many wait for each other.
  const pairAt = givesPlaces(event, now) ? nextPairAt(event, now) : NEVER;
  return EpochMs.parse(Math.min(youngest, nextPlacesAt(event, now), pairAt));
}

/** When offers end, and when nothing is kept for a family any more. */
export const nextPlacesAt = ({ live, startsAt }: Pick<EventRecord, 'live' | 'startsAt'>, now: EpochMs): EpochMs =>
  EpochMs.parse(
    Math.min(
      NEVER,
      ...Object.values(live.holders).flatMap(({ until }) => (until === null ? [] : [until])),
      ...(live.keptFor === null || startsAt - NOT_KEPT_WITHIN_MS < now ? [] : [startsAt - NOT_KEPT_WITHIN_MS]),
      ...(now < startsAt ? [startsAt] : []),
    ),
  );

async function rowsOf(eventId: EventId, allowance: Allowance): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = ''; ;) {
    allowance.trips -= 1;
    const page = await registrations.findParts(
      { eventId, orderKey: { from }, state: { in: ['entered', 'waiting', 'offered', 'confirmed'] } },
      { schema: Row, fields: Object.keys(Row.shape) },
      { order: [['orderKey', 'asc']], limit: PAGE },
    );
    rows.push(...page);
    const last = page[PAGE - 1];
    if (last === undefined) return rows;
    from = `${last.orderKey}~`;
  }
}

type CatchUp = { readonly row: Row; readonly step: Step; readonly holder: Holder | null };

/** What a row has not followed yet. */
function catchUpOf(row: Row, event: EventRecord, now: EpochMs): CatchUp[] {
  const found = event.live.holders[row.personId];
  const holder = found?.claim === row.claim ? found : null;
  if (holder !== null && (holder.until === null || now < holder.until)) {
    if (row.state === 'waiting') return [{ row, step: holder.until === null ? 'register' : 'offer', holder }];
    return row.state === 'offered' && holder.until === null ? [{ row, step: 'accept', holder }] : [];
  }
  if (holder !== null) return [];
  if (row.state === 'offered') return [{ row, step: 'expire', holder: null }];
  // A place that is gone though the row kept its claim: nobody is forgotten, they are next by the order of the list.
  return row.state === 'confirmed' ? [{ row, step: 'wait', holder: null }] : [];
}

async function catchUp(
  event: EventRecord,
  behind: readonly CatchUp[],
  now: EpochMs,
  allowance: Allowance,
): Promise<void> {
  if (behind.length === 0) return;
  allowance.trips -= behind.length + 1;
  // They are told before their rows say so: after a crash in between both are done again, and a notice is one.
  const news = behind.flatMap((one) => newsOf(event, one, now));
  if (news.length > 0) await tell(news);
  await Promise.all(
    behind.map(async ({ row, step: name, holder }) => {
      const beside = {
        group: holder?.group ?? null,
        until: holder?.until ?? null,
        ...(name === 'expire' ? { purgeAt: outPurge(event) } : {}),
      };
      const { filter, change } = step(row, name, now, beside);
      return registrations.update(filter, change);
    }),
  );
}

const told = {
  offer: 'place-offered',
  register: 'place-given',
  accept: 'place-given',
  expire: 'offer-passed-on',
} as const;

function newsOf(event: EventRecord, { row, step: name, holder }: CatchUp, now: EpochMs): News[] {
  if (!(name in told)) return [];
  return [
    {
      to: row.personId,
      kind: told[name as keyof typeof told],
      once: `${event._id}:${row.claim}`,
      at: now,
      subject: event.title,
      eventId: event._id,
      when: holder?.until ?? event.startsAt,
      words: null,
    },
  ];
}

/** Offers that ran out, and places that no living row claims; a young one may have its row on the way. */
function releasesOf(
  event: EventRecord,
  rows: readonly Row[],
  now: EpochMs,
): { readonly releases: readonly Release[]; readonly youngest: EpochMs } {
  const claims = new Map<string, string>(rows.map(({ personId, claim }) => [personId, claim]));
  const releases: Release[] = [];
  let youngest: number = NEVER;
  for (const [key, holder] of Object.entries(event.live.holders)) {
    const personId = key as PersonId;
    if (holder.until !== null && holder.until <= now) releases.push({ personId, holder, only: 'ended' });
    else if (claims.get(key) !== holder.claim) {
      if (holder.at + SETTLED_AFTER_MS <= now) releases.push({ personId, holder, only: 'unclaimed' });
      else youngest = Math.min(youngest, holder.at + SETTLED_AFTER_MS);
    }
  }
  return { releases, youngest: EpochMs.parse(youngest) };
}

/** Rows of offers that ran out, once the place is gone. */
const endOffers = (
  event: EventRecord,
  rows: readonly Row[],
  releases: readonly Release[],
  released: readonly PersonId[],
  now: EpochMs,
  allowance: Allowance,
): Promise<void> => {
  const ended = releases.filter(({ only, personId }) => only === 'ended' && released.includes(personId));
  const offered = rows.filter(
    ({ state, personId, claim }) =>
      state === 'offered' && ended.some((release) => release.personId === personId && release.holder.claim === claim),
  );
  return catchUp(
    event,
    offered.map((row) => ({ row, step: 'expire', holder: null })),
    now,
    allowance,
  );
};

/** It has begun: who still waits has no place any more. @returns whether that is everybody */
async function lapse(event: EventRecord, now: EpochMs, allowance: Allowance): Promise<boolean> {
  const most = Math.min(BATCH, allowance.trips - 2);
  allowance.trips -= 1;
  const rows = await registrations.findParts(
    { eventId: event._id, state: { in: ['waiting', 'offered'] } },
    { schema: Row, fields: Object.keys(Row.shape) },
    { limit: most },
  );
  allowance.trips -= rows.length;
  await Promise.all(
    rows.map((row) => {
      const { filter, change } = step(row, row.state === 'offered' ? 'expire' : 'lapse', now, {
        group: null,
        until: null,
        purgeAt: outPurge(event),
      });
      return registrations.update(filter, change);
    }),
  );
  return rows.length < most;
}
