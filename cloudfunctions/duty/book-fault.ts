import { isGenuine } from './certificate';
import type { ChainFault } from './chain';
import { verifyChain } from './chain';
import { certificates } from './hours-records';
import { readableBook } from './reading-book';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

const CERTIFICATES_READ = 100;

/** Beside what a chain can suffer: an entry is none any more, or a certificate of the book was changed. */
export type BookFault = {
  readonly seq: number;
  readonly fault: ChainFault['fault'] | 'unreadable' | 'certificate-changed';
};

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
    readableBook(personId),
    certificates.find({ personId }, { order: [['askedAt', 'desc']], limit: CERTIFICATES_READ }),
  ]);
  if (entries === null) return { seq: 0, fault: 'unreadable' };
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
