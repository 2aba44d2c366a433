import { directionOf, distanceM } from '../geo/sphere';
import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import type { SdkDatabase, SdkQuery } from '../testing/sdk-database';
import { sdkDatabase } from '../testing/sdk-database';

const SECONDS = 1;
const PAGE = 20;
const IN_BOX = 200;

// About as large as Shanghai, in degrees.
const [WEST, SOUTH, WIDTH, HEIGHT] = [120.9, 30.8, 1, 0.8];

const collections = [
  { name: 'filed', indexes: [{ name: 'place', keys: [['place', '2dsphere']] }] },
  { name: 'plain', indexes: [] },
] as const;

type Question = (database: SdkDatabase, cloud: LocalCloud, turn: number) => unknown;

/** Spread evenly without chance, so that every run asks the same. */
const spread = (turn: number, step: number): number => (turn * step) % 1;

const pointAt = (turn: number): readonly [number, number] => [
  WEST + WIDTH * spread(turn, 0.7548776662),
  SOUTH + HEIGHT * spread(turn, 0.569840291),
];

const geometry = (turn: number) => ({ type: 'Point', coordinates: pointAt(turn + 0.5) });

const near = (turn: number, more: Readonly<Record<string, number>> = {}) => ({
  place: { $nearSphere: { $geometry: geometry(turn), ...more } },
});

function box(turn: number, points: number) {
  const half = Math.sqrt(IN_BOX / points) / 2;
  const [east, north] = [WIDTH * half, HEIGHT * half];
  const [x, y] = pointAt(turn + 0.5);
  const [left, right] = [Math.max(x - east, WEST), Math.min(x + east, WEST + WIDTH)];
  const [bottom, top] = [Math.max(y - north, SOUTH), Math.min(y + north, SOUTH + HEIGHT)];
  const ring = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  return { place: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [ring] } } } };
}

const ask = (database: SdkDatabase, name: string, filter: unknown): SdkQuery =>
  database.collection(name).options({ raw: true }).where(filter);

function questions(points: number): Readonly<Record<string, Question>> {
  return {
    'nearest 20': (database, _cloud, turn) => ask(database, 'filed', near(turn)).limit(PAGE).get(),
    'nearest 20 that 30 % are': (database, _cloud, turn) =>
      ask(database, 'filed', { ...near(turn), state: 'open' })
        .limit(PAGE)
        .get(),
    'nearest 20 within 5 km that none is': (database, _cloud, turn) =>
      ask(database, 'filed', { ...near(turn, { $maxDistance: 5000 }), state: 'none' })
        .limit(PAGE)
        .get(),
    'nearest 20, reading everything': (_database, cloud, turn) => {
      const from = directionOf(...pointAt(turn + 0.5));
      return cloud
        .documents('plain')
        .find()
        .map(({ place }) => distanceM(from, directionOf(...(place as { coordinates: [number, number] }).coordinates)))
        .sort((left, right) => left - right)
        .slice(0, PAGE);
    },
    'box of some 200': (database, _cloud, turn) => ask(database, 'filed', box(turn, points)).limit(1000).get(),
    'box of some 200, reading everything': (database, _cloud, turn) =>
      ask(database, 'plain', box(turn, points)).limit(1000).get(),
  };
}

/** Milliseconds of processor time that a question takes: a busy machine stretches only those of the clock. */
async function milliseconds(question: Question, database: SdkDatabase, cloud: LocalCloud): Promise<string> {
  await question(database, cloud, 0);
  const startedAt = performance.now();
  const used = process.cpuUsage();
  let turn = 1;
  while (performance.now() < startedAt + SECONDS * 1000) {
    await question(database, cloud, turn);
    turn += 1;
  }
  return (usedMs(used) / (turn - 1)).toFixed(2);
}

function usedMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** What geo queries take through the SDK in this process, among few and among many points. */
export async function measurePlaces(points: number): Promise<Readonly<Record<string, string>>> {
  const cloud = await openLocalCloud({ dataFile: ':memory:', collections, functions: { handlers: {} } });
  const documents = Array.from({ length: points }, (_, at) => ({
    _id: `p${at}`,
    place: { type: 'Point', coordinates: pointAt(at) },
    state: at % 10 < 3 ? 'open' : 'shut',
    name: '上海市浦东新区北蔡镇驿站'.repeat(12),
  }));
  const used = process.cpuUsage();
  cloud.documents('filed').insertMany(documents);
  const filedMs = usedMs(used);
  cloud.documents('plain').insertMany(documents);
  const answers: Record<string, string> = { 'add one': (filedMs / points).toFixed(2) };
  await cloud.runAs({ console: true }, async () => {
    const database = sdkDatabase();
    for (const [title, question] of Object.entries(questions(points))) {
      answers[title] = await milliseconds(question, database, cloud);
    }
  });
  cloud.close();
  return answers;
}
