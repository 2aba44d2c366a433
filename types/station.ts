import * as z from 'zod/mini';
import { articleActions } from './article';
import { contract } from './contract';
import { ShownCode } from './evidence';
import { StationId } from './ids';
import { Place } from './place';
import { figureActions } from './station-figures';
import { stationImportActions } from './station-import';
import { stationStaffActions } from './station-staff';
import { stationUseActions } from './station-use';
import { Offer, StationCluster, StationDetail, StationPin, StationSummary } from './station-view';
import { visitActions } from './visit';

/** What the map shows, in degrees of GCJ-02. */
const Box = z.object({
  west: Place.shape.longitude,
  south: Place.shape.latitude,
  east: Place.shape.longitude,
  north: Place.shape.latitude,
});
export type Box = z.infer<typeof Box>;

export const StationFilter = z.object({
  openNow: z.boolean(),
  /** All of them. */
  wants: z.array(Offer).check(z.maxLength(12)),
});
export type StationFilter = z.infer<typeof StationFilter>;

export const stationContract = contract({
  ...visitActions,
  ...stationStaffActions,
  ...stationUseActions,
  ...stationImportActions,
  ...figureActions,
  ...articleActions,

  /**
   * The map and the list in one call: pins and clusters of what it shows, and the nearest stations, open ones first.
   * Nobody signs in to find water.
   */
  lookAround: {
    caller: 'anyone',
    input: z.object({
      box: Box,
      /** Of web maps: 2^zoom tiles of 256 px around the earth. */
      zoom: z.number().check(z.minimum(0), z.maximum(22)),
      /** From where distances are told: the phone, or the street that was picked. */
      from: Place,
      filter: StationFilter,
    }),
    output: z.object({
      pins: z.array(StationPin),
      clusters: z.array(StationCluster),
      /** Stations in the box that meet the filter; from far away, of the squares that it touches. */
      inView: z.int(),
      /** From far away stations are counted by the hours on their doors; close by, by everything that is known. */
      openBy: z.enum(['everything-known', 'hours']),
      nearest: z.array(StationSummary),
    }),
    refusals: ['box-inside-out'],
    roundTrips: 2,
  },
  /** By name, street or address, or the number on the green sign. */
  search: {
    caller: 'anyone',
    input: z.object({
      text: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(30, 'too-long')),
      from: z.nullable(Place),
    }),
    output: z.object({ stations: z.array(StationSummary) }),
    refusals: [],
    roundTrips: 6,
  },
  /** Streets to start from, for whoever does not tell where they are. */
  listStreets: {
    caller: 'anyone',
    input: z.object({}),
    output: z.object({
      streets: z.array(z.object({ district: z.string(), street: z.string(), place: Place, count: z.int() })),
    }),
    refusals: [],
    roundTrips: 1,
  },
  /** One station, by its id or by a code that was read at its door. */
  show: {
    caller: 'anyone',
    input: z.object({ stationId: z.nullable(StationId), code: z.nullable(ShownCode) }),
    output: StationDetail,
    refusals: ['station-not-found', 'code-unreadable'],
    roundTrips: 4,
  },

  /** Puts right what a crash left half done, and clears who visited once the cool-down is over. Safe to run twice. */
  settleStations: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ settled: z.int(), cleared: z.int() }),
    refusals: [],
    roundTrips: 800,
  },
});
