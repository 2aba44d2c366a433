import type { Counted } from '../../types/duty-tap';
import { TaskKey } from '../../types/duty-upkeep';
import type { FacilityCode } from '../../types/facility';
import type { StationId, UnionId, WishId } from '../../types/ids';
import { EpochMs, NEVER, shanghaiDay } from '../../types/time';
import { reportsOf, withoutReport } from './reports';
import { counted, expiresAt, isExpired, isShort, itemOf, usualShelf } from './shelf';
import type { UpkeepRecord } from './upkeep-records';

/** Where the shelf stands, as its station or a shift of it says. */
export type UpkeepGround = {
  readonly stationId: StationId;
  readonly stationName: string;
  readonly scope: readonly UnionId[];
};
/** The same of a station as its directory lists it. */
export const groundOfStation = (station: {
  readonly stationId: StationId;
  readonly name: string;
  readonly scope: readonly UnionId[];
}): UpkeepGround => ({ stationId: station.stationId, stationName: station.name, scope: station.scope });

export type Incident = Omit<UpkeepRecord['incidents'][WishId], 'at' | 'closedAt'> & { readonly incidentId: WishId };

/** What is cleaned; the other lines of a list leave nothing behind for somebody else to do. */
const cleaned: readonly string[] = ['floor', 'tables', 'rubbish', 'toilet', 'drinking-water'];
/** Whoever said that they will see to something has so long; then it is anybody's again. Milliseconds. */
const CLAIM_HOLDS_MS = 3 * 86_400_000;
/** A settled incident can be read as long as its picture. Milliseconds. */
const SETTLED_KEPT_MS = 30 * 86_400_000;
const INCIDENTS_KEPT = 60;
const DONE_KEPT = 30;

/** The upkeep of a station that has none yet: the usual shelf, uncounted, and nothing to do. */
export const freshUpkeep = ({ stationId, stationName, scope }: UpkeepGround): UpkeepRecord => ({
  _id: stationId,
  revision: 0,
  stationName,
  scope: [...scope],
  items: usualShelf(),
  cleaning: {},
  incidents: {},
  reports: {},
  claims: {},
  done: [],
  told: [],
  dueAt: NEVER,
});

/**
 * After somebody counted the shelf. What is not on it is left out: staff may have taken it off while the list lay open.
 *
 * @param at when they looked, which may be a while ago
 */
export function withCounts(upkeep: UpkeepRecord, counts: readonly Counted[], at: EpochMs): UpkeepRecord {
  const items = new Map(Object.entries(upkeep.items));
  for (const count of counts) {
    const item = itemOf(upkeep.items, count.code);
    if (item !== null) items.set(count.code, counted(item, count, at));
  }
  const looked = counts.map(({ code }) => shortKey(code));
  return withLooks({ ...upkeep, items: Object.fromEntries(items) }, looked, at);
}

/** After somebody of the station looked at these things: what visitors said of them before is answered. */
export const withLooks = (upkeep: UpkeepRecord, keys: readonly TaskKey[], at: EpochMs): UpkeepRecord =>
  keys.reduce((looked, key) => withoutReport(looked, key, at), upkeep);

/** After a list of the opening or the closing: what was not clean is to be done, what is ticked no longer. */
export function withCleaning(
  upkeep: UpkeepRecord,
  items: readonly { readonly item: string; readonly done: boolean }[],
  at: EpochMs,
): UpkeepRecord {
  const cleaning = new Map(Object.entries(upkeep.cleaning));
  for (const { item, done } of items) {
    const open = cleaning.get(item);
    if (done && open !== undefined && open.since <= at) cleaning.delete(item);
    if (!done && open === undefined && cleaned.includes(item) && !wasDoneAfter(upkeep, cleaningKey(item), at))
      cleaning.set(item, { since: at });
  }
  return { ...upkeep, cleaning: Object.fromEntries(cleaning) };
}

