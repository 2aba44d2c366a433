import { agree, refuse } from '../../types/result';
import { guestFacts } from '../member/standing';
import { changeOwn } from './change-own';
import { stateAt, stepped } from './profile-states';
import type { Handler } from './scene';

/** Whoever is a member no more comes back when they are one again. */
export const resume: Handler<'resume'> = async (_nothing, { now, personId }) => {
  const guest = await guestFacts(personId);
  return changeOwn(personId, now, (profile) => {
    if (!guest.isMember) return refuse('members-only');
    const state = stepped(stateAt(profile, now), 'resume');
    return agree(state === null ? null : { state, pausedUntil: null });
  });
};
