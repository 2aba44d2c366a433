import type { StationId } from '@contract/ids';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The station that a page's address names, or null. */
export const stationIdIn = (parameters: Parameters): StationId | null => stationIdOf(parameters['id'] ?? '');

/** An id as it stands in an address, or null. It holds no percent sign, so it reads the same however it was written. */
export const stationIdOf = (written: string): StationId | null =>
  /^[a-z][a-z0-9-]{1,59}$/.test(written) ? (written as StationId) : null;
