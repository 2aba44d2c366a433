import { agree, refuse } from '../../types/result';
import { shanghaiDay } from '../../types/time';
import { changeOwn } from './change-own';
import { stateAt, stepped } from './profile-states';
import type { Handler } from './scene';

/** From the day it names it is over by itself. A profile that ran out is out of the pool already: it stays so. */
export const pause: Handler<'pause'> = ({ until }, { now, personId }) =>
  changeOwn(personId, now, (profile) => {
    if (until !== null && until <= shanghaiDay(now)) return refuse('until-past');
    const state = stepped(stateAt(profile, now), 'pause');
    const isSo = state === null || (profile.state === state && profile.pausedUntil === until);
    return agree(isSo ? null : { state, pausedUntil: until });
  });
