import { isLiving } from './kept-own';
import { listWords } from './own-list-copy';
import type { OwnEvent } from './own-news';

export type OwnGroup = { readonly label: string; readonly items: readonly OwnEvent[] };

/** What waits for a word first, then what is to come, then what one waits for, then what is over. */
export function ownGroups(items: readonly OwnEvent[], now: number): readonly OwnGroup[] {
  const isOver = ({ event, own }: OwnEvent): boolean =>
    !isLiving(own) || event.endsAt <= now || event.state === 'cancelled';
  const groupOf = (item: OwnEvent): string => {
    if (isOver(item)) return listWords.over;
    if (item.own.state === 'offered') return listWords.offered;
    return item.own.state === 'confirmed' ? listWords.toCome : listWords.waiting;
  };
  return [listWords.offered, listWords.toCome, listWords.waiting, listWords.over]
    .map((label) => ({ label, items: items.filter((item) => groupOf(item) === label) }))
    .filter(({ items: own }) => own.length > 0);
}
