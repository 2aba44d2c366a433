import { aheadOfPhone } from './server-clock';

const noon = Date.parse('2026-11-27T12:00:00+08:00');
const codes = [
  { from: noon, until: noon + 30_000 },
  { from: noon + 30_000, until: noon + 60_000 },
];

it.each([
  ['that is right', noon + 12_000, 0],
  ['that is at the first instant of the code', noon, 0],
  ['that is five minutes slow', noon - 300_000, 300_000],
  ['that is ten minutes fast', noon + 600_000, -570_001],
])('brings a phone’s clock %s into the half minute in which the server answered', (_, phoneNow, ahead) => {
  expect(aheadOfPhone(codes, phoneNow)).toBe(ahead);
});

it('believes the phone while there are no codes', () => {
  expect(aheadOfPhone([], noon)).toBe(0);
});
