import { PersonId, UnionId } from '../../types/ids';
import { ShanghaiDay } from '../../types/time';
import { appoint } from './appointment';

const today = ShanghaiDay.parse('2026-03-09');
const appointment = {
  personId: PersonId.parse(`p${'a'.repeat(22)}`),
  name: '沈建国',
  unionId: UnionId.parse('pudong'),
  unionName: '浦东新区总工会',
  until: null,
};

describe('the first administrator', () => {
  it('serves for a year', () => {
    expect(appoint(null, appointment, today)).toMatchObject({
      roles: [{ role: 'administrator', unionId: 'pudong', until: '2027-03-09' }],
      unionIds: ['pudong'],
    });
  });

  it('does not serve a day longer for being appointed again tomorrow', () => {
    const record = appoint(null, appointment, today);
    expect(appoint(record, appointment, ShanghaiDay.parse('2026-03-10'))).toBeNull();
  });

  it('serves another year when the last one is over', () => {
    const record = appoint(null, appointment, today);
    const later = appoint(record, appointment, ShanghaiDay.parse('2027-03-10'));
    expect(later?.roles).toEqual([expect.objectContaining({ until: '2028-03-09' })]);
  });

  it('keeps the other roles', () => {
    const clerk = { role: 'clerk', unionId: UnionId.parse('beicai'), unionName: '北蔡镇总工会', until: today } as const;
    const record = {
      _id: appointment.personId,
      name: '沈建国',
      roles: [clerk],
      unionIds: [clerk.unionId],
      revision: 4,
      history: [],
    };
    const after = appoint(record, { ...appointment, until: ShanghaiDay.parse('2027-12-31') }, today);
    expect(after?.roles).toEqual([clerk, expect.objectContaining({ role: 'administrator', until: '2027-12-31' })]);
    expect(after?.unionIds).toEqual(['beicai', 'pudong']);
  });
});
