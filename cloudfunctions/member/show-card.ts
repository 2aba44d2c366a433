import { agree, refuse } from '../../types/result';
import { cardView } from './card';
import { cardCode } from './card-code';
import { readMember } from './records';
import type { Handler } from './scene';

export const showCard: Handler<'showCard'> = async (_input, { now, personId }) => {
  const member = await readMember(personId);
  const view = member === null ? null : cardView(member, () => cardCode(personId, now));
  return view === null ? refuse('no-card') : agree(view);
};
