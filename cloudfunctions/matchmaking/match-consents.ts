import type { MatchPurpose } from '../../types/match-kind';
import { matchConsentVersion } from '../../types/match-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Profile } from './profile-records';

type Consents = Profile['consents'];
export type GivenConsent = { readonly purpose: MatchPurpose; readonly version: string };

/** Adds a receipt for each purpose; agreeing twice to one text is one consent. Of an older text the newer stays. */
export function withConsents(
  consents: Consents,
  given: readonly GivenConsent[],
  scene: { readonly now: EpochMs; readonly newReceiptNo: () => string },
): Result<Consents, 'consent-text-changed'> {
  if (given.some(({ version }) => version !== matchConsentVersion)) return refuse('consent-text-changed');
  const fresh = [...new Set(given.map(({ purpose }) => purpose))]
    .filter((purpose) => !consents.some((one) => one.purpose === purpose && one.version === matchConsentVersion))
    .map((purpose) => ({
      purpose,
      version: matchConsentVersion,
      receiptNo: scene.newReceiptNo(),
      givenAt: scene.now,
    }));
  return agree([...consents.filter(({ purpose }) => !fresh.some((one) => one.purpose === purpose)), ...fresh]);
}

/** What somebody agrees to no more is not kept as if they did: the receipt goes with it. */
export const withoutConsent = (consents: Consents, purpose: MatchPurpose): Consents =>
  consents.filter((one) => one.purpose !== purpose);
