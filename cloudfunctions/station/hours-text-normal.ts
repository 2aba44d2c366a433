import type { Opening, Session } from '../../types/opening';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * The one way in which a table of hours is kept when it comes from a text: sessions alike but for their days are one,
 * a midnight that ends a session is 1,440, what the holidays do not ask is left out, and the order is that of a notice.
 * It opens and closes exactly as before.
 */
export function normalOpening({ sessions, onHolidays, holidaySessions }: Opening): Opening {
  const onThem =
    onHolidays === 'own-hours'
      ? normalSessions(holidaySessions.map((each) => ({ ...each, days: EVERY_DAY, season: null })))
      : [];
  return {
    sessions: normalSessions(sessions),
    onHolidays: onHolidays === 'own-hours' && onThem.length === 0 ? 'closed' : onHolidays,
    holidaySessions: onThem,
  };
}

/** The same season and attendance: what one clause of a notice has in common, but for the days. */
export function seasonKey({ season }: Session): string {
  return season === null ? '' : `${season.from}/${season.until}`;
}

function normalSessions(sessions: readonly Session[]): Session[] {
  const alike = new Map<string, Session>();
  for (const session of sessions) {
    const until = session.until === 0 ? 1_440 : session.until;
    const key = [session.from, until, session.attendance, seasonKey(session)].join();
    const days = new Set([...(alike.get(key)?.days ?? []), ...session.days]);
    alike.set(key, { ...session, until, days: EVERY_DAY.filter((day) => days.has(day)) });
  }
  return [...alike.values()].sort(inOrder);
}

function inOrder(one: Session, other: Session): number {
  return (
    compare(seasonKey(one), seasonKey(other)) ||
    compare(one.days.join(), other.days.join()) ||
    one.from - other.from ||
    one.until - other.until ||
    compare(one.attendance, other.attendance)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
