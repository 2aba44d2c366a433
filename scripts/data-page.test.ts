import { isDataPageCurrent } from './data-page';

it('docs/data.md says what the table of collections says', () => {
  expect(isDataPageCurrent()).toBe(true);
});
