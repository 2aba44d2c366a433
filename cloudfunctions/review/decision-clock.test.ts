import * as fc from 'fast-check';
import { CaseId, PersonId, UnionId } from '../../types/ids';
import { EpochMs, endOfDay, shanghaiDay } from '../../types/time';
import type { NewCase } from './decision-clock';
import {
  DECISION_WORKING_DAYS,
  clockOf,
  closingChange,
  holder,
  lastDay,
  movedUp,
  opened,
  workingDaysLeft,
} from './decision-clock';
import type { CaseRecord } from './records';
import { CaseRecord as CaseSchema } from './records';
import { isWorkingDay, workingDaysBetween } from './working-days';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(text));
const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
const instants = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
  .map((ms) => EpochMs.parse(ms));

const personId = PersonId.parse(`p${'0'.repeat(22)}`);
const anOffice = (id: string) => ({ unionId: UnionId.parse(id), name: `${id}工会` });
const tree = ['workshop', 'beicai', 'pudong'];

const aCase = (offices: readonly string[] = tree): NewCase => ({
  _id: CaseId.parse(`enrolment:${personId}:1`),
  kind: 'enrolment',
  subjectId: personId,
  maskedName: '王*',
  occupation: 'courier',
  offices: offices.map(anOffice),
});

const mustMoveUp = (record: CaseRecord, now: EpochMs): CaseRecord => {
  const next = movedUp(record, now);
  if (next === null) throw new Error('It did not move up.');
  return next;
};

const monday = at('2026-03-09T02:00:00Z');

describe('a decision that is owed', () => {
  it('is due at the end of the tenth working day', () => {
    expect(opened(aCase(), monday)).toMatchObject({
      dueAt: at('2026-03-23T16:00:00Z'),
      since: monday,
      timesMovedUp: 0,
    });
    expect(lastDay(opened(aCase(), monday))).toBe('2026-03-23');
  });

  it('is due in two hours when somebody stands before a locked door, and then comes before the next office', () => {
    const door: NewCase = {
      ...aCase(),
      _id: CaseId.parse('locked-door:jinqiao-99:1'),
      kind: 'locked-door',
      subjectId: null,
      offices: [{ ...anOffice('beicai'), desk: 'station-head' }, anOffice('beicai'), anOffice('pudong')],
    };
    const record = opened(door, monday);
    expect(record.dueAt).toBe(later(monday, 2 * 3_600_000));
    expect(record.scope).toEqual(['head:beicai', 'beicai', 'pudong']);
    expect(mustMoveUp(record, record.dueAt).scope).toEqual(['beicai', 'pudong']);
  });

  it.each([
    ['on the eve of National Day', '2026-09-30T08:00:00Z', '2026-10-20'],
    ['in the last millisecond of a Monday in Shanghai', '2026-03-09T15:59:59.999Z', '2026-03-23'],
    ['in the first millisecond of the Tuesday', '2026-03-09T16:00:00.000Z', '2026-03-24'],
    ['on a Saturday night that is Sunday in Shanghai', '2026-03-07T17:00:00Z', '2026-03-20'],
    ['on the last day of the year', '2026-12-31T15:59:59.999Z', '2027-01-14'],
  ])('and arrives %s has its last day on the right one', (_when, instant, expected) => {
    const record = opened(aCase(), at(instant));
    expect(lastDay(record)).toBe(expected);
    expect(record.dueAt).toBe(endOfDay(lastDay(record)));
  });

  it('has exactly ten working days after the day it arrived up to and including the last, whenever it arrives', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const record = opened(aCase(), instant);
        expect(workingDaysBetween(shanghaiDay(instant), lastDay(record))).toBe(DECISION_WORKING_DAYS);
        expect(isWorkingDay(lastDay(record))).toBe(true);
        expect(workingDaysLeft(record, instant)).toBe(DECISION_WORKING_DAYS);
      }),
    );
  });

  it('shows ten days on the first day, none on the last and none after it', () => {
    const record = opened(aCase(), monday);
    expect(workingDaysLeft(record, monday)).toBe(10);
    expect(workingDaysLeft(record, at('2026-03-20T15:59:59.999Z'))).toBe(1);
    expect(workingDaysLeft(record, at('2026-03-20T16:00:00Z'))).toBe(1);
    expect(workingDaysLeft(record, at('2026-03-22T16:00:00Z'))).toBe(0);
    expect(workingDaysLeft(record, later(record.dueAt, 86_400_000 * 5))).toBe(0);
  });

  it('never shows more days than a moment before', () => {
    fc.assert(
      fc.property(instants, fc.nat(40), fc.nat(40), (instant, one, other) => {
        const record = opened(aCase(), instant);
        const [early, late] = [later(instant, one * 3_600_000 * 12), later(instant, (one + other) * 3_600_000 * 12)];
        expect(workingDaysLeft(record, late)).toBeLessThanOrEqual(workingDaysLeft(record, early));
      }),
    );
  });

  it('is kept as a record that the store accepts', () => {
    const record = opened(aCase(), monday);
    expect(CaseSchema.parse(record)).toEqual(record);
    expect(record.scope).toEqual(tree);
    expect(record.history).toEqual([{ act: 'opened', at: monday, office: 'workshop工会', by: null }]);
  });

  it('without any office is a mistake of ours', () => {
    expect(() => opened(aCase([]), monday)).toThrow('without an office');
  });
});

