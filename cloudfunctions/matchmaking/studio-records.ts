import * as z from 'zod/mini';
import { PersonId, UnionId } from '../../types/ids';
import { StudioForm } from '../../types/match-sitting';

import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

export const Studio = z.object({
  _id: UnionId,
  form: StudioForm,
  /** Of the station as it was last saved. */
  stationName: z.string(),
  address: z.string(),
  phone: z.nullable(z.string()),
  /** The studio's union and those above it, for reports. */
  scope: z.array(UnionId),
  revision: z.int(),
  /** When sittings are made next. */
  makeAt: EpochMs,
});
export type Studio = z.infer<typeof Studio>;
export const studios = collection('match-studios', Studio);

export const Pledge = z.object({ _id: PersonId, version: z.string(), at: EpochMs, until: ShanghaiDay });
export type Pledge = z.infer<typeof Pledge>;
export const pledges = collection('match-pledges', Pledge);
