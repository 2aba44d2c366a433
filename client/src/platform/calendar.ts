import { handOverFile } from './device';

export type CalendarEntry = {
  readonly title: string;
  readonly location: string;
  /** Instants in milliseconds. */
  readonly sessions: readonly { readonly startsAt: number; readonly endsAt: number }[];
};
export type CalendarFile = { readonly fileName: string; readonly text: string };

/**
 * Puts something into the calendar: a browser by a file, a phone by itself.
 *
 * @param file fetches the file where one is needed; null when it did not come
 */
export async function addToCalendar(
  _entry: CalendarEntry,
  file: () => Promise<CalendarFile | null>,
): Promise<'added' | 'saved' | 'refused' | 'failed'> {
  const found = await file();
  if (found === null) return 'failed';
  await handOverFile(found.fileName, found.text, 'text/calendar');
  return 'saved';
}
