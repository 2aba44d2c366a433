import { agree } from '../../types/result';
import { EpochMs } from '../../types/time';
import { isGenuine } from './certificate';
import { alarm } from '../runtime/log';
import type { ChainFault } from './chain';
import { verifyChain } from './chain';
import { certificates } from './hours-records';
import { readBook } from './reading-book';
import type { Handler } from './scene';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** So many books are followed in one run; the timer rings every two minutes. */
const AT_ONCE = 20;
/** And each again after so long. Milliseconds. */
const AGAIN_AFTER_MS = 30 * 86_400_000;
/** A book that did not hold is looked at daily until it does. Milliseconds. */
const BROKEN_AGAIN_MS = 86_400_000;
const CERTIFICATES_READ = 100;

export const verifyBooks: Handler<'verifyBooks'> = async (_input, { now }) => {
  const due = await volunteers.find({ verifyAt: { upTo: now } }, { order: [['verifyAt', 'asc']], limit: AT_ONCE });
  let broken = 0;
  for (const volunteer of due) {
    const fault = await faultOf(volunteer);
    if (fault !== null) broken += 1;
    const verifyAt = EpochMs.parse(now + (fault === null ? AGAIN_AFTER_MS : BROKEN_AGAIN_MS));
    // An entry that came in between has set its own time.
    await volunteers.update({ _id: volunteer._id, verifyAt: volunteer.verifyAt }, { set: { verifyAt } });
  }
  if (broken > 0) alarm('books-broken', broken);
  return agree({ read: due.length, broken });
};

/** Beside what a chain can suffer: a certificate of the book no longer reads as it was written. */
export type BookFault = { readonly seq: number; readonly fault: ChainFault['fault'] | 'certificate-changed' };

/**
 * What is wrong with somebody's book: by its own chain, and by the certificates that were made from it, which remember
 * an end that somebody may have cut off.
 */
export async function faultOf({ _id, chain }: Pick<VolunteerRecord, '_id' | 'chain'>): Promise<BookFault | null> {
  const fault = await faultAgainst(_id, chain);
  if (fault === null) return null;
  // It may have grown while it was read.
  const current = await volunteers.get(_id);
  return current === null || current.chain.length === chain.length ? fault : faultAgainst(_id, current.chain);
}

async function faultAgainst(
  personId: VolunteerRecord['_id'],
  chain: VolunteerRecord['chain'],
): Promise<BookFault | null> {
  const [entries, issued] = await Promise.all([
    readBook(personId),
    certificates.find({ personId }, { order: [['askedAt', 'desc']], limit: CERTIFICATES_READ }),
  ]);
  const fault = verifyChain(entries, chain);
  if (fault !== null) return fault;
  for (const certificate of issued) {
    const { anchor } = certificate;
    if (!isGenuine(certificate)) return { seq: anchor?.length ?? 0, fault: 'certificate-changed' };
    if (anchor === null) continue;
    const upTo = entries.filter(({ seq }) => seq <= anchor.length);
    const cut = verifyChain(upTo, anchor);
    if (cut !== null) return cut;
  }
  return null;
}
