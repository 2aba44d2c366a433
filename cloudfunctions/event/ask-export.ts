import type { InputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { Contended } from '../runtime/database';
import { eventAtHand } from './at-hand';
import { openExportCase } from './export-case';
import type { ExportRecord } from './export-records';
import { exportId, exportsAsked } from './export-records';
import { dayAfter, keptUntil, stateAt } from './export-request';
import type { EventRecord } from './records';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { recipients } from './tellings';

type Wish = InputOf<typeof eventContract.askExport>;

const TRIES = 4;
/** As many as may be asked for at one instant and still be told apart. */
const LATEST = 50;

/**
 * Asks for the list as a table. It waits in the queue of the event's union and of those above it for somebody else.
 * Sent again with the same key it is the same request, and its case is opened if a crash kept it from being. Nobody has
 * two that wait for an answer: colleagues would have to guess which one is meant.
 */
export const askExport: Handler<'askExport'> = async (wish, { now, standing }) => {
  const found = await eventAtHand(wish.eventId, standing, ORGANISERS);
  if (!found.ok) return found;
  const event = found.value;
  const state = { in: recipients.everybody };
  const isKept = event.state !== 'draft' && event.state !== 'archived';
  const count = isKept ? await registrations.count({ eventId: event._id, state }) : 0;
  if (count === 0) return refuse('nobody-to-tell');
  const record = await askedOnce(event, wish, standing, now);
  if (record === 'asked-already') return refuse('asked-already');
  await openExportCase(event, record);
  return agree({ exportId: record._id, expiresAt: record.expiresAt });
};

/**
 * The request as it is stored, a new one or that of the first try. Its number is the id: nobody else has it, and whoever
 * asks twice at one instant reads the first before the second is numbered.
 */
async function askedOnce(
  event: EventRecord,
  wish: Wish,
  standing: Standing,
  now: EpochMs,
): Promise<ExportRecord | 'asked-already'> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const earlier = await exportsAsked.find({ eventId: event._id }, { order: [['askedAt', 'desc']], limit: LATEST });
    const own = earlier.filter(({ askedById }) => askedById === standing.personId);
    const same = own.find(({ requestKey }) => requestKey === wish.requestKey);
    if (same !== undefined) return same;
    if (own.some((one) => stateAt(one, now) === 'asked')) return 'asked-already';
    const nth = Math.max(0, ...earlier.map((one) => one.nth)) + 1;
    const record = requestOf(event, wish, standing, nth, now);
    if ((await exportsAsked.insert(record)) === 'inserted') return record;
  }
  throw new Contended('Others asked for a table every time.');
}

const requestOf = (
  event: EventRecord,
  { purpose, withNames, requestKey }: Wish,
  standing: Standing,
  nth: number,
  now: EpochMs,
): ExportRecord => ({
  _id: exportId(event._id, nth),
  eventId: event._id,
  nth,
  requestKey,
  scope: event.scope,
  state: 'asked',
  purpose,
  withNames,
  askedBy: standing.name,
  askedById: standing.personId,
  office: standing.officeFor(event.scope, ORGANISERS),
  askedAt: now,
  decidedBy: null,
  decidedById: null,
  decidedAs: null,
  fetched: 0,
  expiresAt: dayAfter(now),
  isOver: false,
  purgeAt: keptUntil(now),
});
