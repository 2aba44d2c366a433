import type * as z from 'zod/mini';
import type { Task, TaskKey } from '../../types/duty-upkeep';
import type { Facility } from '../../types/facility';
import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { expiresAt, isExpired, isShort, shelfLine } from './shelf';
import { reportersOf, reportsOf } from './reports';
import { claimHolds, cleaningKey, expiredKey, facilityKey, incidentKey, shortKey } from './upkeep';
import type { UpkeepRecord } from './upkeep-records';

/** Whom a list of tasks is for. What was written of an incident is read by staff alone: it may be about somebody's body. */
export type Reader = { readonly personId: PersonId; readonly isStaff: boolean };
type TaskView = z.infer<typeof Task>;
type Found = Omit<TaskView, 'claimedBy' | 'reports'>;

/** What nobody should eat or use comes first. */
const order = ['expired', 'incident', 'short', 'facility', 'cleaning'] as const;

/** Everything that is to be done at a station, the gravest first, then the oldest. */
export function tasksOf(
  upkeep: UpkeepRecord,
  facilities: readonly Facility[],
  reader: Reader,
  now: EpochMs,
): TaskView[] {
  const found = [
    ...shelfTasks(upkeep, now),
    ...incidentTasks(upkeep, reader),
    ...facilities.flatMap((facility) => facilityTask(upkeep, facility, now)),
    ...Object.entries(upkeep.cleaning).map(([item, { since }]) => ({ ...bare('cleaning', since), ...about(item) })),
  ];
  return found
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.since - other.since)
    .map((task) => ({
      ...task,
      reports: reportersOf(upkeep, task.key),
      claimedBy: claimOf(upkeep, task.key, reader, now),
    }));
}

const bare = <Kind extends Found['kind']>(kind: Kind, since: EpochMs) => ({
  kind,
  facility: null,
  item: null,
  about: null,
  words: null,
  since,
});

const about = (item: string) => ({ key: cleaningKey(item), about: item });

/** It is broken as somebody of the station saw, or as people who came there say. */
function facilityTask(upkeep: UpkeepRecord, { code, state, checkedAt }: Facility, now: EpochMs): Found[] {
  const key = facilityKey(code);
  const since = state === 'broken' ? (checkedAt ?? now) : reportsOf(upkeep)[key]?.since;
  return since === undefined || state === 'absent' ? [] : [{ ...bare('facility', since), key, facility: code }];
}

const shelfTasks = (upkeep: UpkeepRecord, now: EpochMs): Found[] =>
  Object.values(upkeep.items).flatMap((item): Found[] => {
    const line = shelfLine(item);
    const key = shortKey(item.code);
    const toldSince = reportsOf(upkeep)[key]?.since;
    const shortSince = isShort(item) ? (item.shortSince ?? now) : toldSince;
    const expiredSince = expiresAt(item) ?? now;
    return [
      ...(isExpired(item, shanghaiDay(now))
        ? [{ ...bare('expired', expiredSince), key: expiredKey(item.code), item: line }]
        : []),
      ...(shortSince === undefined ? [] : [{ ...bare('short', shortSince), key, item: line }]),
    ];
  });

const incidentTasks = ({ incidents }: UpkeepRecord, { isStaff }: Reader): Found[] =>
  Object.entries(incidents)
    .filter(([, { closedAt }]) => closedAt === null)
    .map(([id, { kind, words, at }]) => ({
      ...bare('incident', at),
      key: incidentKey(id as keyof typeof incidents),
      about: kind,
      words: isStaff ? words : null,
    }));

function claimOf({ claims }: UpkeepRecord, key: TaskKey, { personId }: Reader, now: EpochMs): TaskView['claimedBy'] {
  const claim = claims[key];
  if (claim === undefined || !claimHolds(claim, now)) return null;
  return { calledName: claim.calledName, isSelf: claim.personId === personId, at: claim.at };
}

/** The upkeep after somebody said that they will see to a task, or no longer will. Null: somebody else has said so. */
export function claimed(
  upkeep: UpkeepRecord,
  key: TaskKey,
  by: { readonly personId: PersonId; readonly calledName: string } | { readonly noLonger: PersonId },
  now: EpochMs,
): UpkeepRecord | null {
  const standing = upkeep.claims[key];
  const holder = standing !== undefined && claimHolds(standing, now) ? standing.personId : null;
  const who = 'noLonger' in by ? by.noLonger : by.personId;
  if (holder !== null && holder !== who) return null;
  return {
    ...upkeep,
    claims: 'noLonger' in by ? without(upkeep.claims, key) : { ...upkeep.claims, [key]: { ...by, at: now } },
  };
}

export const without = <Of extends Readonly<Record<string, unknown>>>(all: Of, key: string): Of =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== key)) as Of;
