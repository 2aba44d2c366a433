import { facilities } from '@contract/facility';
import { Offer } from '@contract/station-view';
import { categories, features } from '@contract/station-kind';
import {
  brokenWords,
  finestWords,
  categoryCodes,
  categoryName,
  facilityCodes,
  facilityName,
  featureCodes,
  featureName,
  mealWords,
  offerName,
  signWords,
  swapWords,
} from './offer-words';

/** On the screen a number stands apart from the words. */
const unspaced = (words: string): string => words.replace(/(\d) /, '$1');

it('calls every facility, feature and category what the unions call it, in their order', () => {
  expect(facilityCodes.map((code) => [code, facilityName(code)])).toEqual(
    facilities.map(({ code, name }) => [code, name]),
  );
  expect(featureCodes.map((code) => [code, unspaced(featureName(code))])).toEqual(
    features.map(({ code, name }) => [code, name]),
  );
  expect(categoryCodes.map((code) => [code, categoryName(code)])).toEqual(
    categories.map(({ code, name }) => [code, name]),
  );
});

it('has a name for everything one may look for, and no two alike', () => {
  const names = Offer.options.map(offerName);
  expect(new Set(names).size).toBe(Offer.options.length);
});

it('says what is broken in one breath, and nothing when all works', () => {
  expect(brokenWords(['microwave', 'fridge'])).toBe('微波炉、冰箱坏了');
  expect(brokenWords([])).toBeNull();
});

it('writes the number as the green sign does', () => {
  expect(signWords('99')).toBe('NO.99');
  expect(signWords(null)).toBeNull();
});

it('says of the finest in which year and at which level', () => {
  expect(finestWords({ name: '最美站点', year: 2024, level: 'city' })).toBe('最美站点 2024年 市级');
  expect(finestWords(null)).toBeNull();
});

it('says what a meal costs and when there is one', () => {
  const meal = { name: '自助午餐', priceYuan: 10, about: '', hours: '周一至周五 11:00-13:00', servedNow: false };
  expect(mealWords(meal)).toBe('自助午餐 10 元，周一至周五 11:00-13:00，现在不供应');
  expect(mealWords({ ...meal, servedNow: true })).toBe('自助午餐 10 元，现在供应');
  expect(mealWords({ ...meal, priceYuan: 0, hours: '', servedNow: null })).toBe('自助午餐 免费');
});

it('says whose cabinet changes batteries, and claims no stock', () => {
  expect(swapWords('中国铁塔')).toBe('换电 中国铁塔');
  expect(swapWords(null)).toBeNull();
});
