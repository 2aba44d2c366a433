import * as fc from 'fast-check';
import { eventStates } from '../../types/event-kind';
import type { EventState } from '../../types/event-kind';
import { EpochMs, NEVER } from '../../types/time';
import { anEvent, eventNow } from '../testing/events';
import { stateByClock } from './clock';
import type { EventStep } from './lifecycle';
import { clockAt, eventSteps, mayNow, stateAfterSave, stepped } from './lifecycle';

const DAY = 86_400_000;
const event = anEvent('讲座');
const steps: EventStep[] = ['publish', 'close', 'reopen', 'call-off', 'hold', 'archive'];
const at = (instant: number): EpochMs => EpochMs.parse(instant);

describe('the life of an event', () => {
  it.each([
    ['draft', 'publish', 'published'],
    ['draft', 'call-off', 'cancelled'],
    ['published', 'close', 'closed'],
    ['published', 'call-off', 'cancelled'],
    ['closed', 'reopen', 'published'],
    ['closed', 'call-off', 'cancelled'],
    ['closed', 'hold', 'held'],
    ['held', 'archive', 'archived'],
  ] as const)('goes from %s by %s to %s', (from, step, to) => {
    expect(stepped(from, step)).toBe(to);
  });

  it('knows no other step', () => {
    const known = eventStates.flatMap((state) => steps.filter((step) => stepped(state, step) !== null));
    expect(known).toHaveLength(8);
  });

  it('reaches every state from a draft, and ends archived or cancelled', () => {
    const reached = new Set<EventState>(['draft']);
    for (const state of reached) Object.values(eventSteps[state]).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...eventStates].sort());
    expect(eventStates.filter((state) => Object.keys(eventSteps[state]).length === 0)).toEqual([
      'archived',
      'cancelled',
    ]);
  });
});

describe('time', () => {
  it.each([
    ['one millisecond before registration closes', event.closesAt - 1, 'published', []],
    ['exactly as it closes', event.closesAt, 'closed', ['closed']],
    ['one millisecond before the end', event.endsAt - 1, 'closed', ['closed']],
    ['at the end', event.endsAt, 'held', ['closed', 'held']],
    ['one millisecond before thirty days are over', event.endsAt + 30 * DAY - 1, 'held', ['closed', 'held']],
    ['after thirty days', event.endsAt + 30 * DAY, 'archived', ['closed', 'held', 'archived']],
  ])('%s', (_when, now, state, acts) => {
    expect(stateByClock(event, at(now))).toEqual({ state, acts });
  });

  it('does nothing to a draft, to what was called off, and to what is archived', () => {
    for (const state of ['draft', 'cancelled', 'archived'] as const) {
      expect(stateByClock({ ...event, state }, NEVER)).toEqual({ state, acts: [] });
      expect(clockAt({ ...event, state })).toBe(NEVER);
    }
  });

  it('leads to the same whether the timer came every minute or slept in between', () => {
    const moments = fc.array(fc.integer({ min: eventNow, max: event.endsAt + 40 * DAY }), { minLength: 1 });
    fc.assert(
      fc.property(moments, (unordered) => {
        const ordered = [...unordered].sort((one, other) => one - other);
        const last = at(ordered.at(-1) ?? eventNow);
        const step = (state: EventState, now: number): EventState => stateByClock({ ...event, state }, at(now)).state;
        expect(ordered.reduce<EventState>(step, 'published')).toBe(stateByClock(event, last).state);
      }),
    );
  });
});

describe('a closed event', () => {
  const closed = { ...event, state: 'closed' as const };
  it('is open again only when registration now ends later, and not yet', () => {
    const later = at(event.closesAt + 1);
    expect(stateAfterSave(closed, { closesAt: later }, at(event.closesAt))).toBe('published');
    expect(stateAfterSave(closed, { closesAt: later }, later)).toBe('closed');
    expect(stateAfterSave(closed, event, eventNow)).toBe('closed');
    expect(stateAfterSave({ ...event, state: 'cancelled' }, { closesAt: later }, eventNow)).toBe('cancelled');
  });
});

describe('staff', () => {
  const may = (state: EventState, now: number) => mayNow({ ...event, state }, at(now));
  it('may publish what is to come, call off what is not over, and change what may still happen', () => {
    expect(may('draft', eventNow)).toEqual({ publish: true, close: false, callOff: true, edit: true });
    expect(may('draft', event.closesAt)).toEqual({ publish: false, close: false, callOff: true, edit: true });
    expect(may('published', eventNow)).toEqual({ publish: false, close: true, callOff: true, edit: true });
    expect(may('closed', event.endsAt - 1)).toEqual({ publish: false, close: false, callOff: true, edit: true });
    const nothing = { publish: false, close: false, callOff: false, edit: false };
    expect(may('closed', event.endsAt)).toEqual(nothing);
    expect(may('held', event.endsAt)).toEqual(nothing);
    expect(may('cancelled', eventNow)).toEqual(nothing);
    expect(may('archived', eventNow)).toEqual(nothing);
  });
});
