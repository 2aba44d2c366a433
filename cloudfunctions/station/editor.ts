import type { UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { TENDERS } from './scene';
import type { Act } from './settling';

/** Who changes a station, as its history and the cases tell it: in the name of a union whose role reaches there. */
export const editorOf = (
  standing: Standing,
  scope: readonly UnionId[],
  now: EpochMs,
): Pick<Act, 'by' | 'byId' | 'office' | 'at'> => ({
  by: standing.name,
  byId: standing.personId,
  office: standing.officeFor(scope, TENDERS),
  at: now,
});
