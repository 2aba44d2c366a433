import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { refuse } from '../../types/result';
import type { Member } from './records';
import { loadMember, saveMember } from './records';
import { settle } from './settling';

/** What came of it, and the record as it stands now (or stood when it was refused). */
export type Changed<Refusal extends string> =
  | { readonly ok: true; readonly member: Member }
  | {
      readonly ok: false;
      readonly refusal: Refusal | 'changed-meanwhile' | 'duplicate';
      readonly member: Member;
      /** Somebody else saved between our reading and our saving, and does the follow-ups now. */
      readonly overtaken?: true;
    };

export type Rule<Refusal extends string> = (member: Member) => Result<Member, Refusal>;

/**
 * Load → decide → save → settle, for one person's record.
 *
 * Whoever was overtaken decides once more on what is stored now: usually the rule then says no by itself ("decided
 * already"), and otherwise the person is asked to look again. Two round trips, and one per follow-up plus one.
 */
export async function change<Refusal extends string>(
  personId: PersonId,
  rule: Rule<Refusal>,
): Promise<Changed<Refusal>> {
  const before = await loadMember(personId);
  const decided = rule(before);
  if (!decided.ok) return { ok: false, refusal: decided.refusal, member: before };
  const saved = await saveMember(before, decided.value);
  if (saved.outcome === 'saved') {
    await settle(saved.member);
    return { ok: true, member: saved.member };
  }
  if (saved.outcome === 'duplicate') return { ok: false, refusal: 'duplicate', member: before };
  const current = await loadMember(personId);
  const again = rule(current);
  return { ok: false, refusal: again.ok ? 'changed-meanwhile' : again.refusal, member: current, overtaken: true };
}

/** For the changes that claim nothing unique: there a duplicate can only be the same person's other request. */
export const refusalOf = <Refusal extends string>(
  changed: Extract<Changed<Refusal>, { ok: false }>,
): { readonly ok: false; readonly refusal: Exclude<Refusal, 'duplicate'> | 'changed-meanwhile' } =>
  refuse(changed.refusal === 'duplicate' ? 'changed-meanwhile' : (changed.refusal as Exclude<Refusal, 'duplicate'>));
