import type { ConsentReceipt, Purpose } from '../../types/consent';
import { consentVersions, neededToJoin } from '../../types/consent';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';

/** Whether somebody agrees today to the text shown today. */
export const consentsTo = (receipts: readonly ConsentReceipt[], purpose: Purpose): boolean =>
  receipts.some(
    (receipt) =>
      receipt.purpose === purpose && receipt.version === consentVersions[purpose] && receipt.withdrawnAt === null,
  );

export const hasNeededConsents = (receipts: readonly ConsentReceipt[]): boolean =>
  neededToJoin.every((purpose) => consentsTo(receipts, purpose));

export type GivenConsent = { readonly purpose: Purpose; readonly version: string };

/** Adds a receipt per purpose; agreeing twice to one text is one consent. */
export function give(
  receipts: readonly ConsentReceipt[],
  given: readonly GivenConsent[],
  scene: { readonly now: EpochMs; readonly newReceiptNo: () => string },
): Result<ConsentReceipt[], 'consent-text-changed'> {
  if (given.some(({ purpose, version }) => version !== consentVersions[purpose])) return refuse('consent-text-changed');
  const fresh = given
    .filter(
      ({ purpose }, place) =>
        !consentsTo(receipts, purpose) && given.findIndex((other) => other.purpose === purpose) === place,
    )
    .map(({ purpose, version }) => ({
      purpose,
      version,
      receiptNo: scene.newReceiptNo(),
      givenAt: scene.now,
      withdrawnAt: null,
    }));
  return agree([...receipts, ...fresh]);
}

/** Marks the standing receipts of a purpose as withdrawn; they stay as evidence of what was agreed and when. */
export function takeBack(
  receipts: readonly ConsentReceipt[],
  purpose: Purpose,
  now: EpochMs,
): Result<ConsentReceipt[], 'consent-not-given'> {
  const stands = (receipt: ConsentReceipt): boolean => receipt.purpose === purpose && receipt.withdrawnAt === null;
  if (!receipts.some(stands)) return refuse('consent-not-given');
  return agree(receipts.map((receipt) => (stands(receipt) ? { ...receipt, withdrawnAt: now } : receipt)));
}

/** Every consent ends with the reason it was given for. */
export const takeAllBack = (receipts: readonly ConsentReceipt[], now: EpochMs): ConsentReceipt[] =>
  receipts.map((receipt) => (receipt.withdrawnAt === null ? { ...receipt, withdrawnAt: now } : receipt));
