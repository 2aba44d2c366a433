import type { DutyPage } from '@contract/duty-tap';
import type { ShiftId, VolunteerNo } from '@contract/ids';
import Taro from '@tarojs/taro';

/** What the server last said to this phone about a shift, so that its page opens without a network, too. */
export type KeptPage = {
  readonly page: DutyPage;
  /** How far the server's clock is ahead of the phone's. Milliseconds. */
  readonly aheadMs: number;
  /** How far the phone's clock was off when taps were sent, where that is worth a word. Milliseconds, ahead is positive. */
  readonly clockOff: number | null;
  /** Colleagues whom one has vouched for. */
  readonly vouched: readonly VolunteerNo[];
};

const KEY = 'duty-pages';
/** Two shifts a day, and the one before. */
const KEPT = 3;
const listeners = new Set<() => void>();
let held: { readonly text: string; readonly pages: readonly KeptPage[] } | null = null;

function keptPages(): readonly KeptPage[] {
  const kept: unknown = Taro.getStorageSync(KEY);
  const text = JSON.stringify(kept);
  if (held?.text !== text) held = { text, pages: Array.isArray(kept) ? kept.filter(isKept) : [] };
  return held.pages;
}

export const keptPage = (shiftId: ShiftId): KeptPage | null =>
  keptPages().find(({ page }) => page.shift.shiftId === shiftId) ?? null;

/** Keeps what the server said, unless something later is kept already: answers may overtake each other. */
export function keepPage(kept: KeptPage): void {
  const { shiftId } = kept.page.shift;
  const before = keptPage(shiftId);
  if (before !== null && before.page.asOf > kept.page.asOf) return;
  const pages = [kept, ...keptPages().filter(({ page }) => page.shift.shiftId !== shiftId)].slice(0, KEPT);
  try {
    Taro.setStorageSync(KEY, pages);
  } catch {
    // No room: this page goes on by what it was told, and asks again when it is opened.
    held = { text: JSON.stringify(Taro.getStorageSync(KEY)), pages };
  }
  listeners.forEach((tell) => tell());
}

export function listenToKeptPages(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

const isKept = (value: unknown): value is KeptPage =>
  typeof value === 'object' &&
  value !== null &&
  'aheadMs' in value &&
  'vouched' in value &&
  Array.isArray(value.vouched) &&
  'page' in value &&
  typeof value.page === 'object' &&
  value.page !== null &&
  'shift' in value.page &&
  typeof value.page.shift === 'object' &&
  'asOf' in value.page &&
  'colleagues' in value.page;
