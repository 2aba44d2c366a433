import { agree, refuse } from '../../types/result';
import type { Member } from './records';
import { loadMember, unions } from './records';
import type { Handler } from './scene';
import type { WorkStatement } from './union-routing';
import { route, routingKeys } from './union-routing';

export const findUnion: Handler<'findUnion'> = async (_input, { personId }) => {
  const work = workStatement(await loadMember(personId));
  if (work === null) return refuse('work-not-stated');
  const found = route(await unions.find({ serves: { in: routingKeys(work) } }, { limit: 100 }), work);
  return found === null
    ? refuse('work-not-stated')
    : agree({ recommended: found.recommended, others: [...found.others] });
};

/** What routing looks at, once it has been stated. */
export function workStatement({ form }: Member): WorkStatement | null {
  if (form.occupation === null || form.workAreaId === null) return null;
  return {
    occupation: form.occupation,
    employerName: form.employerName,
    employerCode: form.employerCode,
    workAreaId: form.workAreaId,
    homeAreaId: form.homeAreaId,
  };
}
