import { EpochMs, NEVER } from '../../types/time';
import { anEvent } from '../testing/events';
import { nextMoveAt, nextSession } from './next-session';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const session = (day: string) => ({ startsAt: at(`${day}T14:00:00`), endsAt: at(`${day}T16:00:00`) });
const sessions = [session('2026-11-28'), session('2026-12-05'), session('2026-12-12')] as const;
const course = { ...anEvent('油画课'), sessions: [...sessions] };

describe('the session that an event is listed by', () => {
  it('is the one that is on until the millisecond in which it ends, then the next', () => {
    expect(nextSession(sessions, at('2026-11-01T00:00:00'))).toBe(sessions[0]);
    expect(nextSession(sessions, EpochMs.parse(sessions[0].endsAt - 1))).toBe(sessions[0]);
    expect(nextSession(sessions, sessions[0].endsAt)).toBe(sessions[1]);
    expect(nextSession(sessions, sessions[2].endsAt)).toBeNull();
  });

  it('changes at the end of each but the last', () => {
    expect(nextMoveAt(course, at('2026-11-28T15:00:00'))).toBe(sessions[0].endsAt);
    expect(nextMoveAt(course, sessions[0].endsAt)).toBe(sessions[1].endsAt);
    expect(nextMoveAt(course, sessions[1].endsAt)).toBe(NEVER);
    expect(nextMoveAt({ ...course, state: 'cancelled' }, at('2026-11-28T15:00:00'))).toBe(NEVER);
  });
});
