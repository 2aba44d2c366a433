import { refusalText } from '@/answer-words';
import { momentText } from '@/calendar-words';
import type { DoorNote, DoorWish } from './door-queue';
import { admitWords, hostText, walkInWords } from './host-copy';

/** What happened, as the host would say it. */
export const wishText = (wish: DoorWish): string =>
  wish.kind === 'guest' ? hostText.scanned(lettersOf(wish.code)) : hostText.walkedIn(wish.people);

/** A code as it can be compared with the one on the guest's phone: what stands before the proof. */
function lettersOf(code: string): string {
  const lot = /^\w\.([^.]+)\./.exec(code)?.[1] ?? code;
  return lot.length === 8 ? `${lot.slice(0, 4)} ${lot.slice(4)}` : lot;
}

export const notedAt = ({ at }: DoorNote): string => hostText.at(momentText(at));

/** Why the server said no to it. */
export const refusedText = ({ wish }: DoorNote, refusal: string): string =>
  refusalText(refusal, wish.kind === 'guest' ? admitWords : walkInWords);
