import { randomBytes } from 'node:crypto';
import type { EventId } from '../../types/ids';
import { seal, unseal } from '../runtime/sealed';
import { commitmentTo } from './draw';
import type { Draw } from './records';

/**
 * The seed of a draw and the promise of it, made when the event is published: its seed is sealed until the draw.
 *
 * @param inPairs as many of each side win
 */
export function newDraw(eventId: EventId, inPairs = false): Draw {
  const seed = randomBytes(32).toString('hex');
  return {
    commitment: commitmentTo(seed),
    sealedSeed: seal(seed, seedPlace(eventId)),
    seed: null,
    entriesDigest: null,
    count: 0,
    drawnAt: null,
    inPairs,
    told: null,
  };
}

/** @throws when it was sealed for another event, or with a key that is gone: then nobody can draw */
export function seedOf(eventId: EventId, { sealedSeed }: Draw): string {
  const seed = unseal(sealedSeed, seedPlace(eventId));
  if (seed === null) throw new Error('The seed of a draw does not open.');
  return seed;
}

const seedPlace = (eventId: EventId): string => `draw:${eventId}`;
