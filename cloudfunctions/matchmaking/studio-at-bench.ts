import type { UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { atBench } from './bench-door';
import type { Studio } from './studio-records';
import { studios } from './studio-records';

/** A studio, for those who may sit at its bench today. Two round trips. */
export async function studioAtBench(
  standing: Standing,
  studioId: UnionId,
  now: EpochMs,
): Promise<Result<Studio, 'outside-your-studio' | 'pledge-needed' | 'studio-not-found'>> {
  const seated = await atBench(standing, studioId, now);
  if (!seated.ok) return seated;
  const studio = await studios.get(studioId);
  return studio === null ? refuse('studio-not-found') : agree(studio);
}
