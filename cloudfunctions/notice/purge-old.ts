import type { ResultOf } from '../../types/contract';
import type { noticeContract } from '../../types/notice';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { notices } from './records';

const BATCH = 200;

export async function purgeOld(
  _input: unknown,
  { now }: { readonly now: EpochMs },
): Promise<ResultOf<typeof noticeContract.purgeOld>> {
  const old = await notices.find({ purgeAt: { upTo: now } }, { order: [['purgeAt', 'asc']], limit: BATCH });
  for (const { _id } of old) await notices.remove(_id);
  return agree({ purged: old.length });
}
