import { ExportState } from '../../types/event-export';
import { EpochMs } from '../../types/time';
import { dayAfter, exportSteps, stateAt } from './export-request';

const now = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
const standing = (state: ExportState, expiresAt: number) => ({ state, expiresAt: EpochMs.parse(expiresAt) });

describe('a request for a table', () => {
  it.each([
    ['asked', 'agree', 'approved'],
    ['asked', 'decline', 'declined'],
    ['asked', 'lapse', 'expired'],
    ['approved', 'lapse', 'expired'],
  ] as const)('%s: %s makes it %s', (state, step, to) => {
    expect((exportSteps[state] as Record<string, ExportState>)[step]).toBe(to);
  });

  it('reaches every state, and ends declined or expired', () => {
    const reached = new Set<ExportState>(['asked']);
    for (const state of reached) for (const to of Object.values(exportSteps[state])) reached.add(to);
    expect([...reached].sort()).toEqual([...ExportState.options].sort());
    const ends = ExportState.options.filter((state) => Object.keys(exportSteps[state]).length === 0);
    expect(ends).toEqual(['declined', 'expired']);
  });

  it('stands until the last millisecond before its end, and no longer', () => {
    for (const state of ['asked', 'approved'] as const) {
      expect(stateAt(standing(state, now + 1), now)).toBe(state);
      expect(stateAt(standing(state, now), now)).toBe('expired');
    }
  });

  it('stays declined whatever the time', () => {
    expect(stateAt(standing('declined', now), dayAfter(now))).toBe('declined');
  });
});
