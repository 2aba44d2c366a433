import type { ArticleId, StationId } from '@contract/ids';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The article that a page's address names, or null. */
export function articleIdIn(parameters: Parameters): ArticleId | null {
  const written = parameters['id'] ?? '';
  return /^a[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as ArticleId) : null;
}

/** The station whose announcements an address is about, or null: those for everybody. */
export function stationOf(parameters: Parameters): StationId | null {
  const written = parameters['station'] ?? '';
  return /^[a-z][a-z0-9-]{1,59}$/.test(written) ? (written as StationId) : null;
}
