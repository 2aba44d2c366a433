import { supplies } from '@contract/duty-kind';
import type { ItemCode, ShelfLine } from '@contract/duty-tap';
import type { ShelfItem } from '@contract/duty-upkeep';
import { orNull, reader } from '@/features/event/form/read-problems';
import type { ReadForm } from '@/features/event/form/read-problems';
import { shelfPhrases } from './shelf-copy';

/** One thing that belongs on the shelf, as it stands in its fields. */
export type ItemDraft = Omit<ShelfItem, 'atLeast'> & { readonly atLeast: string };
export type ShelfDraft = { readonly items: readonly ItemDraft[] };

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

export const isOwn = (code: ItemCode): boolean => code.startsWith('own-');

/** Something of the station's own, to be named. */
export const newOwn = (): ItemDraft => ({
  code: `own-${Array.from({ length: 8 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('')}`,
  name: '',
  unit: '个',
  isMedicine: false,
  atLeast: '1',
});

export const shelfDraftOf = (items: readonly ShelfLine[]): ShelfDraft => ({
  items: items.map(({ code, name, unit, isMedicine, atLeast }) => ({
    code,
    name,
    unit,
    isMedicine,
    atLeast: String(atLeast),
  })),
});

/** Usual supplies that are not on the shelf yet. */
export const notYet = ({ items }: ShelfDraft) =>
  supplies.filter(({ code }) => items.every((item) => item.code !== code));

export const usualItem = (code: string): ItemDraft | null => {
  const supply = supplies.find((one) => one.code === code);
  return supply === undefined ? null : { ...supply, atLeast: '1' };
};

export function readShelf({ items }: ShelfDraft): ReadForm<ShelfItem[]> {
  const read = reader();
  const form = items.map((item, nth) => {
    const atLeast = Number(item.atLeast.normalize('NFKC').trim());
    read.needed(`items.${nth}.name`, orNull(item.name));
    read.needed(`items.${nth}.unit`, orNull(item.unit));
    if (orNull(item.atLeast) === null || !Number.isInteger(atLeast) || atLeast < 0 || atLeast > 9_999)
      read.wrong(`items.${nth}.atLeast`, shelfPhrases.leastWrong);
    if (items.findIndex(({ name }) => name.trim() === item.name.trim()) < nth)
      read.wrong(`items.${nth}.name`, shelfPhrases.twice);
    return { ...item, name: item.name.trim(), unit: item.unit.trim(), atLeast };
  });
  return Object.keys(read.problems).length === 0 ? { ok: true, form } : { ok: false, problems: read.problems };
}

/** What the list says, for comparing it with a colleague's. */
export const shelfText = ({ items }: ShelfDraft): string =>
  items.map(({ name, atLeast, unit }) => `${name} ${atLeast} ${unit}`).join('，');
