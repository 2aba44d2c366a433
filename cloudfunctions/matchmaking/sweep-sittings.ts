import type { EpochMs } from '../../types/time';

/** @returns how many were due */
export const sweepSittings = (_now: EpochMs): Promise<number> => Promise.resolve(0);
