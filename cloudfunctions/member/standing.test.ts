import type { Role } from '../../types/contract';
import { UnionId } from '../../types/ids';
import { ShanghaiDay } from '../../types/time';
import { at, noon, personId } from './a-member';
import { Staff } from './staff-records';
import { standing } from './standing';

const role = (name: Role, union: string, until = '2026-12-31') => ({
  role: name,
  unionId: UnionId.parse(union),
  unionName: `${union}工会`,
  until: ShanghaiDay.parse(until),
});
const aStaff = (...roles: Staff['roles']): Staff =>
  Staff.parse({
    _id: personId,
    name: '陈干事',
    roles,
    unionIds: roles.map(({ unionId }) => unionId),
    revision: 1,
    history: [],
  });
const offices = ['workshop', 'beicai', 'pudong'].map((id) => UnionId.parse(id));
const STAFF = ['clerk', 'administrator'] as const;

describe('what somebody may do here', () => {
  it('is nothing without a role', () => {
    const nobody = standing(personId, null, noon);
    expect(nobody.holds(STAFF)).toBe(false);
    expect(nobody.covers(offices, STAFF)).toBe(false);
    expect(nobody.unionsAs(STAFF)).toEqual([]);
    expect(nobody.officeFor(offices, STAFF)).toBe('');
  });

  it('ends with the last day of the role, at midnight in Shanghai', () => {
    const record = aStaff(role('clerk', 'beicai', '2026-03-09'));
    expect(standing(personId, record, at('2026-03-09T15:59:59.999Z')).holds(STAFF)).toBe(true);
    expect(standing(personId, record, at('2026-03-09T16:00:00.000Z')).holds(STAFF)).toBe(false);
    expect(standing(personId, record, at('2026-03-09T16:00:00.000Z')).unionsAs(STAFF)).toEqual([]);
  });

  it('reaches a case before one’s own union or one below it, and none beside or above', () => {
    const clerk = standing(personId, aStaff(role('clerk', 'beicai')), noon);
    expect(clerk.covers(offices, STAFF)).toBe(true);
    expect(clerk.covers([UnionId.parse('weifang'), UnionId.parse('pudong')], STAFF)).toBe(false);
    expect(clerk.covers([UnionId.parse('pudong')], STAFF)).toBe(false);
    expect(clerk.covers([], STAFF)).toBe(false);
  });

  it('is by the role that is asked for: a volunteer decides nothing', () => {
    const volunteer = standing(personId, aStaff(role('volunteer', 'beicai')), noon);
    expect(volunteer.covers(offices, STAFF)).toBe(false);
    expect(volunteer.unionsAs(STAFF)).toEqual([]);
  });

  it('is done in the name of the union in which one may decide, not of one where one helps out', () => {
    const both = standing(personId, aStaff(role('volunteer', 'beicai'), role('administrator', 'pudong')), noon);
    expect(both.officeFor(offices, STAFF)).toBe('pudong工会');
  });

  it('is not done in the name of a role that has run out', () => {
    const both = standing(
      personId,
      aStaff(role('clerk', 'beicai', '2026-03-08'), role('administrator', 'pudong')),
      noon,
    );
    expect(both.officeFor(offices, STAFF)).toBe('pudong工会');
  });

  it('names a union once, however many roles one has there', () => {
    expect(
      standing(personId, aStaff(role('clerk', 'beicai'), role('administrator', 'beicai')), noon).unionsAs(STAFF),
    ).toEqual(['beicai']);
  });
});
