import * as z from 'zod/mini';
import type { DrawEntry } from '../../types/event-draw';
import type { EventId } from '../../types/ids';
import { byLot } from './draw';
import type { EventRecord } from './records';
import { Registration, registrations } from './registration-records';
import type { DrawPage } from './series-records';
import { drawPages } from './series-records';

/** Entries of one page, and of one look at the rows: as many as the database gives at once. */
export const PAGE = 1_000;

/** A row in the draw, as far as the draw knows it. */
export const Entered = z.pick(Registration, {
  _id: true,
  personId: true,
  state: true,
  lot: true,
  claim: true,
  groups: true,
  people: true,
  orderKey: true,
  steps: true,
});
export type Entered = z.infer<typeof Entered>;
export const entered = { schema: Entered, fields: Object.keys(Entered.shape) };

/** Everybody who is in the draw at this moment. One round trip for each thousand, and one. */
export async function readEntered(eventId: EventId): Promise<Entered[]> {
  const all: Entered[] = [];
  for (let from = ''; ;) {
    const rows = await registrations.findParts({ eventId, state: 'entered', orderKey: { from } }, entered, {
      order: [['orderKey', 'asc']],
      limit: PAGE,
    });
    all.push(...rows);
    const last = rows[PAGE - 1];
    if (last === undefined) return all;
    // Keys are of one length: the next is beyond this one with any letter more.
    from = `${last.orderKey}~`;
  }
}

/** What everybody may read of a row. */
export const entryOf = ({ lot, people, groups }: Entered): DrawEntry => ({ lot, people, quotas: [...groups] });

/**
 * Keeps the entries that a draw is about to be made of. Pages are named by the digest of all entries: a timer that lost,
 * or died before it drew, leaves pages that nobody refers to, and never overwrites those of another. Safe to repeat.
 */
export async function keepEntries(eventId: EventId, digest: string, entries: readonly DrawEntry[]): Promise<void> {
  const sorted = byLot(entries);
  for (let page = 0; page * PAGE < sorted.length; page += 1)
    await drawPages.insert({
      _id: pageId(eventId, digest, page),
      entries: sorted.slice(page * PAGE, (page + 1) * PAGE),
    });
}

export const pagesOf = (count: number): number => Math.ceil(count / PAGE);

/** One page of a draw that has been made; null beyond the last, and before the draw. One round trip or none. */
export async function readPage({ _id, draw }: EventRecord, page: number): Promise<DrawPage | null> {
  if (draw?.entriesDigest == null || page >= pagesOf(draw.count)) return null;
  return drawPages.get(pageId(_id, draw.entriesDigest, page));
}

/** All entries of a draw that has been made. @throws when a page is missing: then nobody can say what was drawn */
export async function readEntries(event: EventRecord): Promise<DrawEntry[]> {
  const entries: DrawEntry[] = [];
  for (let page = 0; page < pagesOf(event.draw?.count ?? 0); page += 1) {
    const found = await readPage(event, page);
    if (found === null) throw new Error('A page of a draw is missing.');
    entries.push(...found.entries);
  }
  return entries;
}

const pageId = (eventId: EventId, digest: string, page: number): string => `${eventId}:${digest}:${page}`;
