import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../types/ids';
import { ProfileId, ProposalId, WishId } from '../../types/ids';
import { lettersOf } from '../runtime/code-letters';
import { fingerprint } from '../runtime/sealed';

const LETTERS = 11;

/** Drawn at random: whoever leaves and comes back is somebody else to everybody. */
export const newProfileId = (): ProfileId => ProfileId.parse(`m${lettersOf(randomBytes(7), LETTERS).toLowerCase()}`);

/** The proposal that a request asks for; sent again, it is the same. */
export const proposalIdOf = (by: PersonId, requestKey: string): ProposalId =>
  ProposalId.parse(`q${drawn('match-proposal', `${by}:${requestKey}`)}`);

/** What two people chose at a mixer, one proposal whichever way they are named. */
export const mixerProposalIdOf = (eventId: string, one: PersonId, other: PersonId): ProposalId =>
  ProposalId.parse(`q${drawn('match-mixer', `${eventId}:${[one, other].sort().join(':')}`)}`);

/** A note: the same request, sent again, has the same id. */
export const noteIdOf = (personId: PersonId, requestKey: string): WishId =>
  WishId.parse(`w${drawn('match-note', `${personId}:${requestKey}`)}`);

/** As often as one person reports one proposal: administrators are not to be kept busy by one who is angry. */
const MOST_REPORTS = 3;

/** The places of the reports that one person may make of one proposal, in their order. */
export const reportPlaces = (personId: PersonId, proposalId: ProposalId): WishId[] =>
  Array.from({ length: MOST_REPORTS }, (_, nth) =>
    WishId.parse(`w${drawn('match-report', `${personId}:${proposalId}:${nth}`)}`),
  );

/** Two people in no order. Nobody without the key can find out who they are, or whether two given people are meant. */
export const pairKeyOf = (one: PersonId, other: PersonId): string =>
  fingerprint('match-pair', [one, other].sort().join(':'));

/** One person, where nothing that leads back to them may stay. */
export const barKeyOf = (personId: PersonId): string => fingerprint('match-bar', personId);

const drawn = (kind: string, text: string): string =>
  lettersOf(Buffer.from(fingerprint(kind, text), 'base64url'), LETTERS).toLowerCase();
