import type { ArticleId, StationId } from '@contract/ids';
import { stationIdOf } from '../station-address';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The article that a page's address names, or null. */
export function articleIdIn(parameters: Parameters): ArticleId | null {
  const written = parameters['id'] ?? '';
  return /^a[0-9a-hjkmnp-tv-z]{11}$/.test(written) ? (written as ArticleId) : null;
}

/** The station whose announcements an address is about, or null: those for everybody. */
export const stationOf = (parameters: Parameters): StationId | null => stationIdOf(parameters['station'] ?? '');

/** What an address asks to write. */
export type Writing =
  | { readonly what: 'known'; readonly articleId: ArticleId }
  | { readonly what: 'about-station'; readonly stationId: StationId }
  | { readonly what: 'for-everybody' }
  /** A broken address: whoever followed it meant one article or one station, and never everybody. */
  | { readonly what: 'unreadable' };

export function writingIn(parameters: Parameters): Writing {
  const [articleId, stationId] = [articleIdIn(parameters), stationOf(parameters)];
  if (articleId !== null) return { what: 'known', articleId };
  if (parameters['id'] !== undefined) return { what: 'unreadable' };
  if (stationId !== null) return { what: 'about-station', stationId };
  return { what: parameters['station'] === undefined ? 'for-everybody' : 'unreadable' };
}
