import * as z from 'zod/mini';
import { EpochMs } from './time';

/**
 * Why the union keeps something. Each purpose is consented to apart and can be withdrawn apart (PIPL 14, 15, 29).
 *
 * - `membership`: name, mobile, work and area, to decide on joining and to keep the membership. Needed to join.
 * - `identity-document`: the number of the ID card, sensitive, to see that one person joins once. Needed to join.
 * - `notices`: news of events and services by WeChat. Never needed.
 */
export const Purpose = z.enum(['membership', 'identity-document', 'notices']);
export type Purpose = z.infer<typeof Purpose>;

/** The wording shown today. Changing a text means a new version, and everybody is asked anew. */
export const consentVersions = {
  membership: '2026-11',
  'identity-document': '2026-11',
  notices: '2026-11',
} as const satisfies Record<Purpose, string>;

export const neededToJoin = ['membership', 'identity-document'] as const satisfies readonly Purpose[];

export const ConsentReceipt = z.object({
  purpose: Purpose,
  version: z.string(),
  receiptNo: z.string(),
  givenAt: EpochMs,
  withdrawnAt: z.nullable(EpochMs),
});
export type ConsentReceipt = z.infer<typeof ConsentReceipt>;
