import { EpochMs } from '../../types/time';
import { alarm } from '../runtime/log';
import { tellOfCards, tellOfOutcome } from './mixer-news';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import { revealMixer } from './reveal-mixer';

/** Mixers that one run sees to. */
const BATCH = 10;
/** After something went wrong it is tried again so much later, so that others are not held up by it. Milliseconds. */
const AGAIN_MS = 60_000;

/**
 * Tells everybody of a mixer at the instant that was named, makes good what calls that died have left, and deletes what
 * is kept no longer.
 *
 * @returns how many were due
 */
export async function sweepMixers(now: EpochMs): Promise<number> {
  const due = await mixers.find({ dueAt: { upTo: now } }, { order: [['dueAt', 'asc']], limit: BATCH });
  let failed = 0;
  for (const mixer of due)
    try {
      await see(mixer, now);
    } catch {
      failed += 1;
      await mixers.update({ _id: mixer._id, dueAt: mixer.dueAt }, { set: { dueAt: EpochMs.parse(now + AGAIN_MS) } });
    }
  if (failed > 0) alarm('match-mixer-unsettled', failed);
  return due.length;
}

async function see(mixer: Mixer, now: EpochMs): Promise<void> {
  const { _id, state, choosesUntil, told, dueAt } = mixer;
  if (choosesUntil === null || told.includes('told')) {
    // Nobody opened its cards, or all were told long ago. On what was read: cards may be opened in this moment.
    await mixers.removeAll({ _id, state, dueAt });
    return;
  }
  if (state === 'choosing' && now < choosesUntil) {
    await tellOfCards({ ...mixer, choosesUntil }, now);
    return;
  }
  const revealed = state === 'told' ? mixer : await revealMixer(mixer);
  if (revealed?.state === 'told') await tellOfOutcome({ ...revealed, choosesUntil }, now);
}
