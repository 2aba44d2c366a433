import { clusterMarker, numbering, pinMarker, restOf } from './map-view-native';

const place = { longitude: 121.5, latitude: 31.2 };

/** As WeChat tells that the map has come to rest. */
const rest = (about: object = {}, detail: object = {}) => ({
  type: 'end',
  causedBy: 'drag',
  ...about,
  detail: {
    scale: 15,
    centerLocation: place,
    region: {
      southwest: { longitude: 121.49, latitude: 31.19 },
      northeast: { longitude: 121.51, latitude: 31.21 },
    },
    ...detail,
  },
});

it('reads where a hand left the map', () => {
  const seen = restOf(rest(), 0);
  expect(seen).toMatchObject({ box: { west: 121.49, south: 31.19, east: 121.51, north: 31.21 }, zoom: 15 });
  expect(seen?.centre.latitude).toBeCloseTo(place.latitude);
});

it('takes the middle of what the sheet leaves free for where one looks', () => {
  expect(restOf(rest(), 150)?.centre.latitude).toBeGreaterThan(place.latitude);
});

it.each([
  ['the map still moves', rest({ type: 'begin' })],
  ['the page itself moved it', rest({ causedBy: 'update' })],
  ['WeChat is too old to say where', rest({}, { region: undefined })],
  ['it says nothing', {}],
])('says nothing while %s', (_, event) => {
  expect(restOf(event, 0)).toBeNull();
});

it('gives the same station the same number as long as the page lives', () => {
  const numbers = numbering();
  const [one, other] = [numbers.of('one'), numbers.of('other')];
  expect(numbers.of('one')).toBe(one);
  expect(other).not.toBe(one);
  expect(numbers.keyOf(other)).toBe('other');
  expect(numbers.keyOf(99)).toBeNull();
});

it('shows the state by a picture of its own, and says it to a screen reader', () => {
  const pin = { id: 'one', place, state: 'doubtful' as const, words: '一号站，待核实' };
  expect(pinMarker(3, pin, false, false)).toMatchObject({
    id: 3,
    iconPath: '/map-pins/doubtful.png',
    ariaLabel: pin.words,
  });
  expect(pinMarker(3, pin, true, true).width).toBeGreaterThan(Number(pinMarker(3, pin, false, true).width));
  expect(clusterMarker(4, { place, count: 12, zoom: 16 }, false).label?.content).toBe('12');
});
