import { createHash } from 'node:crypto';
import type { ShanghaiDay } from '../../types/time';
import { isRealDay, ShanghaiDay as Day } from '../../types/time';
import { PageCursor } from '../../types/paging';
import type { Profile } from './profile-records';

/**
 * Where somebody stands in a list of people on a day: those whom nobody was proposed to for longest come first, and
 * among equals a lot that is drawn anew each day, so that nobody always comes first. Nothing that somebody is counts.
 * Compared as text.
 */
export const turnOf = (
  { lastProposedAt, profileId }: Pick<Profile, 'lastProposedAt' | 'profileId'>,
  day: ShanghaiDay,
): string => `${String(lastProposedAt).padStart(15, '0')}:${lotOf(profileId, day)}`;

const lotOf = (profileId: string, day: ShanghaiDay): string =>
  createHash('sha256').update(`${day}:${profileId}`).digest('hex').slice(0, 16);

/** The place in a list that was begun on a day: its later pages keep that day's lots. */
export const cursorAfter = (day: ShanghaiDay, turn: string): PageCursor => PageCursor.parse(`${day}:${turn}`);

/** @returns null for what is no place of ours: the list begins anew */
export function readCursor(
  cursor: string | null | undefined,
): { readonly day: ShanghaiDay; readonly turn: string } | null {
  const [, day = '', turn = ''] = /^(\d{4}-\d{2}-\d{2}):(\d{15}:[0-9a-f]{16})$/.exec(cursor ?? '') ?? [];
  return isRealDay(day) ? { day: Day.parse(day), turn } : null;
}
