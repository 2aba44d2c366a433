import type { DecisionClock, EnrolmentView } from '../../types/enrolment';
import { missingFields } from './completeness';
import { mayEdit, mayTake } from './enrolment';
import type { ChosenUnion, Member } from './records';

/** Where somebody's enrolment stands, as that person reads it: numbers masked, offices named, clerks not. */
export function enrolmentView(member: Member, clock: DecisionClock | null): EnrolmentView {
  const missing = missingFields(member);
  return {
    state: member.enrolment.state,
    form: {
      ...member.form,
      maskedMobile: member.mobile?.masked ?? null,
      documentKind: member.document?.kind ?? null,
      maskedNumber: member.document?.masked ?? null,
    },
    consents: member.consents,
    union: member.union === null ? null : unionView(member.union),
    clock,
    history: member.enrolmentHistory,
    missing,
    may: {
      edit: mayEdit(member),
      submit: mayTake(member, 'submit') && missing.length === 0,
      withdraw: mayTake(member, 'withdraw'),
    },
  };
}

export const unionView = ({
  unionId,
  name,
  level,
  rule,
  recommended,
  reason,
}: ChosenUnion): NonNullable<EnrolmentView['union']> => ({
  choice: { unionId, name, level, rule },
  recommended,
  reason,
});
