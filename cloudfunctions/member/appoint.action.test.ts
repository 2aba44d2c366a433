import { PersonId, UnionId } from '../../types/ids';
import { ShanghaiDay, addDays, shanghaiDay, EpochMs } from '../../types/time';
import { applyFor } from '../testing/applicant';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';

const today = shanghaiDay(EpochMs.parse(Date.now()));

describe('appointing staff', () => {
  let cloud: TestCloud;
  let district: Phone;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    cloud.appoint('shen', 'administrator', 'pudong');
    district = cloud.as('shen');
  });
  afterAll(() => cloud.close());

  const wish = (name: string, more: object = {}) => ({
    personId: cloud.as(name).personId,
    name: '陈晓燕',
    role: 'clerk' as const,
    unionId: UnionId.parse('beicai'),
    until: addDays(today, 365),
    ...more,
  });

  it('makes a clerk of somebody who reads out their own number', async () => {
    await applyFor(cloud.as('li'));
    await district.must('member.appoint', wish('chen'));
    expect((await cloud.as('chen').must('review.listPending', {})).items).toHaveLength(1);
    expect(await cloud.as('chen').must('member.showSelf', {})).toMatchObject({
      name: '陈晓燕',
      roles: [{ role: 'clerk', unionName: '北蔡镇总工会' }],
    });
    const { staff } = await district.must('member.listStaff', {});
    expect(staff.map(({ name }) => name).sort()).toEqual(['shen', '陈晓燕'].sort());
    expect(staff.filter(({ isSelf }) => isSelf).map(({ name }) => name)).toEqual(['shen']);
  });

  it('prolongs a role that is held instead of giving it twice', async () => {
    await district.must('member.appoint', wish('chen'));
    const { roles } = await district.must('member.appoint', wish('chen', { until: addDays(today, 500) }));
    expect(roles).toEqual([expect.objectContaining({ role: 'clerk', until: addDays(today, 500) })]);
  });

  it('takes a role away at once', async () => {
    await district.must('member.appoint', wish('chen'));
    const { personId, role, unionId } = wish('chen');
    await district.must('member.dismiss', { personId, role, unionId });
    expect(await cloud.as('chen').ask('review.listPending', {})).toEqual({ ok: false, refusal: 'not-allowed' });
    await district.must('member.dismiss', { personId, role, unionId });
    expect(await district.ask('member.dismiss', { personId, role: 'volunteer', unionId })).toEqual({
      ok: false,
      refusal: 'role-not-held',
    });
  });

  it('lets nobody appoint or dismiss themselves', async () => {
    expect(await district.ask('member.appoint', wish('shen'))).toEqual({ ok: false, refusal: 'own-role' });
    const own = { personId: district.personId, role: 'administrator' as const, unionId: UnionId.parse('pudong') };
    expect(await district.ask('member.dismiss', own)).toEqual({ ok: false, refusal: 'own-role' });
  });

  it('reaches no further than the administrator’s own unions', async () => {
    cloud.appoint('gu', 'administrator', 'weifang');
    const street = cloud.as('gu');
    expect(await street.ask('member.appoint', wish('chen'))).toEqual({ ok: false, refusal: 'outside-your-unions' });
    expect(await street.ask('member.appoint', wish('chen', { unionId: 'pudong' }))).toEqual({
      ok: false,
      refusal: 'outside-your-unions',
    });
    await district.must('member.appoint', wish('chen'));
    expect((await street.must('member.listStaff', {})).staff.map(({ name }) => name)).toEqual(['gu']);
  });

  it('renames nobody whom others appointed', async () => {
    cloud.appoint('gu', 'administrator', 'weifang');
    const street = cloud.as('gu');
    await street.must('member.appoint', {
      ...wish('shen'),
      name: '张冒名',
      role: 'volunteer',
      unionId: UnionId.parse('weifang'),
    });
    expect(cloud.store('staff').get(district.personId)).toMatchObject({ name: 'shen' });
  });

  it('gives no role to a clerk’s liking', async () => {
    cloud.appoint('chen', 'clerk', 'beicai');
    expect(await cloud.as('chen').ask('member.appoint', wish('friend'))).toEqual({ ok: false, refusal: 'not-allowed' });
  });

  it('gives a role for a term and not for ever', async () => {
    expect(await district.ask('member.appoint', wish('chen', { until: addDays(today, -1) }))).toEqual({
      ok: false,
      refusal: 'until-past',
    });
    const forEver = ShanghaiDay.parse('2099-01-01');
    expect(await district.ask('member.appoint', wish('chen', { until: forEver }))).toEqual({
      ok: false,
      refusal: 'until-too-far',
    });
  });

  it('keeps both roles when two administrators appoint one person at the same moment', async () => {
    cloud.appoint('ma', 'administrator', 'pudong');
    const [one, other] = [wish('chen'), wish('chen', { role: 'volunteer' })];
    const answers = await Promise.all([
      district.ask('member.appoint', one),
      cloud.as('ma').ask('member.appoint', other),
    ]);
    for (const [place, answer] of answers.entries())
      if (!answer.ok) await district.must('member.appoint', place === 0 ? one : other);
    const record = cloud.store('staff').get(PersonId.parse(cloud.as('chen').personId));
    expect((record?.['roles'] as { role: string }[]).map(({ role }) => role).sort()).toEqual(['clerk', 'volunteer']);
  });
});
