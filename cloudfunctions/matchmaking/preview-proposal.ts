import { agree } from '../../types/result';
import { benchPair, mayPropose } from './bench-pair';
import { cardOf } from './card';
import { writeLooks } from './looking';
import { saidBy } from './profile-records';
import { revealDay } from './reveal-day';
import type { Handler } from './scene';

/**
 * What each would see of the other. Both read that it was looked at, also where the answer is no: nobody tries pairs
 * unseen to find out whom somebody seeks.
 */
export const previewProposal: Handler<'previewProposal'> = async (input, { now, personId, standing }) => {
  const found = await benchPair(standing, input, now);
  if (!found.ok) return found;
  const { studio, one, other } = found.value;
  await writeLooks([one._id, other._id], 'previewed', { name: standing.name, studioName: studio.form.name }, now);
  const may = mayPropose(found.value, personId, now);
  if (!may.ok) return may;
  return agree({
    ofOne: cardOf(one, saidBy(one), 'proposal', now, input.hideOfOne),
    ofOther: cardOf(other, saidBy(other), 'proposal', now, input.hideOfOther),
    revealsAt: revealDay(now),
  });
};
