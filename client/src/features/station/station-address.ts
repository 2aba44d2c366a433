import type { StationId } from '@contract/ids';

/** The station that a page's address names, or null. An id holds no percent sign, so it reads the same however it was written. */
export function stationIdIn(parameters: Readonly<Record<string, string | undefined>>): StationId | null {
  const written = parameters['id'] ?? '';
  return /^[a-z][a-z0-9-]{1,59}$/.test(written) ? (written as StationId) : null;
}
