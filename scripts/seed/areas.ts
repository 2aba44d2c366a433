import type { Office, Point } from '../../cloudfunctions/station/records';
import type { Dice } from './dice';
import { unionRecords } from './directory';
import { partsOf, readTable } from './table-file';

/** A disc on the map in which stations of the demonstration lie. */
export type Disc = { readonly longitude: number; readonly latitude: number; readonly radiusM: number };

/** A street, town or zone of Pudong: its union, the roads in it, and about where it lies. */
export type Area = Disc & {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  /** The town in whose list its stations are: a zone lies in one. */
  readonly street: string;
  readonly roads: readonly string[];
  readonly offices: readonly Office[];
};

/** The 36 streets and towns and the 8 zones. */
export function areas(): Area[] {
  const unions = new Map(unionRecords().map((union) => [String(union._id), union]));
  return readTable('streets').map((line) => ({
    id: line('id'),
    name: line('name'),
    district: line('district'),
    street: line('street'),
    roads: partsOf(line('roads')),
    offices: unions.get(line('id'))?.offices ?? [],
    longitude: Number(line('lng')),
    latitude: Number(line('lat')),
    radiusM: Number(line('radius_m')),
  }));
}

/** Metres of a degree along a meridian. */
const DEGREE_M = 111_320;

/** Somewhere in a disc, more likely near its middle. Six decimals are a hand's breadth. */
export function somewhereIn({ longitude, latitude, radiusM }: Disc, dice: Dice): Point {
  const [metres, angle] = [radiusM * dice.fraction() ** 0.6, 2 * Math.PI * dice.fraction()];
  const east = (metres * Math.cos(angle)) / (DEGREE_M * Math.cos((latitude * Math.PI) / 180));
  const north = (metres * Math.sin(angle)) / DEGREE_M;
  return { type: 'Point', coordinates: [round(longitude + east), round(latitude + north)] };
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** So many things dealt to places, larger places getting more; together they are exactly so many. */
export function dealt(total: number, places: readonly Disc[]): number[] {
  const whole = places.reduce((sum, { radiusM }) => sum + radiusM, 0);
  let [passed, given] = [0, 0];
  return places.map(({ radiusM }) => {
    passed += radiusM;
    const share = Math.round((total * passed) / whole) - given;
    given += share;
    return share;
  });
}