/** After something happened that staff must hear of. The same incident is written once. */
export function withIncident(upkeep: UpkeepRecord, { incidentId, ...what }: Incident, at: EpochMs): UpkeepRecord {
  if (Object.hasOwn(upkeep.incidents, incidentId)) return upkeep;
  const all: UpkeepRecord['incidents'] = { ...upkeep.incidents, [incidentId]: { ...what, at, closedAt: null } };
  const latest = Object.entries(all)
    .sort(([, one], [, other]) => one.at - other.at)
    .slice(-INCIDENTS_KEPT);
  return { ...upkeep, incidents: Object.fromEntries(latest) };
}

/** A tick made without a network must not undo what somebody did since. */
const wasDoneAfter = ({ done }: UpkeepRecord, key: TaskKey, at: EpochMs): boolean =>
  done.some((one) => one.key === key && one.at >= at);

/** With everything derived: what is over is forgotten, and when the timer must look. Every write goes through here. */
export function indexedUpkeep(upkeep: UpkeepRecord, now: EpochMs): UpkeepRecord {
  const reports = Object.entries(reportsOf(upkeep)).filter(([key]) => !isOffShelf(upkeep, key));
  const known = [...expiredKeys(upkeep, now), ...reports.map(([key]) => key)];
  const told = upkeep.told.filter((key) => known.includes(key));
  const untold = [
    ...Object.values(upkeep.items)
      .filter(({ code }) => !told.includes(expiredKey(code)))
      .map(expiresAt)
      .filter((at) => at !== null),
    ...reports.filter(([key]) => !told.includes(key)).map(([, { since }]) => since),
  ];
  const claims = Object.entries(upkeep.claims).filter(([key, claim]) => claimHolds(claim, now) && !isOver(upkeep, key));
  const incidents = Object.entries(upkeep.incidents).filter(
    ([, { closedAt }]) => closedAt === null || closedAt > now - SETTLED_KEPT_MS,
  );
  return {
    ...upkeep,
    reports: Object.fromEntries(reports),
    told,
    claims: Object.fromEntries(claims),
    incidents: Object.fromEntries(incidents),
    done: upkeep.done.slice(-DONE_KEPT),
    dueAt: untold.length === 0 ? NEVER : EpochMs.parse(Math.min(...untold)),
  };
}

/** What visitors said of a thing goes with it when staff take it off the shelf. */
function isOffShelf({ items }: UpkeepRecord, key: string): boolean {
  const [kind, code = ''] = key.split(':');
  return kind === 'short' && itemOf(items, code) === null;
}

export const claimHolds = ({ at }: { readonly at: EpochMs }, now: EpochMs): boolean => now < at + CLAIM_HOLDS_MS;

/** Tasks of whatever is out of date, told or not. */
export const expiredKeys = ({ items }: Pick<UpkeepRecord, 'items'>, now: EpochMs): TaskKey[] =>
  Object.values(items)
    .filter((item) => isExpired(item, shanghaiDay(now)))
    .map(({ code }) => expiredKey(code));

export const facilityKey = (code: FacilityCode): TaskKey => TaskKey.parse(`facility:${code}`);
export const expiredKey = (code: string): TaskKey => TaskKey.parse(`expired:${code}`);
export const shortKey = (code: string): TaskKey => TaskKey.parse(`short:${code}`);
export const cleaningKey = (item: string): TaskKey => TaskKey.parse(`cleaning:${item}`);
export const incidentKey = (id: WishId): TaskKey => TaskKey.parse(`incident:${id}`);

/** Whether a task is certainly over; of facilities only their station knows. */
function isOver({ items, cleaning, incidents, reports = {} }: UpkeepRecord, key: string): boolean {
  if (Object.hasOwn(reports, key)) return false;
  const [kind, about = ''] = key.split(':');
  if (kind === 'cleaning') return !Object.hasOwn(cleaning, about);
  if (kind === 'incident') return Object.entries(incidents).every(([id, one]) => id !== about || one.closedAt !== null);
  const item = itemOf(items, about);
  if (kind === 'short') return item === null || !isShort(item);
  return kind === 'expired' && (item === null || item.quantity === 0 || item.expiresOn === null);
}
