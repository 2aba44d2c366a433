import { agree } from '../../types/result';
import { fingerprint, seal } from '../runtime/sealed';
import { change, refusalOf } from './change';
import { fillIn } from './draft';
import { enrolmentView } from './enrolment-view';
import type { Handler } from './scene';

export const saveDraft: Handler<'saveDraft'> = async (draft, { now, personId }) => {
  const changed = await change(personId, (member) => fillIn(member, draft, now, { seal, fingerprint }));
  return changed.ok ? agree(enrolmentView(changed.member, null)) : refusalOf(changed);
};
