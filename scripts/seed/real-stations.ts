import type { StationRecord } from '../../cloudfunctions/station/records';
import { FacilityCode } from '../../types/facility';
import { StationId } from '../../types/ids';
import type { Opening } from '../../types/opening';
import type { Category } from '../../types/station-kind';
import { Tier } from '../../types/station-kind';
import { Award } from '../../types/station-view';
import type { EpochMs } from '../../types/time';
import { namedRooms } from './break-rooms';
import { diceOf } from './dice';
import { unionRecords } from './directory';
import { tables } from './opening-tables';
import type { Draft } from './station-draft';
import { stationFrom } from './station-draft';
import { featuresOfKind, readCategory, readTags } from './station-tags';
import type { Line } from './table-file';
import { partsOf, readByStation, readTable } from './table-file';

/** Bottles a person may take by scan in a day, where the texts say that one scans at the fridge. */
const WATER_QUOTA = 2;

/** Where the texts print no hours: what such a place usually keeps. One of them, always the same for a station. */
const usualHours: Readonly<Record<Category, readonly Opening[]>> = {
  'district-centre': [tables.palace],
  'street-centre': [tables.centre],
  'zone-station': [tables.centre, tables.office],
  relay: [tables.summerLonger],
  'courier-home': [tables.daytime, tables.longDay, tables.noonBreak, tables.summerLonger],
  'red-petrol': [tables.aroundTheClockStaffed],
  'volunteer-point': [tables.daytime],
  'mother-baby': [tables.office],
  library: [tables.reading],
  'health-point': [tables.officeNoonBreak],
  'break-room': [tables.shifts],
  'outdoor-point': [tables.longDay, tables.daytime],
};

/**
 * The stations that the texts name, with what they print of them. Places were put by hand, hours are the usual ones,
 * years of awards are approximate: shown as demonstration data (data/README.md).
 */
export const stationRecords = (now: EpochMs): StationRecord[] =>
  stationDrafts().map((draft) => stationFrom(draft, now));

/** The same, before what queries find them by. */
export function stationDrafts(): Draft[] {
  const lines = readTable('stations');
  const unions = new Map(unionRecords().map((union) => [union.name, union]));
  const more = {
    zones: readByStation('zones', (line) => ({ name: line('name'), areaM2: numberOf(line('area_m2')) })),
    meals: readByStation('meals', (line) => ({
      name: line('name'),
      priceYuan: Number(line('price_yuan')),
      about: line('about'),
      hours: line('hours'),
    })),
    awards: readByStation('awards', (line) =>
      Award.parse({ name: line('name'), year: Number(line('year')), level: line('level') }),
    ),
  };
  const drafts = lines.map((line): Draft => {
    const union = unions.get(line('union'));
    if (union === undefined) throw new Error(`${line('name')} belongs to no union of data/unions.csv.`);
    const id = line('id');
    const zones = (more.zones.get(id) ?? []).map((zone, nth) => ({
      ...zone,
      zoneId: `zone-${nth + 1}`,
      capacity: null,
    }));
    return {
      ...draftOf(line),
      unionId: union._id,
      offices: union.offices,
      zones,
      meals: [...(more.meals.get(id) ?? [])],
      awards: [...(more.awards.get(id) ?? [])],
    };
  });
  return drafts.map((draft) => ({ ...draft, parentId: parentAmong(drafts, draft) }));
}

function draftOf(line: Line): Omit<Draft, 'unionId' | 'offices'> {
  const tags = partsOf(line('tags'));
  const said = readTags(tags);
  const category = readCategory(line('category'));
  const facilities = [...partsOf(line('facilities')), ...said.facilities];
  return {
    _id: StationId.parse(line('id')),
    name: line('name'),
    tier: Tier.parse(numberOf(line('tier'))),
    category,
    features: [...new Set([...featuresOfKind(category), ...said.features])],
    signNo: orNull(line('sign_no')),
    city: line('city'),
    district: line('district'),
    street: line('street'),
    address: line('address'),
    place: { type: 'Point', coordinates: [Number(line('lng')), Number(line('lat'))] },
    areaM2: numberOf(line('area_m2')),
    openedOn: orNull(line('opened_on')),
    opening: line('hours') === '24h' ? tables.aroundTheClock : diceOf(line('id')).among(usualHours[category]),
    facilities: [...new Set(facilities)].map((code) => ({
      code: FacilityCode.parse(code.replaceAll('_', '-')),
      count: 1,
      state: 'ok',
      checkedAt: null,
    })),
    services: [...new Set([...partsOf(line('services')), ...said.services])],
    swap: line('swap_operator') === '' ? null : { operator: line('swap_operator'), slots: Number(line('swap_slots')) },
    outlet: line('partner') === '' ? null : { partner: line('partner'), agreedFrom: null, agreedUntil: null },
    waterQuota: tags.includes('扫码取水') ? WATER_QUOTA : null,
    doorId: orNull(line('door_id')),
    notice: namedRooms[line('id')] ?? null,
  };
}

/** The station of the tier above in the same town, where the texts name one; the network fills in the others. */
function parentAmong(all: readonly Draft[], { tier, district, offices }: Draft): StationId | null {
  if (tier === null || tier === 1) return null;
  const above = all.filter((other) => other.tier === tier - 1 && other.district === district);
  const near = above.find(({ unionId }) => tier === 2 || offices.some((office) => office.unionId === unionId));
  return near?._id ?? null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
