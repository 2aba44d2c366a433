import type { PersonId, UnionId } from '../../types/ids';
import type { CardCheck } from '../../types/membership';
import { maskedName } from '../../types/person';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { cardState } from './card';
import { readCardCode } from './card-code';
import { opensDoors } from './membership';
import { cardChecks, readMember } from './records';

/** A used code is kept for longer than any code lives. Milliseconds. */
const KEPT_MS = 24 * 3_600_000;

/** How long a lost answer may be asked for again; a code shown after that is a picture of it. Milliseconds. */
const RETRY_MS = 10_000;

/** Whose card a code is of, as it stands now. */
export type CardHolder = CardCheck & { readonly personId: PersonId; readonly unionId: UnionId | null };

/**
 * Looks a card up by the code that its owner held out.
 *
 * One code admits one look: the first who shows it to us uses it up, and the same person asking again after a lost
 * answer hears the same. A copied picture is refused. Three round trips at most.
 *
 * @param checkedBy who looks
 */
export async function cardHolder(
  code: string,
  checkedBy: PersonId,
  now: EpochMs,
): Promise<Result<CardHolder, 'code-unreadable' | 'code-expired' | 'code-used'>> {
  const read = readCardCode(code.trim(), now);
  if (!read.ok) return read;
  const { digest, personId } = read.value;
  const used = await cardChecks.insert({ _id: digest, checkedBy, at: now, purgeAt: EpochMs.parse(now + KEPT_MS) });
  const first = used === 'duplicate' ? await cardChecks.get(digest) : { checkedBy, at: now };
  if (first?.checkedBy !== checkedBy || now - first.at >= RETRY_MS) return refuse('code-used');
  const member = await readMember(personId);
  const state = member === null ? null : cardState(member);
  if (member === null || state === null) return refuse('code-unreadable');
  return agree({
    personId,
    unionId: member.membership?.unionId ?? null,
    valid: opensDoors(state),
    state,
    maskedName: maskedName(member.form.name ?? ''),
    unionName: member.membership?.unionName ?? '',
    // Of the first look: somebody who holds out a picture of the code shows its age.
    checkedAt: first.at,
  });
}
