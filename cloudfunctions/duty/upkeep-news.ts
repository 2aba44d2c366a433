import type { TaskKey } from '../../types/duty-upkeep';
import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import { reportsOf } from './reports';
import { itemOf } from './shelf';
import { expiredKey, expiredKeys } from './upkeep';
import type { UpkeepRecord } from './upkeep-records';

/** What those who look after a station are to be told of it, once, with the task that it is about. */
export type UpkeepNews = Pick<News, 'kind' | 'once' | 'subject'> & {
  readonly key: TaskKey;
  /** When visitors first said so; null where nobody did, but time. */
  readonly since: EpochMs | null;
};

/** What is out of date, and what visitors said is broken or gone, of which nobody was told yet. */
export const newsOfUpkeep = (upkeep: UpkeepRecord, now: EpochMs): UpkeepNews[] =>
  [...newsOfDates(upkeep, now), ...newsOfVisitors(upkeep)].filter(({ key }) => !upkeep.told.includes(key));

function newsOfDates({ _id, stationName, items }: UpkeepRecord, now: EpochMs): UpkeepNews[] {
  const expired = expiredKeys({ items }, now);
  return Object.values(items)
    .filter(({ code }) => expired.includes(expiredKey(code)))
    .map(({ code, name, expiresOn }) => ({
      key: expiredKey(code),
      since: null,
      kind: 'supply-expired',
      once: `${_id}:${code}:${expiresOn ?? ''}`,
      subject: `${stationName}·${name}`,
    }));
}

/** Once for a thing, however many say it, until somebody has looked. */
const newsOfVisitors = (upkeep: UpkeepRecord): UpkeepNews[] =>
  Object.entries(reportsOf(upkeep)).map(([key, { since }]) => {
    const item = key.startsWith('short:') ? itemOf(upkeep.items, key.slice('short:'.length)) : null;
    return {
      key,
      since,
      kind: 'need-reported',
      once: `${upkeep._id}:${key}:${since}`,
      subject: item === null ? upkeep.stationName : `${upkeep.stationName}·${item.name}`,
    };
  });

/** The upkeep once that was told. What was seen to meanwhile, and said anew, is news again. */
export const withTold = (upkeep: UpkeepRecord, news: readonly UpkeepNews[]): UpkeepRecord => ({
  ...upkeep,
  told: [
    ...upkeep.told,
    ...news.filter(({ key, since }) => since === null || reportsOf(upkeep)[key]?.since === since).map(({ key }) => key),
  ],
});
