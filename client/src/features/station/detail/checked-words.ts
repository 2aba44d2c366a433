/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

const dayNumber = (at: number): number => Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);

/** The Shanghai day, `YYYY-MM-DD`. */
export const dayOf = (at: number): string => new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** `今天查看过`, `昨天查看过`, `11月3日查看过`, `2025年11月3日查看过`. */
export function checkedWords(at: number, now: number): string {
  const days = dayNumber(now) - dayNumber(at);
  if (days <= 0) return '今天查看过';
  if (days === 1) return '昨天查看过';
  const [year, month, day] = dayOf(at).split('-').map(Number);
  const text = `${month ?? ''}月${day ?? ''}日查看过`;
  return String(year) === dayOf(now).slice(0, 4) ? text : `${year ?? ''}年${text}`;
}
