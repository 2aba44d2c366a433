import { agree } from '../../types/result';
import { eraseFromStudio } from './erase';
import type { Handler } from './scene';

/** Whoever was never there, or left already, hears the same. */
export const leave: Handler<'leave'> = async (_understood, { now, personId }) => {
  await eraseFromStudio(personId, now);
  return agree({ left: true });
};
