import { UnionId } from '../../types/ids';
import type { ProfileForm } from '../../types/match-profile';
import { aForm, aProfile, matchNow } from '../testing/matchmaking';
import { openTestCloud } from '../testing/cloud';
import type { TestCloud } from '../testing/cloud';
import { cardOf } from './card';
import type { PoolWish } from './pool-filter';
import { fitsWish } from './pool-filter';
import type { Profile } from './profile-records';
import { saidBy } from './profile-records';

const anybody: PoolWish = { gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };

describe('looking for somebody in the pool', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  const fits = (wish: Partial<PoolWish>, form: ProfileForm, more: Partial<Profile> = {}): boolean => {
    const profile = aProfile('lin', cloud.as('lin').personId, { studioId: UnionId.parse('beicai'), ...more }, form);
    return fitsWish(cardOf(profile, saidBy(profile), 'studio', matchNow), { ...anybody, ...wish });
  };

  it('finds everybody where nothing is asked for', () => {
    expect(fits({}, aForm('林'))).toBe(true);
  });

  it('asks for gender and for years, both ends included', () => {
    expect(fits({ gender: 'woman' }, aForm('林'))).toBe(true);
    expect(fits({ gender: 'man' }, aForm('林'))).toBe(false);
    expect(fits({ ageFrom: 30, ageUpTo: 30 }, aForm('林'))).toBe(true);
    expect(fits({ ageFrom: 31 }, aForm('林'))).toBe(false);
    expect(fits({ ageUpTo: 29 }, aForm('林'))).toBe(false);
  });

  it('finds whoever likes each of the things asked for', () => {
    const form = aForm('林', {}, { interests: { value: ['walking', 'films'], seenBy: 'studio' } });
    expect(fits({ interests: ['films', 'walking'] }, form)).toBe(true);
    expect(fits({ interests: ['films', 'fishing'] }, form)).toBe(false);
    expect(fits({ interests: ['films'] }, aForm('林'))).toBe(false);
  });

  it('reads names, street, home town, about and hopes, whatever the width and case of letters', () => {
    const said = (value: string) => ({ value, seenBy: 'studio' as const });
    const form = aForm(
      '小林',
      {},
      {
        street: said('北蔡镇'),
        hometown: said('盐城'),
        about: said('喜欢ＫＴＶ'),
        hopes: said('踏实的人'),
      },
    );
    for (const text of ['小林', '北蔡', '盐城', 'ktv', '踏实']) expect(fits({ text }, form)).toBe(true);
    expect(fits({ text: '无锡' }, form)).toBe(false);
  });

  it('never reads how somebody is reached, whom they would like to meet, nor words that wait to be looked at', () => {
    const form = aForm(
      '小林',
      { seeks: 'women', children: 'not-wanted', contact: { kind: 'wechat', value: 'wx_secret' } },
      { about: { value: '转账给我', seenBy: 'proposal' } },
    );
    for (const text of ['wx_secret', 'women', 'not-wanted', 'woman']) expect(fits({ text }, form)).toBe(false);
    expect(fits({ text: '转账' }, form)).toBe(true);
    expect(fits({ text: '转账' }, form, { held: ['about'] })).toBe(false);
    expect(fits({ text: '小林' }, form, { held: ['calledName'] })).toBe(false);
  });
});
