import type { PersonId, ProposalId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import { seal, unseal } from '../runtime/sealed';
import { barKeyOf, pairKeyOf } from './ids';

/**
 * By what the two of a proposal are told again after one of them left, and came back or did not: the mark of the two,
 * and the bar of each. Keyed fingerprints, which name nobody.
 */
export type ProposalKeys = { readonly pair: string } & Readonly<Record<Side, string>>;

const placeOf = (proposalId: ProposalId): string => `match-keys:${proposalId}`;

/** Of one length whoever the two are, with a fresh nonce: the plain store joins a proposal to no mark and to no bar. */
export const sealedKeys = (proposalId: ProposalId, one: PersonId, other: PersonId): string =>
  seal([pairKeyOf(one, other), barKeyOf(one), barKeyOf(other)].join(' '), placeOf(proposalId));

/** @throws when it was not sealed here for this proposal: the store was tampered with */
export function openedKeys({ _id, keys }: { readonly _id: ProposalId; readonly keys: string }): ProposalKeys {
  const [pair, one, other] = unseal(keys, placeOf(_id))?.split(' ') ?? [];
  if (pair === undefined || one === undefined || other === undefined)
    throw new Error('The keys of a proposal do not open.');
  return { pair, one, other };
}
