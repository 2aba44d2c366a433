import { agree } from '../../types/result';
import { cardState } from './card';
import { isMember } from './enrolment';
import { readMember } from './records';
import type { Handler } from './scene';
import { standingOf } from './standing';

export const showSelf: Handler<'showSelf'> = async (_input, { now, personId }) => {
  const [member, { roles, name }] = await Promise.all([readMember(personId), standingOf(personId, now)]);
  return agree({
    personId,
    name: member?.form.name ?? (name === '' ? null : name),
    enrolment:
      member === null || (member.enrolment.state === 'draft' && member.consents.length === 0)
        ? null
        : member.enrolment.state,
    card: member === null ? null : cardState(member),
    // An applicant belongs to none yet, and somebody who left to none any more.
    unionName: member !== null && isMember(member) ? (member.membership?.unionName ?? null) : null,
    roles: roles.map(({ role, unionName, until }) => ({ role, unionName, until })),
  });
};
