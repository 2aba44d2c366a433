import { letterGroups, lettersShown } from './code-letters';

it('shows the letters in groups that can be read out', () => {
  expect(lettersShown('r.7K2M9Q4T.03XYZ8HJKM')).toBe('7K2M 9Q4T 03XYZ 8HJKM');
  expect(letterGroups('s.R33F2GRN.6SN2J2M2')).toEqual(['R33F', '2GRN', '6SN2', 'J2M2']);
});

it('leaves letters as they are where it does not know the code', () => {
  expect(lettersShown('K7M2P9QX')).toBe('K7M2P9QX');
});
