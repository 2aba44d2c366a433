import type * as z from 'zod/mini';
import type { Steward } from '../../types/duty-upkeep';
import type { StewardRecord } from './upkeep-records';

export const stewardView = (record: StewardRecord): z.infer<typeof Steward> => ({
  stewardId: record._id,
  stationId: record.stationId,
  stationName: record.stationName,
  calledName: record.calledName,
  state: record.state,
  since: record.since,
  closed: record.closed,
});
