import { askWhereabouts } from './location';

type Answer = (found: (at: object) => void, failed: (reason: object) => void) => void;
const phoneAnswers = (getCurrentPosition: Answer): void => {
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
};
afterEach(() => Reflect.deleteProperty(navigator, 'geolocation'));

it('tells a place as maps of China show it, some five hundred metres beside what satellites say', async () => {
  phoneAnswers((found) => found({ coords: { longitude: 121.5, latitude: 31.2 } }));
  const found = await askWhereabouts();
  expect(found.at).toBe('here');
  if (found.at !== 'here') return;
  expect(found.place.longitude).toBeCloseTo(121.5045, 3);
  expect(found.place.latitude).toBeCloseTo(31.198, 3);
});

it('leaves a place outside of China where it is', async () => {
  phoneAnswers((found) => found({ coords: { longitude: 2.35, latitude: 48.85 } }));
  await expect(askWhereabouts()).resolves.toEqual({ at: 'here', place: { longitude: 2.35, latitude: 48.85 } });
});

it('tells a no from a phone that cannot say', async () => {
  phoneAnswers((_, failed) => failed({ code: 1 }));
  await expect(askWhereabouts()).resolves.toEqual({ at: 'refused' });
  phoneAnswers((_, failed) => failed({ code: 3 }));
  await expect(askWhereabouts()).resolves.toEqual({ at: 'unknown' });
  Reflect.deleteProperty(navigator, 'geolocation');
  await expect(askWhereabouts()).resolves.toEqual({ at: 'unknown' });
});
