import { agree } from '../../types/result';
import { change, refusalOf } from './change';
import { withdraw as withdrawn } from './enrolment';
import type { Handler } from './scene';

export const withdraw: Handler<'withdraw'> = async (_input, { now, personId }) => {
  const changed = await change(personId, (member) => withdrawn(member, now));
  if (changed.ok || changed.member.enrolment.state === 'withdrawn') return agree({ state: 'withdrawn' });
  return refusalOf(changed);
};
