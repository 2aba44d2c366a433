import { apart, below, isWithin, seenFrom } from './map-view-geometry';

const centre = { longitude: 121.5, latitude: 31.2 };

it('shows the whole earth on one square at zoom 0', () => {
  const { box } = seenFrom(
    { centre: { longitude: 0, latitude: 0 }, zoom: 0 },
    { width: 256, height: 256, coveredPx: 0, coveredTopPx: 0 },
  );
  expect(box.west).toBeCloseTo(-180);
  expect(box.east).toBeCloseTo(180);
  expect(box.north).toBeGreaterThanOrEqual(85);
});

it('shows half as much with each step closer, around the same middle', () => {
  const size = { width: 375, height: 600, coveredPx: 0, coveredTopPx: 0 };
  const [far, near] = [seenFrom({ centre, zoom: 12 }, size), seenFrom({ centre, zoom: 13 }, size)];
  expect((far.box.east - far.box.west) / (near.box.east - near.box.west)).toBeCloseTo(2);
  expect(isWithin(centre, near.box)).toBe(true);
  expect((near.box.east + near.box.west) / 2).toBeCloseTo(centre.longitude);
});

it('goes down and comes back up to the same place', () => {
  const lower = below(centre, 15, 120);
  expect(lower.latitude).toBeLessThan(centre.latitude);
  const again = below(lower, 15, -120);
  expect(again.latitude).toBeCloseTo(centre.latitude);
  expect(again.longitude).toBeCloseTo(centre.longitude);
});

it('knows what lies outside', () => {
  const { box } = seenFrom({ centre, zoom: 15 }, { width: 375, height: 600, coveredPx: 0, coveredTopPx: 0 });
  expect(isWithin({ longitude: 121.6, latitude: 31.2 }, box)).toBe(false);
  expect(isWithin({ longitude: 121.5, latitude: 31.3 }, box)).toBe(false);
});

it('looks at the middle of what the sheet leaves free', () => {
  const { box } = seenFrom({ centre, zoom: 15 }, { width: 375, height: 600, coveredPx: 300, coveredTopPx: 0 });
  expect((box.north - centre.latitude) / (centre.latitude - box.south)).toBeCloseTo(150 / 450, 2);
});

it('asks for nothing that would lie under what covers the upper edge', () => {
  const frame = { width: 375, height: 600, coveredPx: 300, coveredTopPx: 80 };
  const { box } = seenFrom({ centre, zoom: 15 }, frame);
  // 220 of 600 are free: 110 above the middle, and 110 below it before the sheet begins.
  expect((box.north - centre.latitude) / (centre.latitude - box.south)).toBeCloseTo(110 / 410, 2);
});

it('leaves out names that would lie on others, and shows them when one comes closer', () => {
  const names = [
    { name: '陆家嘴街道', place: centre },
    { name: '潍坊新村街道', place: { longitude: 121.51, latitude: 31.2 } },
  ];
  expect(apart(names, [], 11).map(({ word }) => word.name)).toEqual(['陆家嘴街道']);
  expect(apart(names, [], 15).map(({ word }) => word)).toEqual(names);
});

it('moves a name off a cluster, and leaves it out where clusters lie on every side', () => {
  const names = [{ name: '陆家嘴街道', place: centre }];
  const downOf = (...marks: readonly number[]) =>
    apart(
      names,
      marks.map((downPx) => below(centre, 15, downPx)),
      15,
    ).map(({ downPx }) => downPx);
  expect(downOf()).toEqual([0]);
  expect(downOf(0)).toEqual([34]);
  expect(downOf(0, 40)).toEqual([-34]);
  expect(downOf(0, 40, -40)).toEqual([]);
});
