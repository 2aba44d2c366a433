import { createHash } from 'node:crypto';
import type { ShanghaiDay } from '../../types/time';
import { isRealDay, ShanghaiDay as Day } from '../../types/time';
import { PageCursor } from '../../types/paging';
import { seal, unseal } from '../runtime/sealed';
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

/** A place in a list that was begun on a day: its later pages keep that day's lots. */
export type Place = { readonly day: ShanghaiDay; readonly turn: string };

/**
 * A place as it is handed out: sealed for what was asked, so that nobody makes one up, or goes on with it where
 * something else is asked.
 *
 * @param asked who asked for what, in so many letters
 */
export const cursorAfter = ({ day, turn }: Place, asked: string): PageCursor =>
  PageCursor.parse(seal(`${day}:${turn}`, placeOf(asked)));

/** @returns null for what is no place of ours in this list: it begins anew */
export function readCursor(cursor: string | null | undefined, asked: string): Place | null {
  const opened = unseal(cursor ?? '', placeOf(asked)) ?? '';
  const [, day = '', turn = ''] = /^(\d{4}-\d{2}-\d{2}):(\d{15}:[0-9a-f]{16})$/.exec(opened) ?? [];
  return isRealDay(day) ? { day: Day.parse(day), turn } : null;
}

const placeOf = (asked: string): string => `match-pool-page:${asked}`;
