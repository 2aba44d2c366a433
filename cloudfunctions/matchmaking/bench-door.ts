import type { UnionId } from '../../types/ids';
import { pledgeVersion } from '../../types/match-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Standing } from '../member/standing';
import type { Pledge } from './studio-records';
import { pledges } from './studio-records';

/** The studios of which somebody is matchmaker: of the very unions named in the role, not of those below them. */
export const studiosOf = (standing: Standing): readonly UnionId[] => standing.unionsAs(['matchmaker']);

export const pledgeStands = (pledge: Pledge | null, now: EpochMs): boolean =>
  pledge !== null && pledge.version === pledgeVersion && shanghaiDay(now) <= pledge.until;

/** Whether somebody may sit at a studio's bench today: its matchmaker, with a pledge that stands. One round trip. */
export async function atBench(
  standing: Standing,
  studioId: UnionId,
  now: EpochMs,
): Promise<Result<true, 'outside-your-studio' | 'pledge-needed'>> {
  if (!studiosOf(standing).includes(studioId)) return refuse('outside-your-studio');
  return pledgeStands(await pledges.get(standing.personId), now) ? agree(true) : refuse('pledge-needed');
}
