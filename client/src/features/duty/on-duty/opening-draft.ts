import type { OpeningItem } from '@contract/duty-kind';
import type { DutyPage, ShelfLine, Tapped } from '@contract/duty-tap';
import type { FacilityCode } from '@contract/facility';
import type { ShanghaiDay } from '@contract/time';
import { openingNames } from '../duty-words';

export type Count = { readonly quantity: string; readonly expiresOn: string };

/** The opening list while it is being filled in. */
export type OpeningDraft = {
  /** Of those that were looked at. */
  readonly works: Readonly<Partial<Record<FacilityCode, boolean>>>;
  readonly counts: Readonly<Record<string, Count>>;
  readonly done: readonly OpeningItem[];
  readonly note: string;
};

const openingItems = Object.keys(openingNames) as readonly OpeningItem[];

/** As it was counted last; nobody has looked at the facilities yet. */
export const freshOpening = (page: DutyPage): OpeningDraft => ({
  works: {},
  counts: Object.fromEntries(
    page.shelf.map(({ code, quantity, expiresOn }) => [
      code,
      { quantity: String(quantity), expiresOn: expiresOn ?? '' },
    ]),
  ),
  done: [],
  note: '',
});

/** What is there to be looked at. */
export const facilitiesToSee = ({ facilities }: DutyPage): readonly FacilityCode[] =>
  facilities.filter(({ state }) => state !== 'absent').map(({ code }) => code);

export const notSeen = (page: DutyPage, { works }: OpeningDraft): readonly FacilityCode[] =>
  facilitiesToSee(page).filter((code) => works[code] === undefined);

/** What was not marked works. */
export const withRestWorking = (page: DutyPage, draft: OpeningDraft): OpeningDraft => ({
  ...draft,
  works: { ...Object.fromEntries(facilitiesToSee(page).map((code) => [code, true])), ...draft.works },
});

export const countOf = (draft: OpeningDraft, { code, quantity, expiresOn }: ShelfLine): Count =>
  draft.counts[code] ?? { quantity: String(quantity), expiresOn: expiresOn ?? '' };

/** The most that anybody counts; the contract's. */
const MOST = 99_999;

/** How many were typed; null when that is no number. */
export function quantityIn(typed: string): number | null {
  const trimmed = typed.trim();
  return /^\d{1,5}$/.test(trimmed) ? Math.min(MOST, Number(trimmed)) : null;
}

/** One more or less; what is no number begins at none. */
export const stepped = (typed: string, by: 1 | -1): string =>
  String(Math.min(MOST, Math.max(0, (quantityIn(typed) ?? 0) + by)));

/** The day that is printed is still a good day. */
export const isExpired = (expiresOn: string, today: ShanghaiDay): boolean => expiresOn !== '' && expiresOn < today;

/** Whether it may be saved: everything was looked at, and every count is a number. */
export const isComplete = (page: DutyPage, draft: OpeningDraft): boolean =>
  notSeen(page, draft).length === 0 && page.shelf.every((line) => quantityIn(countOf(draft, line).quantity) !== null);

export function openingTapped(page: DutyPage, draft: OpeningDraft): Extract<Tapped, { did: 'opening-list' }> {
  return {
    did: 'opening-list',
    items: openingItems.map((item) => ({ item, done: draft.done.includes(item) })),
    facilities: facilitiesToSee(page).flatMap((code) => {
      const works = draft.works[code];
      return works === undefined ? [] : [{ code, works }];
    }),
    counted: page.shelf.flatMap((line) => {
      const { quantity, expiresOn } = countOf(draft, line);
      const counted = quantityIn(quantity);
      // A day comes from the phone's own calendar, and the server reads it once more. What is gone does not expire.
      if (counted === null) return [];
      const day = expiresOn === '' || counted === 0 ? null : (expiresOn as ShanghaiDay);
      return [{ code: line.code, quantity: counted, expiresOn: day }];
    }),
    note: draft.note.trim(),
  };
}
