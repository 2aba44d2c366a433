import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import type { EventRecord } from './records';

/** The sweep's part: reminds those who have a place, and moves a begun event on in the lists. How many reminders began. */
export async function remind(_event: EventRecord, _now: EpochMs): Promise<number> {
  return Promise.resolve(0);
}

/** When the sweep must look again. */
export const nextReminderAt = (_event: EventRecord, _now: EpochMs): EpochMs => NEVER;
