import type { StationRecord } from '../../cloudfunctions/station/records';
import { isOutdoor } from '../../cloudfunctions/station/station-index';
import { StationId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Area } from './areas';
import { areas, dealt, somewhereIn } from './areas';
import { breakRoom } from './break-rooms';
import type { Dice } from './dice';
import { diceOf } from './dice';
import type { Kind } from './kinds';
import { kinds } from './kinds';
import { particulars } from './particulars';
import { stationDrafts } from './real-stations';
import type { Draft } from './station-draft';
import { stationFrom } from './station-draft';

export const PUDONG = '浦东新区';

/**
 * The whole network as Pudong published it (S0), around the stations that the texts name: everything else about the
 * others is made up. The same instant gives the same network.
 */
export function networkRecords(now: EpochMs): StationRecord[] {
  const real = stationDrafts();
  const all = areas();
  const taken = new Set(real.map(({ name }) => name));
  const made = kinds.flatMap((kind) => stationsOf(kind, real, all, taken, now));
  return withParents(withSigns([...real, ...made]), all).map((draft) => stationFrom(draft, now));
}

function stationsOf(
  kind: Kind,
  real: readonly Draft[],
  all: readonly Area[],
  taken: Set<string>,
  now: EpochMs,
): Draft[] {
  const named = real.filter((station) => station.district === PUDONG && station.category === kind.category);
  const homes = homesOf(kind, named, all);
  return homes.map((area, nth) => {
    const id = StationId.parse(`pd-${kind.key}-${String(nth + 1).padStart(3, '0')}`);
    const dice = diceOf(id);
    const road = area.roads[nth % area.roads.length] ?? dice.among(area.roads);
    const { name, number } = nameFor(kind, area, road, dice, taken);
    const [{ unionId } = dice.among(area.offices)] = area.offices;
    const made = particulars(kind, dice, now);
    const room = kind.category === 'break-room' ? breakRoom(nth) : null;
    return {
      _id: id,
      name,
      tier: kind.tier,
      category: kind.category,
      city: '上海市',
      district: area.district,
      street: area.street,
      address: `${road}${number}号`,
      place: somewhereIn(area, dice),
      unionId,
      offices: [...area.offices],
      ...made,
      ...(room === null ? {} : { notice: room.notice, features: [...(made.features ?? []), room.industry] }),
    };
  });
}

/** In which area each station of a kind lies. Each area has a centre, and a station of tier 3 for those below it. */
function homesOf(kind: Kind, named: readonly Draft[], all: readonly Area[]): Area[] {
  const bare = all.filter((area) => !named.some((station) => areaOf(station, [area]) !== null));
  const [first, total] = [kind.tier === 2 || kind.tier === 3 ? bare : [], kind.count - named.length];
  const shares = dealt(total - first.length, all);
  return [...first, ...all.flatMap((area, nth) => Array.from({ length: shares[nth] ?? 0 }, () => area))];
}

function nameFor(
  kind: Kind,
  area: Area,
  road: string,
  dice: Dice,
  taken: Set<string>,
): { readonly name: string; readonly number: number } {
  const number = dice.between(8, 988);
  const plain = kind.name(area.name, road, dice);
  for (let nth = number; ; nth += 2) {
    const name = taken.has(plain) ? kind.name(area.name, `${road}${nth}号`, dice) : plain;
    if (taken.has(name)) continue;
    taken.add(name);
    return { name, number: nth };
  }
}

/** Whose area a station is in, by the unions above it: a firm's station belongs to the area of the firm's union. */
const areaOf = ({ offices }: Pick<Draft, 'offices'>, all: readonly Area[]): Area | null =>
  all.find(({ id }) => offices.some((office) => office.unionId === id)) ?? null;

/** Every outdoor station of the district has a green sign; NO.99 is the one that the text shows. */
function withSigns(all: readonly Draft[]): Draft[] {
  const given = new Set(all.filter(({ district }) => district === PUDONG).map(({ signNo }) => signNo));
  let last = 0;
  const next = (): string => {
    do last += 1;
    while (given.has(String(last)));
    return String(last);
  };
  return all.map((station) =>
    station.district === PUDONG && (station.signNo ?? null) === null && isOutdoor(station.category)
      ? { ...station, signNo: next() }
      : station,
  );
}

/** Below each centre its area's stations of tier 3, and below those in turn the area's stations of tier 4. */
function withParents(all: readonly Draft[], areasOfPudong: readonly Area[]): Draft[] {
  const top = all.find(({ tier }) => tier === 1)?._id ?? null;
  const within = new Map(areasOfPudong.map((area) => [area.id, { centre: top, zones: [] as StationId[], dealt: 0 }]));
  const treeOf = (station: Draft) => within.get(areaOf(station, areasOfPudong)?.id ?? '');
  for (const station of all) {
    const tree = treeOf(station);
    if (station.tier === 2 && tree !== undefined) tree.centre = station._id;
    if (station.tier === 3) tree?.zones.push(station._id);
  }
  return all.map((station) => {
    const tree = treeOf(station);
    if (tree === undefined || (station.parentId ?? null) !== null || station.tier === null) return station;
    if (station.tier < 4) return { ...station, parentId: station.tier === 2 ? top : tree.centre };
    tree.dealt += 1;
    return { ...station, parentId: tree.zones[tree.dealt % tree.zones.length] ?? null };
  });
}
