import { distanceWords } from './distance-words';

it.each([
  [0, '10 米'],
  [4, '10 米'],
  [78, '80 米'],
  [994, '990 米'],
  [996, '1 公里'],
  [1_000, '1 公里'],
  [1_249, '1.2 公里'],
  [9_940, '9.9 公里'],
  [9_970, '10 公里'],
  [23_400, '23 公里'],
])('says %d metres as %s', (metres, words) => {
  expect(distanceWords(metres)).toBe(words);
});
