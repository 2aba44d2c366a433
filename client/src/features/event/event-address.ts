import type { EventId, SeriesId } from '@contract/ids';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The event that a page's address names, or null: by `id`, or by the `scene` of a code that WeChat scanned. */
export function eventIdIn(parameters: Parameters): EventId | null {
  const written = parameters['id'] ?? parameters['eventId'] ?? parameters['scene'] ?? '';
  return /^e[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as EventId) : null;
}

/** The series that a page's address names, or null. */
export function seriesIdIn(parameters: Parameters): SeriesId | null {
  const written = parameters['id'] ?? '';
  return /^s[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as SeriesId) : null;
}
