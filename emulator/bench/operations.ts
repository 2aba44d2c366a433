import type { CollectionDefinition } from '../options';
import type { SdkDatabase } from '../testing/sdk-database';

/** What the bench asks of a database, the nth time. */
export type Operation = (database: SdkDatabase, turn: number) => Promise<unknown>;

/** How many documents the ratio table is made over. */
export const THINGS = 12_000;

export const collections: readonly CollectionDefinition[] = [
  {
    name: 'things',
    indexes: [
      { name: 'code', keys: [['code', 1]], unique: true },
      {
        name: 'queue',
        keys: [
          ['state', 1],
          ['at', -1],
        ],
      },
      { name: 'place', keys: [['place', '2dsphere']] },
    ],
  },
  { name: 'notes', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] },
];

// A hundred of each among a thousand, so that every size answers alike.
const STATES = 10;
const MOST_AT = 1_000_003;

/** About as large as Shanghai, in degrees. */
const [WEST, SOUTH, WIDTH, HEIGHT] = [120.9, 30.8, 1, 0.8];

// Spread evenly without chance, so that every run asks the same.
const longitude = (turn: number): number => WEST + WIDTH * ((turn * 0.7548776662) % 1);
const latitude = (turn: number): number => SOUTH + HEIGHT * ((turn * 0.569840291) % 1);

/** One of the documents, some 600 bytes of EJSON: it can be told from its number alone. */
export function thing(number: number) {
  return {
    _id: `t${number}`,
    code: `c${number}`,
    state: `s${number % STATES}`,
    at: (number * 7919) % MOST_AT,
    n: 0,
    place: { type: 'Point', coordinates: [longitude(number), latitude(number)] },
    text: '上海市浦东新区北蔡镇驿站'.repeat(9),
  };
}

const things = (database: SdkDatabase) => database.collection('things');
const pick = (turn: number, among: number): number => (turn * 7919) % among;

/** Below this lie some hundred of one state, however many documents there are. */
const hundredOf = (documents: number): number => MOST_AT * Math.min(1, (100 * STATES) / documents);

/** Everything that an index serves, over so many documents; the ratio table and the growth table both ask it. */
export function operationsOver(documents: number): Readonly<Record<string, Operation>> {
  const nameOf = (turn: number): string => `t${pick(turn, documents)}`;
  return {
    'get by _id': (database, turn) => things(database).doc(nameOf(turn)).get(),
    'get by a unique field': (database, turn) =>
      things(database)
        .where({ code: `c${pick(turn, documents)}` })
        .get(),
    'range, sorted by the index, 20': (database, turn) =>
      things(database)
        .where({ state: `s${turn % STATES}`, at: database.command.lt(900_000) })
        .orderBy('at', 'desc')
        .limit(20)
        .get(),
    update: (database, turn) =>
      things(database)
        .doc(nameOf(turn))
        .update({ n: database.command.inc(1) }),
    'conditional update': (database, turn) =>
      things(database)
        .where({ _id: nameOf(turn), n: database.command.lt(1e9) })
        .update({ n: database.command.inc(1) }),
    'add, durable': (database) =>
      database.collection('notes').add({ code: crypto.randomUUID(), at: 0, text: 'a note of some length' }),
    'transaction: read and update': (database, turn) =>
      database.runTransaction(async (transaction) => {
        const document = transaction.collection('things').doc(nameOf(turn));
        const { data } = await document.get();
        await document.update({ n: Number(data?.['n']) + 1 });
      }),
    'nearest 20': (database, turn) =>
      things(database)
        .where({
          place: database.command.geoNear({
            geometry: new database.Geo.Point(longitude(turn + 0.5), latitude(turn + 0.5)),
          }),
        })
        .limit(20)
        .get(),
    'aggregate: match and group': (database, turn) =>
      things(database)
        .aggregate()
        .match({ state: `s${turn % STATES}`, at: database.command.lt(hundredOf(documents)) })
        .group({ _id: '$state', total: { $sum: '$n' }, last: { $max: '$at' } })
        .end(),
  };
}
