import type { DutyPage } from '@contract/duty-tap';

/** Where one stands between arriving and leaving. */
export type DutyStage = 'early' | 'arriving' | 'late' | 'working' | 'over' | 'absent';

export function stageOf(page: DutyPage, now: number): DutyStage {
  switch (page.state) {
    case 'held':
      if (now < page.mayClockInFrom) return 'early';
      return now < page.mayClockInUntil ? 'arriving' : 'late';
    case 'on-duty':
      return 'working';
    case 'served':
    case 'run-out':
      return 'over';
    case 'missed':
    case 'excused':
      return 'absent';
  }
}

/** Near the end one thinks of closing. Milliseconds. */
const CLOSING_MS = 30 * 60_000;

/** What the big button at the bottom is for while one is on duty: one thing after the other. */
export type MainDeed = 'opening' | 'visitor' | 'closing' | 'leave';

export function mainDeed(page: DutyPage, now: number): MainDeed {
  if (page.openingDoneAt === null && now < page.shift.endsAt) return 'opening';
  const isNearEnd = now >= page.shift.endsAt - CLOSING_MS;
  if (page.closingDoneAt !== null) return 'leave';
  if (!isNearEnd) return 'visitor';
  return othersStay(page) ? 'leave' : 'closing';
}

/** Somebody else is on duty: the door stays open, and its closing list is theirs. */
export const othersStay = ({ colleagues }: DutyPage): boolean =>
  colleagues.some(({ isSelf, state }) => !isSelf && state === 'on-duty');

/** Nobody but the last has to have done the closing list. */
export const needsClosing = (page: DutyPage): boolean => page.closingDoneAt === null && !othersStay(page);
