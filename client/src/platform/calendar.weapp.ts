import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendar';

export type { CalendarEntry, CalendarFile } from './calendar';

/** WeChat rings so long before. Seconds. */
const ALARM_S = 3_600;

/** One entry for each session; the first no is the answer. */
export async function addToCalendar({
  title,
  location,
  sessions,
}: CalendarEntry): Promise<'added' | 'saved' | 'refused' | 'failed'> {
  try {
    for (const { startsAt, endsAt } of sessions) {
      await Taro.addPhoneCalendar({
        title,
        location,
        startTime: Math.floor(startsAt / 1_000),
        endTime: String(Math.floor(endsAt / 1_000)),
        alarmOffset: ALARM_S,
      });
    }
    return 'added';
  } catch (reason) {
    return isRefusal(reason) ? 'refused' : 'failed';
  }
}

const isRefusal = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'errMsg' in reason &&
  typeof reason.errMsg === 'string' &&
  /deny|denied|cancel|authorize/.test(reason.errMsg);
