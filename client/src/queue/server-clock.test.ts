import { aheadOfPhone } from './server-clock';

const noon = Date.parse('2026-11-27T12:00:00+08:00');

it.each([
  ['that is right', noon, 0],
  ['that is right, though the answer was five seconds on its way', noon + 5_000, 0],
  ['that is a moment beyond that', noon + 5_001, -5_001],
  ['that is five minutes slow', noon - 300_000, 300_000],
  ['that is ten minutes fast', noon + 600_000, -600_000],
])('sets a phone’s clock %s by the server’s', (_, phoneNow, ahead) => {
  expect(aheadOfPhone(noon, phoneNow)).toBe(ahead);
});
