import { matches } from '../query/matches';
import { parseFilter } from '../query/parse-filter';
import { documentFromPlain } from '../values/plain';

type Pair = readonly [x: number, y: number];

const isWithin = (shape: unknown, place: unknown): boolean =>
  matches(parseFilter(documentFromPlain({ place: { $geoWithin: shape } })), documentFromPlain({ place }));

const square = { $polygon: [0, 10].flatMap((x) => [0, 10].map((y) => [x, x === 0 ? y : 10 - y])) };
const slope = {
  $polygon: [
    [0, 0],
    [10, 10],
    [10, 0],
  ],
};
const bow = {
  $polygon: [
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
  ],
};

// Which corners, edges and crossings MongoDB counts, on the flat map.
describe('a flat polygon', () => {
  it.each<[string, unknown, readonly Pair[], readonly Pair[]]>([
    [
      'has its corners and straight edges',
      square,
      [
        [0, 0],
        [10, 10],
        [10, 4],
        [4, 10],
        [0, 4],
        [4, 0],
      ],
      [
        [10.01, 4],
        [4, -0.01],
      ],
    ],
    [
      'has of slanting edges the left ones only',
      slope,
      [
        [9, 1],
        [10, 3],
      ],
      [
        [11, 11],
        [-1, -1],
        [0, 1],
      ],
    ],
    [
      'that crosses itself has its triangles',
      bow,
      [
        [1, 5],
        [9, 5],
        [5, 5],
      ],
      [
        [5, 1],
        [5, 9],
      ],
    ],
    [
      'of one spot has that',
      {
        $polygon: [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      },
      [[1, 1]],
      [[1, 2]],
    ],
    [
      'of one line along an axis has that',
      {
        $polygon: [
          [0, 0],
          [5, 0],
          [9, 0],
        ],
      },
      [[7, 0]],
      [
        [10, 0],
        [7, 1],
      ],
    ],
  ])('%s', (_title, shape, inside, outside) => {
    expect(inside.filter((place) => !isWithin(shape, place))).toEqual([]);
    expect(outside.filter((place) => isWithin(shape, place))).toEqual([]);
  });

  it('counts a point on a slanting edge once, from one side', () => {
    const other = {
      $polygon: [
        [0, 0],
        [10, 10],
        [0, 10],
      ],
    };
    expect([slope, other].map((shape) => isWithin(shape, [5, 5]))).toEqual([false, true]);
  });
});

describe('the flat map goes on beyond the globe', () => {
  it.each<[string, unknown, unknown]>([
    [
      'a box',
      {
        $box: [
          [100, 100],
          [1000, 1000],
        ],
      },
      [150, 250],
    ],
    ['a circle', { $center: [[0, 0], Infinity] }, [0, 91]],
    [
      'a polygon',
      {
        $polygon: [
          [400, 0],
          [600, 0],
          [600, 600],
          [400, 600],
        ],
      },
      { x: 500, y: 500 },
    ],
    [
      'one of several pairs',
      {
        $box: [
          [100, 100],
          [1000, 1000],
        ],
      },
      [
        [1, 1],
        [500, 500],
      ],
    ],
  ])('in %s', (_title, shape, place) => {
    expect(isWithin(shape, place)).toBe(true);
  });

  it('where nothing on the globe is found', () => {
    expect(
      isWithin(
        {
          $box: [
            [100, 100],
            [200, 200],
          ],
        },
        [201, 150],
      ),
    ).toBe(false);
    expect(isWithin({ $centerSphere: [[0, 0], 4] }, [500, 500])).toBe(false);
    expect(
      isWithin(
        {
          $box: [
            [100, 100],
            [1000, 1000],
          ],
        },
        { type: 'Point', coordinates: [500, 500] },
      ),
    ).toBe(false);
  });
});
