import { agree, refuse } from '../../types/result';
import { eventAtHand } from './at-hand';
import { scanAt } from './door-times';
import type { Handler } from './scene';
import { HOSTS } from './scene';
import { countWalkIns, takesWalkIns } from './walk-ins';

export const countWalkIn: Handler<'countWalkIn'> = async ({ eventId, requestKey, people, at }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, HOSTS);
  if (!found.ok) return found;
  const event = found.value;
  if (!takesWalkIns(event)) return refuse('no-walk-ins');
  if (scanAt(event, at, now) === null) return refuse('not-now');
  const counted = await countWalkIns({ eventId, requestKey, people });
  return counted === 'none-counted' ? refuse('none-counted') : agree(counted);
};
