import * as z from 'zod/mini';
import { EventId, PersonId, UnionId } from '../../types/ids';
import { MixerState } from '../../types/match-mixer';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** Somebody at a mixer who may be chosen. */
export const Badge = z.object({
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
  /** No card is taken any more: what was chosen is being read. Everybody still reads `choosing`. */
  isClosed: z.boolean(),
  by: PersonId,
  byName: z.string(),
  /**
   * Whose number is which: a keyed fingerprint each, the first has number 1. It only grows, so that no number is given
   * twice and whoever comes back has their own; empty text where somebody left the studio, and comes back as a new one.
   */
  people: z.array(z.string()),
  /**
   * What people are called, sealed, by the same fingerprint. Of somebody who leaves while cards are filled in it stays
   * until all are told: nobody may learn from a line less who wants nobody. Of somebody who leaves the studio it goes at
   * once, and with it the line: that, unlike leaving the mixer, can be seen, and says nothing of any card.
   */
  names: z.record(z.string(), z.string()),
  /** By person. */
  badges: z.record(z.string(), Badge),
  /** Pairs that chose each other; null before all are told. */
  pairs: z.nullable(z.int()),
  /** What people were told: `cards`, `told`. */
  told: z.array(z.string()),
  /** Rises with every part of the pairs that is written, so that whoever leaves meanwhile is noticed. */
  turn: z.int(),
  /** When the timer must look: somebody is to be told, all are, it goes. */
  dueAt: EpochMs,
});
export type Mixer = z.infer<typeof Mixer>;
export const mixers = collection('match-mixers', Mixer);
