import { collections } from '../../cloudfunctions/runtime/collections';
import { recount } from '../../cloudfunctions/station/recount';
import { openLocalCloud } from '../../emulator/local-cloud';
import { EpochMs } from '../../types/time';
import { networkRecords } from './network';
import { tallyNetwork } from '../../cloudfunctions/station/tally-network';

const now = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
const all = networkRecords(now);

it('seeds the very counts that counting the stations one by one would end with', async () => {
  const some = all.filter(({ street }) => ['金桥镇', '老港镇', '白云街道'].includes(street));
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { handlers: {} },
    strict: true,
  });
  cloud.documents('stations').insertMany(some);
  const ids = some.flatMap(({ tallies }) => tallies);
  await cloud.runAs({ openid: 'seed' }, () => recount(ids, { trips: 10_000 }));
  const recounted = cloud.documents('station-tallies').find();
  cloud.close();
  const withoutRevision = (found: readonly object[]) =>
    found.map((tally) => ({ ...tally, revision: 0 }) as { readonly _id?: string }).sort(byId);
  expect(recounted.length).toBeGreaterThan(10);
  expect(withoutRevision(tallyNetwork(some))).toEqual(withoutRevision(recounted));
});

it('counts every station once in each size of square and once in its street', () => {
  const seeded = tallyNetwork(all);
  for (const kind of ['street', '6', '8', '10', '12', '14']) {
    const counts = seeded.filter((tally) => tally.kind === kind).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  }
});

it('adds up in the streets of Pudong to what is published', () => {
  const streets = tallyNetwork(all).filter(({ _id }) => _id.startsWith('street:浦东新区:'));
  const sumOf = (wanted: string): number =>
    streets
      .flatMap(({ figures }) => figures)
      .reduce((sum, { figure, count }) => sum + (figure === wanted ? count : 0), 0);
  expect(streets).toHaveLength(36);
  expect(sumOf('tier:4')).toBe(1_782);
  expect(sumOf('outdoor')).toBe(875);
  expect(sumOf('partner:全家')).toBe(378);
});

const byId = (one: { readonly _id?: string }, other: { readonly _id?: string }): number =>
  (one._id ?? '') < (other._id ?? '') ? -1 : 1;
