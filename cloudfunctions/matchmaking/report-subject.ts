import * as z from 'zod/mini';
import { PersonId } from '../../types/ids';
import { barKeyOf } from './ids';
import { profiles } from './profile-records';
import type { Evidence, ReportRecord } from './report-records';

type About = Pick<Evidence, 'subjectId' | 'barKey'>;

/** Whether a report is about somebody, under whatever id it has them: whoever left has another in it. */
export const isAbout = ({ barKey }: Pick<Evidence, 'barKey'>, personId: PersonId): boolean =>
  barKeyOf(personId) === barKey;

/** Whether the id in a report is a person's: of somebody who had left before it was made, it is nobody's. */
export const isNamed = (evidence: About): boolean => isAbout(evidence, evidence.subjectId);

/** As many of a pool as are looked through. */
const MOST = 1_000;
const Known = z.object({ _id: PersonId });
const known = { schema: Known, fields: Object.keys(Known.shape) };

/**
 * Whom a report is about, if they are in the pool. Of somebody who had left before it was made, those of the studio are
 * compared, the latest to come first: who is back came back since. One round trip.
 */
export async function subjectThere(
  evidence: About,
  { studioId }: Pick<ReportRecord, 'studioId'>,
): Promise<PersonId | null> {
  const { subjectId } = evidence;
  if (isNamed(evidence)) return (await profiles.get(subjectId)) === null ? null : subjectId;
  const pool = await profiles.findParts({ studioId }, known, { order: [['joinedAt', 'desc']], limit: MOST });
  return pool.find(({ _id }) => isAbout(evidence, _id))?._id ?? null;
}
