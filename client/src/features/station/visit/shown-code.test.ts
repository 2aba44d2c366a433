import { isEventCode } from './shown-code';

it.each([
  ['e.7K2M9Q4T.03XYZ8HJAB', true],
  ['E7K2 M9Q4 T03X YZ8H JAB', true],
  ['e7k2m9q4t03xyz8hjab', true],
  ['s.7K2M9Q4T.03XYZ8HJ', false],
  ['r.7K2M9Q4T.03XYZ8HJAB', false],
  ['R7K2M9Q4T03XYZ8HJAB', false],
  // A station's eighteen letters, of which the first is an E.
  ['E7K2M9Q403XYZ8HJAB', false],
])('%s belongs to an event: %s', (code, isIts) => {
  expect(isEventCode(code)).toBe(isIts);
});
