import * as z from 'zod/mini';
import { EventId, PersonId, UnionId } from '../../types/ids';
import { MixerState } from '../../types/match-mixer';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** Somebody at a mixer. */
export const Badge = z.object({
  number: z.int(),
  /** What they are called, sealed for this mixer and number. */
  named: z.string(),
  /** How they are reached, sealed; null once all are told. */
  contact: z.nullable(z.string()),
  /** Sealed text of one length, whatever was chosen, there from the beginning; null once all are told. */
  choices: z.nullable(z.string()),
});
export type Badge = z.infer<typeof Badge>;

export const Mixer = z.object({
  _id: EventId,
  studioId: UnionId,
  studioName: z.string(),
  title: z.string(),
  state: MixerState,
  startsAt: EpochMs,
  endsAt: EpochMs,
  choosesUntil: z.nullable(EpochMs),
  by: PersonId,
  byName: z.string(),
  /** By person. */
  badges: z.record(z.string(), Badge),
  /** The next number: numbers are never given twice. */
  next: z.int(),
  pairs: z.nullable(z.int()),
  /** What people were told: `cards`, `told`. */
  told: z.array(z.string()),
  revision: z.int(),
  dueAt: EpochMs,
});
export type Mixer = z.infer<typeof Mixer>;
export const mixers = collection('match-mixers', Mixer);
