import type { StationId } from '@contract/ids';
import { dayOf } from '../detail/checked-words';

/** Where nobody on this phone gets another bottle, and on which day; known for as long as the app is open. */
const used = new Set<string>();

const named = (stationId: StationId, now: number): string => `${stationId} ${dayOf(now)}`;

/** The quota is one person's, and so is a phone: whoever opens the app as somebody else opens it anew. */
export const rememberQuotaUsed = (stationId: StationId, now: number): void => void used.add(named(stationId, now));

export const isQuotaUsed = (stationId: StationId, now: number): boolean => used.has(named(stationId, now));
