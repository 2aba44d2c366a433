import * as z from 'zod/mini';
import { ConsentReceipt, Purpose } from './consent';
import { EpochMs, ShanghaiDay } from './time';

/** A look at somebody's data, as that person reads it. */
export const LookView = z.object({
  at: EpochMs,
  office: z.string(),
  /** `export`: one's name, or what is left of it, was in a table that somebody took away. */
  act: z.enum(['view', 'reveal', 'find', 'export']),
  /** The event that it was about, by name; null where it was about the membership. */
  about: z.nullable(z.string()),
  /** A code of ours where it was about the membership, what staff wrote where it was about an event. */
  purpose: z.nullable(z.string()),
});
export type LookView = z.infer<typeof LookView>;

export const HeldField = z.object({
  field: z.enum([
    'name',
    'mobile',
    'document',
    'occupation',
    'workRelation',
    'employer',
    'workArea',
    'homeArea',
    'signature',
    'membership',
    'history',
  ]),
  shown: z.nullable(z.string()),
  purpose: Purpose,
  keptUntil: z.enum(['draft-90-days', 'while-member', 'refused-180-days', 'left-30-days', 'membership-record']),
  deletedOn: z.nullable(ShanghaiDay),
});
export type HeldField = z.infer<typeof HeldField>;

export const OwnDataView = z.object({
  held: z.array(HeldField),
  consents: z.array(ConsentReceipt),
  looks: z.array(LookView),
  may: z.object({ correct: z.boolean() }),
});
export type OwnDataView = z.infer<typeof OwnDataView>;
