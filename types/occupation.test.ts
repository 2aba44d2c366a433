import { consentVersions, neededToJoin, Purpose } from './consent';
import { Occupation, WorkRelation, occupations } from './occupation';

const namesOf = (list: 'eight' | 'newForm' | 'pudong' | 'zhejiang'): string[] =>
  occupations.filter((occupation) => occupation[list]).map(({ name }) => name);

describe('the list of occupations', () => {
  it('marks exactly the eight groups of 2018', () => {
    expect(new Set(namesOf('eight'))).toEqual(
      new Set([
        '货车司机',
        '快递员',
        '护工护理员',
        '家政服务员',
        '商场信息员',
        '网约送餐员（外卖骑手）',
        '房产中介员',
        '保安员',
      ]),
    );
  });

  it('marks the four focus groups of 2021 and the live-streamers as new forms of work', () => {
    expect(new Set(namesOf('newForm'))).toEqual(
      new Set(['货车司机', '网约车司机', '快递员', '网约送餐员（外卖骑手）', '互联网营销师（主播）']),
    );
  });

  it('knows six groups of Pudong and nine of Zhejiang', () => {
    expect(namesOf('pudong')).toHaveLength(6);
    expect(namesOf('zhejiang')).toHaveLength(9);
  });

  it('names every occupation once, by code and by name', () => {
    expect(new Set(occupations.map(({ code }) => code)).size).toBe(occupations.length);
    expect(new Set(occupations.map(({ name }) => name)).size).toBe(occupations.length);
  });

  it('has a place for everybody: no wage-earner is turned away by a list', () => {
    expect(Occupation.safeParse('other').success).toBe(true);
    expect(Occupation.safeParse('employee').success).toBe(true);
  });

  it.each(['', 'Courier', 'constructor', '__proto__', 'rider'])('does not know %p', (code) => {
    expect(Occupation.safeParse(code).success).toBe(false);
  });

  it('knows the three ways to stand with a platform', () => {
    expect(WorkRelation.options).toEqual(['employed', 'platform-managed', 'self-employed']);
  });
});

describe('the purposes of consent', () => {
  it('have each a text of their own', () => {
    expect(Object.keys(consentVersions).sort()).toEqual([...Purpose.options].sort());
  });

  it('never make news a condition of joining', () => {
    expect(neededToJoin).not.toContain('notices');
  });
});
