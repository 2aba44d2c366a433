import { randomBytes } from 'node:crypto';
import { addDays, ShanghaiDay } from '../../types/time';
import { seal } from '../runtime/sealed';
import { profileIdOf } from '../testing/matchmaking';
import { cursorAfter, readCursor, turnOf } from './turn';

const day = ShanghaiDay.parse('2026-11-23');
const aPerson = (name: string, lastProposedAt = 0) => ({ profileId: profileIdOf(name), lastProposedAt });

describe('whose turn it is', () => {
  it('is theirs whom nobody was ever proposed to, then theirs who have waited longest', () => {
    const [never, long, lately] = [aPerson('a'), aPerson('b', 1_700_000_000_000), aPerson('c', 1_800_000_000_000)];
    expect(turnOf(never, day) < turnOf(long, day)).toBe(true);
    expect(turnOf(long, day) < turnOf(lately, day)).toBe(true);
  });

  it('is drawn anew each day among those who have waited as long: over a year nobody is first much oftener than others', () => {
    const people = Array.from({ length: 10 }, (_, nth) => aPerson(`p${nth}`));
    const first = new Map<string, number>();
    for (let nth = 0; nth < 365; nth += 1) {
      const on = addDays(day, nth);
      const [foremost] = [...people].sort((one, other) => (turnOf(one, on) < turnOf(other, on) ? -1 : 1));
      const key = foremost?.profileId ?? '';
      first.set(key, (first.get(key) ?? 0) + 1);
    }
    expect(first.size).toBe(10);
    // 36.5 days each on average; twice that is six standard deviations away.
    expect(Math.max(...first.values())).toBeLessThan(73);
  });

  describe('as a place in a list', () => {
    const turn = turnOf(aPerson('a', 5), day);
    beforeAll(() => {
      process.env['SEALING_KEYS'] = `k1:${randomBytes(32).toString('base64')}`;
    });

    it('is kept by the later pages, and fits into what a phone may send', () => {
      const cursor = cursorAfter({ day, turn }, 'all women');
      expect(readCursor(cursor, 'all women')).toEqual({ day, turn });
      expect(cursor).not.toContain(turn);
    });

    it('is none where something else is asked, nor where nobody was given it', () => {
      const cursor = cursorAfter({ day, turn }, 'all women');
      expect(readCursor(cursor, 'all men')).toBeNull();
      for (const forged of [
        null,
        undefined,
        '',
        'x',
        `${day}:${turn}`,
        `${cursor}A`,
        seal(`${day}:${turn}`, 'elsewhere'),
      ])
        expect(readCursor(forged, 'all women')).toBeNull();
    });
  });
});
