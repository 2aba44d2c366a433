import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import { supplies } from '../../types/duty-kind';
import type { Counted, ItemCode, ShelfLine } from '../../types/duty-tap';
import type { ShelfItem } from '../../types/duty-upkeep';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay, endOfDay } from '../../types/time';
import type { ShelfRecord } from './upkeep-records';

/** What is asked for where staff have not said what belongs on the shelf: water, and what a hot day needs. */
const USUAL = ['water', 'cooling-drops', 'plasters', 'disinfectant'];
/** So many deliveries a thing remembers: more do not come within the day that a tap may be late. */
const DELIVERIES_KEPT = 10;
/** A year that somebody mistyped is out of date, like any other that is past; days before 1970 are no instants. */
const LONG_AGO = ShanghaiDay.parse('2000-01-01');
/** Things of a station's own are called by letters that begin so. */
const OWN_PREFIX = 'own-';

type Shelf = Record<ItemCode, ShelfRecord>;
type FormItem = z.infer<typeof ShelfItem>;

export const usualShelf = (): Shelf =>
  Object.fromEntries(
    supplies.filter(({ code }) => USUAL.includes(code)).map((item) => [item.code, untouched({ ...item, atLeast: 1 })]),
  );

const untouched = (item: FormItem): ShelfRecord => ({
  ...item,
  quantity: 0,
  expiresOn: null,
  countedAt: null,
  shortSince: null,
  arrived: [],
});

/** A thing on the shelf; null for a code that is none, whatever it spells. */
export const itemOf = (items: Shelf, code: ItemCode): ShelfRecord | null =>
  Object.hasOwn(items, code) ? (items[code] ?? null) : null;

/** Fewer than there should be, as somebody saw who counted them. */
export const isShort = ({ quantity, atLeast, countedAt }: ShelfRecord): boolean =>
  countedAt !== null && quantity < atLeast;

/** Out of date: the day that is printed on it is still good, in Shanghai. What is not there is not out of date. */
export const isExpired = ({ quantity, expiresOn }: ShelfRecord, today: ShanghaiDay): boolean =>
  quantity > 0 && expiresOn !== null && expiresOn < today;

/** The first instant at which a thing is out of date; null where none is printed, or nothing is there. */
export const expiresAt = ({ quantity, expiresOn }: ShelfRecord): EpochMs | null =>
  quantity > 0 && expiresOn !== null ? endOfDay(expiresOn < LONG_AGO ? LONG_AGO : expiresOn) : null;

/**
 * After somebody counted a thing. What was delivered after they looked is added; a count older than the last one, which
 * arrives late, says nothing.
 */
export function counted(item: ShelfRecord, count: Omit<Counted, 'code'>, at: EpochMs): ShelfRecord {
  if (item.countedAt !== null && at < item.countedAt) return item;
  const since = item.arrived.filter((delivery) => delivery.at > at);
  const seen = { ...item, quantity: count.quantity, expiresOn: count.quantity > 0 ? count.expiresOn : null };
  return judged({ ...since.reduce(withMore, seen), countedAt: at }, at);
}

/** After something arrived: more of it, and the earlier of the two dates. */
export function delivered(item: ShelfRecord, delivery: ShelfRecord['arrived'][number]): ShelfRecord {
  const arrived = [...item.arrived, delivery].slice(-DELIVERIES_KEPT);
  return judged({ ...withMore(item, delivery), arrived }, delivery.at);
}

const withMore = (item: ShelfRecord, { quantity, expiresOn }: ShelfRecord['arrived'][number]): ShelfRecord => ({
  ...item,
  quantity: item.quantity + quantity,
  expiresOn: earlier(item.quantity > 0 ? item.expiresOn : null, expiresOn),
});

const earlier = (one: ShanghaiDay | null, other: ShanghaiDay | null): ShanghaiDay | null =>
  one === null || (other !== null && other < one) ? other : one;

const judged = (item: ShelfRecord, at: EpochMs): ShelfRecord => ({
  ...item,
  shortSince: isShort(item) ? (item.shortSince ?? at) : null,
});

/** Whether a list of things may be saved: each once, each one of the usual supplies or of the station's own. */
export const isShelfForm = (form: readonly FormItem[]): boolean =>
  new Set(form.map(({ code }) => code)).size === form.length &&
  new Set(form.map(({ name }) => name)).size === form.length &&
  form.every(({ code }) => code.startsWith(OWN_PREFIX) || supplies.some((supply) => supply.code === code));

/** The shelf by what staff say belongs on it; what was counted stays counted. */
export const arranged = (items: Shelf, form: readonly FormItem[], at: EpochMs): Shelf =>
  Object.fromEntries(
    form.map((item) => [item.code, judged({ ...(itemOf(items, item.code) ?? untouched(item)), ...item }, at)]),
  );

/** Whether a shelf is what staff say belongs on it. */
export const isArrangedSo = (items: Shelf, form: readonly FormItem[]): boolean =>
  Object.keys(items).length === form.length &&
  form.every((said) => {
    const item = itemOf(items, said.code);
    return item !== null && isDeepStrictEqual({ ...item, ...said }, item);
  });

export const shelfLine = (item: ShelfRecord): ShelfLine => {
  const { code, name, unit, isMedicine, quantity, atLeast, expiresOn } = item;
  return { code, name, unit, isMedicine, quantity, atLeast, expiresOn };
};
