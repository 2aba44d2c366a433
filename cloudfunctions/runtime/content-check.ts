import { alarm } from './log';
import { textVerdict } from './wechat';

/**
 * - `pass`: others may see it.
 * - `review`: a person has to look at it first.
 * - `risky`: not to be kept at all.
 */
export type Verdict = 'pass' | 'review' | 'risky';

/**
 * Whether others may see what somebody wrote. Where nobody can tell (WeChat does not answer, or the writer came by the
 * web and WeChat does not know them), a person has to look: it never passes by itself.
 *
 * @param openid of the caller in this call, see `Scene`
 */
export async function checkedText(openid: string | null, text: string, scene: 'profile' | 'remark'): Promise<Verdict> {
  if (openid === null) return 'review';
  try {
    return (await textVerdict(openid, text, scene)) ?? 'review';
  } catch {
    // Neither the text nor whose it is may be in a log.
    alarm('content-check-unreachable', 1);
    return 'review';
  }
}

/** WeChat judges pictures by a message that comes later, at an address of ours. Until there is one, a person looks. */
export const checkedPicture = (): Verdict => 'review';
