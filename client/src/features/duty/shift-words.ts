import type { OwnPlace, ShiftSummary } from '@contract/duty-shift';
import { clock, dateOf, dayHeading, dayName, dayOf, hoursOf, momentOf } from '@/features/event/event-time';
import type { StateWords } from './duty-words';
import { isDutyTime } from './duty-time';
import { placeWords, roleName, skillName } from './duty-words';

export { clock, dateOf, momentOf };

type Times = Pick<ShiftSummary, 'startsAt' | 'endsAt'>;

/** `今天` and `8:00–12:00`, `周六 11月28日` and `20:00–次日 6:00` */
export function whenParts({ startsAt, endsAt }: Times, now: number): readonly [day: string, hours: string] {
  const day = dayOf(startsAt);
  const name = dayName(day, now);
  const isNear = name === '今天' || name === '明天';
  return [isNear ? name : dayHeading(day, now), hoursOf(startsAt, endsAt, now)];
}

/** `今天 8:00–12:00` */
export const whenOf = (times: Times, now: number): string => whenParts(times, now).join(' ');

/** `门口接待 还缺 1 人`, `打扫整理 已满` */
export const needWords = ({ role, free }: ShiftSummary['needs'][number]): string =>
  `${roleName(role)} ${free > 0 ? `还缺 ${free} 人` : '已满'}`;

/** What one must be able to do for it; null where nothing is asked. */
export const skillNeeded = ({ skill }: ShiftSummary['needs'][number]): string | null =>
  skill === null ? null : `要${skillName(skill)}`;

/** Where one stands at a shift, in a few words. */
export function ownWords(own: OwnPlace, now: number): StateWords {
  if (own.shift.state === 'called-off') return { text: '取消了', tone: 'danger' };
  if (own.isCalled && own.isStandby) return { text: '有人没到，请您来顶', tone: 'accent' };
  if (own.isStandby) return { text: '候补', tone: 'info' };
  if (own.state === 'held' && isDutyTime(own, now)) return { text: '可以签到了', tone: 'accent' };
  return placeWords[own.state];
}
