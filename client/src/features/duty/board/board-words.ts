import type { BoardPlace, BoardShift } from '@contract/duty-board';
import { evidenceName, placeWords } from '../duty-words';
import type { StateWords } from '../duty-words';
import { clock } from '../shift-words';
import { boardPhrases, gapWords } from './board-copy';

const words = boardPhrases;

/** How a shift stands, in a few words. */
export function shiftState({ shift, gap, places }: BoardShift, now: number): StateWords {
  if (shift.state === 'called-off') return { text: words.calledOff, tone: 'plain' };
  if (places.some(({ isLate }) => isLate)) return { text: words.somebodyLate, tone: 'danger' };
  if (gap !== null) return gapWords(gap);
  if (shift.state === 'closed' || shift.endsAt <= now) return { text: words.over, tone: 'plain' };
  return { text: words.full, tone: 'good' };
}

/** How somebody's place stands, as their head reads it. */
export function placeState({ state, isLate }: BoardPlace): StateWords {
  if (isLate) return { text: words.late, tone: 'danger' };
  return state === 'served'
    ? { text: '值完了', tone: 'good' }
    : state === 'excused'
      ? { text: '没到，原因认可了', tone: 'plain' }
      : placeWords[state];
}

/** When somebody came and left, and what that rests on; null where nobody came. */
export function cameWords({ clockedInAt, clockedOutAt, evidence }: BoardPlace): string | null {
  if (clockedInAt === null) return null;
  return [
    words.came(clock(clockedInAt)),
    evidence === null ? null : `（${evidenceName(evidence)}）`,
    clockedOutAt === null ? null : `，${words.left(clock(clockedOutAt))}`,
  ]
    .filter(Boolean)
    .join('');
}
