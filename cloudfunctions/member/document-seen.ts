import type { PersonId } from '../../types/ids';
import { readMember } from './records';

/** A document as others may read it: its kind and its last signs, four of an ID card's. */
export type DocumentSeen = { readonly kind: 'id-card' | 'other'; readonly lastSigns: string };

/**
 * The document of somebody whose membership the union approved, having looked at it; null where it never did, or where
 * the document is no longer kept. One round trip.
 */
export async function documentSeen(personId: PersonId): Promise<DocumentSeen | null> {
  const member = await readMember(personId);
  if (member?.enrolment.state !== 'approved' || member.document === null) return null;
  return { kind: member.document.kind, lastSigns: afterStars(member.document.masked) };
}

const afterStars = (masked: string): string => masked.slice(masked.lastIndexOf('*') + 1);
