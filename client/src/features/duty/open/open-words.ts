import type { OpenShift } from '@contract/duty-shift';
import { distanceWords } from '@/features/station/distance-words';
import type { StateWords } from '../duty-words';
import { notMineWord } from '../duty-words';
import { needWords, skillNeeded } from '../shift-words';
import { openPhrases } from './open-copy';

/** Full, and nothing else in the way: one may stand by. */
export const mayStandBy = ({ notMine, standbyFree }: OpenShift): boolean =>
  standbyFree > 0 && notMine.length > 0 && notMine.every((reason) => reason === 'full');

export const isForMe = (shift: OpenShift): boolean => shift.notMine.length === 0 || mayStandBy(shift);

export function openTags(shift: OpenShift): readonly StateWords[] {
  const tags: StateWords[] = [];
  if (shift.isCall) tags.push({ text: openPhrases.call, tone: 'accent' });
  if (mayStandBy(shift)) tags.push({ text: openPhrases.standBy, tone: 'info' });
  else if (isForMe(shift)) tags.push(...wantedIn(shift).map((text): StateWords => ({ text, tone: 'good' })));
  return tags;
}

const wantedIn = ({ needs }: OpenShift): readonly string[] =>
  needs.filter(({ free }) => free > 0).map((need) => [needWords(need), skillNeeded(need)].filter(Boolean).join('，'));

/** How far it is; of one that is not for the reader, why. */
export function openLines(shift: OpenShift, isNear: boolean): readonly string[] {
  if (!isForMe(shift)) return shift.notMine.map(notMineWord);
  return distanceLines(shift, isNear);
}

function distanceLines({ distanceM }: OpenShift, isNear: boolean): readonly string[] {
  if (distanceM === null) return [];
  if (isNear) return [openPhrases.fromHere(distanceWords(distanceM))];
  return distanceM === 0 ? [] : [openPhrases.fromStation(distanceWords(distanceM))];
}
