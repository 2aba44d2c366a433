import * as z from 'zod/mini';
import { contract } from './contract';
import { incidentKinds, stewardStates } from './duty-kind';
import { dutyHeads } from './duty-roster';
import { CalledName } from './duty-volunteer';
import { ItemCode, ShelfLine, SmallPhoto } from './duty-tap';
import { RequestKey } from './evidence';
import { FacilityCode } from './facility';
import { StationId, WishId } from './ids';
import { Place } from './place';
import { EpochMs, ShanghaiDay } from './time';

/** What is to be done at a station: `facility:<code>`, `short:<item>`, `expired:<item>`, `cleaning:<item>`, `incident:<id>`. */
export const TaskKey = z
  .string()
  .check(z.regex(/^(facility|short|expired|cleaning|incident):[a-z0-9-]{2,24}$/, 'format'));
export type TaskKey = z.infer<typeof TaskKey>;

export const Task = z.object({
  key: TaskKey,
  kind: z.enum(['facility', 'short', 'expired', 'cleaning', 'incident']),
  facility: z.nullable(FacilityCode),
  item: z.nullable(ShelfLine),
  /** Of an incident, or what was not cleaned. */
  about: z.nullable(z.string()),
  words: z.nullable(z.string()),
  since: EpochMs,
  /** People at the station who said so; nobody of the station has looked since. */
  reports: z.int(),
  /** Somebody has said that they will see to it. */
  claimedBy: z.nullable(z.object({ calledName: z.string(), isSelf: z.boolean(), at: EpochMs })),
});
export type Task = z.infer<typeof Task>;

export const StewardState = z.enum(stewardStates);

/** A worker who looks after a station beside their work: 从匆匆过客到热心管家. */
export const Steward = z.object({
  stewardId: WishId,
  stationId: StationId,
  stationName: z.string(),
  calledName: z.string(),
  state: StewardState,
  since: EpochMs,
  closed: z.int(),
});
export type Steward = z.infer<typeof Steward>;

/** A thing on the shelf as staff describe it. */
export const ShelfItem = z.object({
  code: ItemCode,
  name: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(20, 'too-long')),
  unit: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(4, 'too-long')),
  isMedicine: z.boolean(),
  atLeast: z.int().check(z.minimum(0), z.maximum(9_999)),
});
export type ShelfItem = z.infer<typeof ShelfItem>;

/** What anybody may tell of: a facility that does not work, or a thing that is gone from the shelf. */
export const ReportKey = TaskKey.check(z.regex(/^(facility|short):/, 'format'));

