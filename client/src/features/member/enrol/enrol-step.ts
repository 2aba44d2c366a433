import type { ConsentReceipt, Purpose } from '@contract/consent';
import { consentVersions, neededToJoin } from '@contract/consent';
import type { EnrolmentEvent, EnrolmentView } from '@contract/enrolment';
import { ReturnReason } from '@contract/enrolment';

export const enrolSteps = ['learn', 'work', 'union', 'identity', 'sign'] as const;
export type EnrolStep = (typeof enrolSteps)[number];

/** The receipt that stands for the text shown today, if there is one. */
export const standingReceipt = (receipts: readonly ConsentReceipt[], purpose: Purpose): ConsentReceipt | undefined =>
  receipts.find(
    (receipt) =>
      receipt.purpose === purpose && receipt.version === consentVersions[purpose] && receipt.withdrawnAt === null,
  );

const askedIn: Readonly<Record<string, EnrolStep>> = {
  occupation: 'work',
  workAreaId: 'work',
  union: 'union',
  name: 'identity',
  mobile: 'identity',
  document: 'identity',
};

/** Where to go on, on whichever day one comes back: the first step with something missing, else the signature. */
export function firstIncomplete({ consents, missing }: Pick<EnrolmentView, 'consents' | 'missing'>): EnrolStep {
  if (neededToJoin.some((purpose) => standingReceipt(consents, purpose) === undefined)) return 'learn';
  return enrolSteps.find((step) => missing.some((field) => askedIn[field] === step)) ?? 'sign';
}

const correctedIn = {
  'name-differs': 'identity',
  'document-differs': 'identity',
  'mobile-unreachable': 'identity',
  'work-unclear': 'work',
  'wrong-union': 'union',
  other: 'sign',
} as const satisfies Record<ReturnReason, EnrolStep>;

export type SentBack = {
  readonly office: string | null;
  readonly reasons: readonly ReturnReason[];
  readonly note: string | null;
};

/** What the union wants corrected; null when nothing was sent back. */
export function sentBack({ state, history }: Pick<EnrolmentView, 'state' | 'history'>): SentBack | null {
  const last = state === 'returned' ? lastOf(history, 'return') : undefined;
  return last === undefined ? null : { office: last.office, reasons: returnReasons(last), note: last.note };
}

/** Reasons arrive as text; one that this version does not know is shown as another reason. */
export const returnReasons = (event: EnrolmentEvent): readonly ReturnReason[] =>
  event.reasons.map((reason) => {
    const known = ReturnReason.safeParse(reason);
    return known.success ? known.data : 'other';
  });

export const lastOf = (history: readonly EnrolmentEvent[], step: EnrolmentEvent['step']): EnrolmentEvent | undefined =>
  history.filter((event) => event.step === step).pop();

/** The steps that the reasons speak of, in the order of the form. */
export const stepsToCorrect = (reasons: readonly ReturnReason[]): readonly EnrolStep[] =>
  enrolSteps.filter((step) => step !== 'sign' && reasons.some((reason) => correctedIn[reason] === step));
