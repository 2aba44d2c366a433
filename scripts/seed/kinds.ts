import type { FacilityCode } from '../../types/facility';
import type { Opening } from '../../types/opening';
import type { Category, Feature, Tier } from '../../types/station-kind';
import type { Dice } from './dice';
import { tables } from './opening-tables';

/** How stations of one kind look in the demonstration. */
export type Kind = {
  /** Begins the ids of its stations. */
  readonly key: string;
  readonly category: Category;
  readonly tier: Tier;
  /** As published for Pudong (S0), the stations that the texts name among them. */
  readonly count: number;
  /** @param spot a road, or a road and number where the road alone is taken */
  readonly name: (town: string, spot: string, dice: Dice) => string;
  /** One of them, those named twice more often. */
  readonly hours: readonly Opening[];
  readonly facilities: readonly FacilityCode[];
  /** Found at some, over and above. */
  readonly extras: readonly FacilityCode[];
  /** What else some of them are. */
  readonly alsoSome: readonly Feature[];
  readonly alsoAll?: readonly Feature[];
  readonly partner?: string;
};

const six = ['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'] as const;
const outdoorExtras = ['toilet', 'wifi', 'first-aid', 'sewing-kit', 'books', 'recliner', 'blood-pressure'] as const;

const partners: readonly (readonly [
  key: string,
  partner: string,
  shop: string,
  count: number,
  hours: readonly Opening[],
])[] = [
  [
    'family',
    '全家',
    '全家便利店*店',
    378,
    [tables.aroundTheClockStaffed, tables.aroundTheClockStaffed, tables.shopEarlyToMidnight],
  ],
  ['telecom', '中国电信', '中国电信*营业厅', 44, [tables.telephoneShop]],
  ['bank', '中国银行', '中国银行*支行', 34, [tables.branch, tables.branchSaturday]],
];

const outlets = partners.map(([key, partner, shop, count, hours]): Kind => ({
  key,
  category: 'volunteer-point',
  tier: 4,
  count,
  name: (_town, spot) => `${shop.replace('*', spot)}志愿服务点`,
  hours,
  facilities: six,
  extras: ['first-aid', 'toilet', 'wifi'],
  alsoSome: [],
  partner,
}));

const placesOf = {
  babies: ['商务楼', '购物中心', '产业园', '社区服务中心', '卫生服务中心', '邻里中心', '办公楼', '服务大厅'],
  books: ['商务楼', '产业园', '文化活动中心', '学校', '养护公司', '研发中心'],
  health: ['商务楼', '产业园', '社区卫生服务站'],
  zones: ['商圈', '商务楼', '产业园', '科创园', '楼宇'],
} as const;

export const kinds: readonly Kind[] = [
  {
    key: 'centre',
    category: 'street-centre',
    tier: 2,
    count: 44,
    name: (town) => `${town}职工服务总站`,
    hours: [tables.centre],
    facilities: [...six, 'toilet', 'wifi', 'books', 'first-aid'],
    extras: ['nursing-room', 'fitness', 'training', 'blood-pressure'],
    alsoSome: ['gym', 'library', 'mother-baby'],
    alsoAll: ['shared-home'],
  },
  {
    key: 'zone',
    category: 'zone-station',
    tier: 3,
    count: 103,
    name: (_town, spot, dice) => `${spot}${dice.among(placesOf.zones)}职工服务站`,
    hours: [tables.centre, tables.office, tables.officeNoonBreak],
    facilities: [...six, 'toilet', 'wifi', 'books'],
    extras: ['nursing-room', 'fitness', 'training', 'canteen'],
    alsoSome: ['library', 'mother-baby', 'health-point', 'gym', 'shared-home'],
  },
  {
    key: 'relay',
    category: 'relay',
    tier: 4,
    count: 173,
    name: (town, spot) => `${town}${spot}户外职工爱心接力站`,
    hours: [tables.daytime, tables.summerLonger, tables.noonBreak, tables.longDay, tables.office],
    facilities: six,
    extras: outdoorExtras,
    alsoSome: ['mother-baby', 'library'],
  },
  {
    key: 'home',
    category: 'courier-home',
    tier: 4,
    count: 68,
    name: (town, spot) => `${town}${spot}户外职工驿站`,
    hours: [tables.longDay, tables.summerLonger, tables.noonBreak, tables.dayAndNight, tables.aroundTheClock],
    facilities: [...six, 'first-aid'],
    extras: outdoorExtras,
    alsoSome: ['mother-baby', 'break-room', 'health-point'],
  },
  {
    key: 'petrol',
    category: 'red-petrol',
    tier: 4,
    count: 178,
    name: (town, spot) => `${town}${spot}红色加油站`,
    hours: [tables.aroundTheClockStaffed, tables.aroundTheClockStaffed, tables.shopEarlyToMidnight],
    facilities: [...six, 'toilet'],
    extras: ['first-aid', 'wifi', 'sewing-kit', 'shower'],
    alsoSome: [],
  },
  ...outlets,
  {
    key: 'baby',
    category: 'mother-baby',
    tier: 4,
    count: 790,
    name: (_town, spot, dice) => `${spot}${dice.among(placesOf.babies)}爱心妈咪小屋`,
    hours: [tables.office, tables.office, tables.officeNoonBreak, tables.mall, tables.mall, tables.daytime],
    facilities: ['nursing-room', 'seating', 'water', 'aircon', 'fridge'],
    extras: ['charging', 'microwave', 'first-aid'],
    alsoSome: [],
  },
  {
    key: 'library',
    category: 'library',
    tier: 4,
    count: 101,
    name: (_town, spot, dice) => `${spot}${dice.among(placesOf.books)}职工书屋`,
    hours: [tables.reading, tables.office, tables.daytime],
    facilities: ['books', 'seating', 'aircon', 'water', 'wifi'],
    extras: ['charging', 'toilet'],
    alsoSome: [],
  },
  {
    key: 'health',
    category: 'health-point',
    tier: 4,
    count: 16,
    name: (town, spot, dice) => `${town}${spot}${dice.among(placesOf.health)}健康服务点`,
    hours: [tables.officeNoonBreak],
    facilities: ['blood-pressure', 'first-aid', 'seating', 'aircon', 'water'],
    extras: ['toilet'],
    alsoSome: [],
  },
  {
    key: 'rest',
    category: 'break-room',
    tier: null,
    count: 55,
    name: (_town, spot, dice) => `${spot}${dice.among(['车间', '作业站', '停车场', '项目部', '厂区'])}职工间休息室`,
    hours: [tables.shifts, tables.aroundTheClock, tables.lateShift],
    facilities: ['water', 'fridge', 'microwave', 'seating', 'aircon', 'lockers'],
    extras: ['recliner', 'books', 'fitness', 'shower', 'laundry', 'ice'],
    alsoSome: ['mother-baby', 'gym'],
  },
];