export const upkeepActions = contract({
  /** What somebody at a station may say is broken or gone. Names what is there, never how much of it. */
  listReportable: {
    caller: 'person',
    input: z.object({ stationId: StationId }),
    output: z.object({
      things: z.array(
        z.object({
          key: TaskKey,
          facility: z.nullable(FacilityCode),
          /** Of a thing on the shelf. */
          name: z.nullable(z.string()),
          /** It is a task already. */
          isKnown: z.boolean(),
        }),
      ),
    }),
    refusals: ['station-not-found'],
    roundTrips: 2,
  },
  /**
   * A worker says that something is broken or gone: a small task for those who look after the station. The map and the
   * shelf stay as they are until one of them has looked.
   */
  reportNeed: {
    caller: 'person',
    input: z.object({ stationId: StationId, key: ReportKey, place: z.nullable(Place) }),
    output: z.object({ isNew: z.boolean() }),
    refusals: ['station-not-found', 'not-there', 'too-far', 'too-many'],
    roundTrips: 32,
  },
  /** What is to be done at a station, for its volunteers, stewards and staff. */
  listTasks: {
    caller: 'person',
    input: z.object({ stationId: StationId }),
    output: z.object({
      stationName: z.string(),
      tasks: z.array(Task),
      /** The last that were done. */
      done: z.array(z.object({ key: TaskKey, about: z.string(), calledName: z.string(), at: EpochMs })),
    }),
    refusals: ['station-not-found', 'not-for-you'],
    roundTrips: 6,
  },
  claimTask: {
    caller: 'person',
    input: z.object({ stationId: StationId, key: TaskKey, claim: z.boolean() }),
    output: z.object({ task: Task }),
    refusals: ['station-not-found', 'not-for-you', 'task-gone', 'claimed-by-other'],
    roundTrips: 32,
  },
  /** Done: the microwave works, the shelf is full, the old medicine is gone. The map and the shelf know at once. */
  closeTask: {
    caller: 'person',
    input: z.object({
      stationId: StationId,
      key: TaskKey,
      /** Of what is on the shelf now; only for what was short or expired. */
      quantity: z.nullable(z.int().check(z.minimum(0), z.maximum(99_999))),
      expiresOn: z.nullable(ShanghaiDay),
      note: z.string().check(z.trim(), z.maxLength(200, 'too-long')),
      requestKey: RequestKey,
    }),
    output: z.object({ tasks: z.array(Task) }),
    refusals: [
      'station-not-found',
      'not-for-you',
      'task-gone',
      'quantity-needed',
      'still-short',
      'still-expired',
      'staff-only',
    ],
    roundTrips: 64,
  },
  /** Offers to be the steward of a station, or stops. The head answers. */
  offerSteward: {
    caller: 'person',
    input: z.object({
      stationId: StationId,
      calledName: CalledName,
      offer: z.boolean(),
    }),
    output: z.object({ steward: z.nullable(Steward) }),
    refusals: ['station-not-found', 'not-a-member', 'too-many', 'words-refused'],
    roundTrips: 8,
  },
  /** Stations whose steward the caller is, or offered to be, each with what is to be done there. */
  listStewardships: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ stewardships: z.array(z.object({ ...Steward.shape, tasks: z.int() })) }),
    refusals: [],
    roundTrips: 5,
  },

  /** The shelf of a station: what is on it, what should be, what was delivered. */
  showShelf: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId }),
    output: z.object({
      stationName: z.string(),
      revision: z.int(),
      items: z.array(ShelfLine),
      deliveries: z.array(
        z.object({
          deliveryId: WishId,
          code: ItemCode,
          name: z.string(),
          quantity: z.int(),
          donor: z.nullable(z.string()),
          at: EpochMs,
          by: z.string(),
        }),
      ),
    }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 4,
  },
  saveShelf: {
    caller: dutyHeads,
    input: z.object({
      stationId: StationId,
      revision: z.int().check(z.minimum(0)),
      items: z.array(ShelfItem).check(z.maxLength(40)),
    }),
    output: z.object({ revision: z.int() }),
    refusals: ['station-not-found', 'outside-your-unions', 'changed-meanwhile', 'items-wrong'],
    roundTrips: 28,
  },
  /** Everything that arrived in a year at all stations of the caller's unions, by thing: 750 recliners, 50 freezers. */
  sumDeliveries: {
    caller: dutyHeads,
    input: z.object({ year: z.int().check(z.minimum(2020), z.maximum(2099)) }),
    output: z.object({
      items: z.array(z.object({ name: z.string(), quantity: z.int(), stations: z.int(), donors: z.array(z.string()) })),
      /** False: there were more deliveries than one question adds up. */
      isWhole: z.boolean(),
    }),
    refusals: [],
    roundTrips: 22,
  },
  /** Something arrived: it counts once, however often the same request comes, and the shelf is fuller by it. */
  deliver: {
    caller: dutyHeads,
    input: z.object({
      stationId: StationId,
      code: ItemCode,
      quantity: z.int().check(z.minimum(1), z.maximum(99_999)),
      expiresOn: z.nullable(ShanghaiDay),
      /** Who gave it, e.g. 浦东新区总工会. */
      donor: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(30, 'too-long'))),
      requestKey: RequestKey,
    }),
    output: z.object({ quantity: z.int() }),
    refusals: ['station-not-found', 'outside-your-unions', 'item-unknown'],
    roundTrips: 34,
  },
  /** An incident with its picture, for those who answer for the station. The look is written to the ledger. */
  showIncident: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId, incidentId: WishId }),
    output: z.object({
      kind: z.enum(incidentKinds),
      words: z.string(),
      photo: z.nullable(SmallPhoto),
      at: EpochMs,
      by: z.string(),
    }),
    refusals: ['incident-not-found', 'outside-your-unions'],
    roundTrips: 5,
  },
  answerSteward: {
    caller: dutyHeads,
    input: z.object({ stewardId: WishId, accept: z.boolean() }),
    output: z.object({ steward: Steward }),
    refusals: ['steward-not-found', 'outside-your-unions', 'answered-already'],
    roundTrips: 10,
  },
});
