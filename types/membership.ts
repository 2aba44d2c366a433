import * as z from 'zod/mini';
import { DecisionClock } from './enrolment';
import { CardNumber, PersonId, UnionId } from './ids';
import { EpochMs } from './time';

/** `pending` while an application waits; `retained` when the union dissolved or the work ended and membership is kept. */
export const CardState = z.enum(['pending', 'active', 'transferring', 'retained', 'suspended', 'left']);
export type CardState = z.infer<typeof CardState>;

/** How long one code on the card is good for. Milliseconds. Long enough to hold out a phone, too short to send around. */
export const CARD_CODE_LIFE_MS = 60_000;

export const CardView = z.object({
  state: CardState,
  name: z.string(),
  unionName: z.string(),
  cardNumber: z.nullable(CardNumber),
  since: z.nullable(EpochMs),
  /** What the QR holds; null when the card does not open doors. */
  code: z.nullable(z.string()),
  codeLivesMs: z.int(),
});
export type CardView = z.infer<typeof CardView>;

/** All that a stranger at a door learns. */
export const CardCheck = z.object({
  valid: z.boolean(),
  state: CardState,
  maskedName: z.string(),
  unionName: z.string(),
  checkedAt: EpochMs,
});
export type CardCheck = z.infer<typeof CardCheck>;

export const TransferSide = z.object({
  office: z.string(),
  confirmedAt: z.nullable(EpochMs),
  clock: z.nullable(DecisionClock),
});

export const TransferView = z.object({
  fromName: z.string(),
  toName: z.string(),
  requestedAt: EpochMs,
  release: TransferSide,
  accept: TransferSide,
});
export type TransferView = z.infer<typeof TransferView>;

export const MembershipEvent = z.object({
  step: z.enum([
    'approve',
    'request-transfer',
    'release',
    'accept',
    'transfer',
    'decline-transfer',
    'cancel-transfer',
    'suspend',
    'restore',
    'retain',
    'correct',
    'leave',
  ]),
  at: EpochMs,
  office: z.nullable(z.string()),
  note: z.nullable(z.string()),
});
export type MembershipEvent = z.infer<typeof MembershipEvent>;

export const MembershipView = z.object({
  state: CardState,
  unionId: UnionId,
  unionName: z.string(),
  cardNumber: CardNumber,
  since: EpochMs,
  transfer: z.nullable(TransferView),
  history: z.array(MembershipEvent),
  may: z.object({ requestTransfer: z.boolean(), cancelTransfer: z.boolean(), leave: z.boolean() }),
});
export type MembershipView = z.infer<typeof MembershipView>;

/** A member as staff of that union find one by the number on the card. */
export const FoundMember = z.object({
  personId: PersonId,
  cardNumber: CardNumber,
  maskedName: z.string(),
  state: CardState,
  unionName: z.string(),
  since: EpochMs,
  may: z.object({ suspend: z.boolean(), restore: z.boolean(), retain: z.boolean(), correct: z.boolean() }),
});
export type FoundMember = z.infer<typeof FoundMember>;