describe('a decision whose time is over', () => {
  it('stays where it is up to the last millisecond', () => {
    const record = opened(aCase(), monday);
    expect(movedUp(record, later(record.dueAt, -1))).toBeNull();
    expect(movedUp(record, record.dueAt)).not.toBeNull();
  });

  it('goes to the office above with a full clock, and nobody below can decide any more', () => {
    const record = opened(aCase(), monday);
    const next = mustMoveUp(record, record.dueAt);
    expect(holder(next).unionId).toBe('beicai');
    expect(next.scope).toEqual(['beicai', 'pudong']);
    expect(next).toMatchObject({ since: record.dueAt, timesMovedUp: 1, state: 'pending', openedAt: monday });
    expect(workingDaysLeft(next, record.dueAt)).toBe(10);
    expect(next.history.at(-1)).toEqual({ act: 'moved-up', at: record.dueAt, office: 'beicai工会', by: null });
  });

  it('goes one office at a time, however late the timer comes', () => {
    const record = opened(aCase(), monday);
    const next = mustMoveUp(record, later(record.dueAt, 86_400_000 * 365));
    expect(next.timesMovedUp).toBe(1);
    expect(holder(next).unionId).toBe('beicai');
    expect(movedUp(next, later(record.dueAt, 86_400_000 * 365))).toBeNull();
  });

  it('reaches the top and stays there, overdue, rather than getting lost', () => {
    let record = opened(aCase(), monday);
    record = mustMoveUp(record, record.dueAt);
    record = mustMoveUp(record, record.dueAt);
    expect(holder(record).unionId).toBe('pudong');
    expect(movedUp(record, later(record.dueAt, 86_400_000 * 100))).toBeNull();
    expect(clockOf(record, later(record.dueAt, 1))).toMatchObject({
      office: 'pudong工会',
      upperOffice: null,
      timesMovedUp: 2,
    });
  });

  it('does not move once it is closed', () => {
    const record: CaseRecord = { ...opened(aCase(), monday), state: 'closed', outcome: 'approved' };
    expect(movedUp(record, later(record.dueAt, 1))).toBeNull();
    expect(clockOf(record, monday)).toBeNull();
  });

  it('always lies before some office, and its history only grows', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat(40 * 86_400_000), { maxLength: 12 }),
        (start, depth, waits) => {
          let record = opened(aCase(Array.from({ length: depth }, (_none, place) => `union-${place}`)), start);
          let now = start;
          for (const wait of waits) {
            now = later(now, wait);
            const next = movedUp(record, now);
            expect(next !== null).toBe(record.dueAt <= now && record.offices.length > 1);
            if (next === null) continue;
            expect(next.history.slice(0, record.history.length)).toEqual(record.history);
            expect(next.scope).toEqual(record.scope.slice(1));
            expect(next.dueAt).toBeGreaterThan(now);
            record = next;
          }
          expect(record.offices.length + record.timesMovedUp).toBe(depth);
          expect(holder(record).unionId).toBe(`union-${record.timesMovedUp}`);
        },
      ),
    );
  });
});

describe('the clock that one reads', () => {
  it('names who holds it, until when, and where it goes next', () => {
    expect(clockOf(opened(aCase(), monday), monday)).toEqual({
      caseId: aCase()._id,
      office: 'workshop工会',
      since: monday,
      dueAt: at('2026-03-23T16:00:00Z'),
      dueDay: '2026-03-23',
      workingDaysLeft: 10,
      upperOffice: 'beicai工会',
      timesMovedUp: 0,
    });
  });
});

describe('the queue', () => {
  it('is in the order of what is due first, and came first, as text', () => {
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [first, second] = [opened(aCase(), one), opened(aCase(), other)];
        const isSooner = first.dueAt < second.dueAt || (first.dueAt === second.dueAt && one < other);
        expect(first.queueKey < second.queueKey).toBe(isSooner);
      }),
    );
  });
});

describe('a decision that was made', () => {
  it('says what, by whom, in which office’s name and when, without touching what was there', () => {
    const change = closingChange('enrolment:x:1', {
      outcome: 'refused',
      by: '陈干事',
      byId: personId,
      office: '北蔡镇总工会',
      at: monday,
    });
    expect(change.set).toMatchObject({ state: 'closed', outcome: 'refused', decidedBy: '陈干事', decidedAt: monday });
    expect(change.append).toEqual({ history: [{ act: 'refused', at: monday, office: '北蔡镇总工会', by: '陈干事' }] });
    expect(Object.keys(change.set ?? {})).not.toContain('history');
  });
});
