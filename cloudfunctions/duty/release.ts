import { agree, refuse } from '../../types/result';
import { actOnOwn, shiftOn } from './own-acts';
import { releasePlace } from './place-acts';
import type { Handler } from './scene';
import { shiftSummary } from './shift-view';

export const release: Handler<'release'> = async ({ shiftId }, { now, personId }) => {
  const acted = await actOnOwn(shiftId, personId, (shift, volunteer) => releasePlace(shift, volunteer, now), now);
  if (acted.ok) return agree({ shift: shiftSummary(shiftOn(acted.value, shiftId)) });
  return acted.refusal === 'not-a-volunteer' ? refuse('no-place') : refuse(acted.refusal);
};
