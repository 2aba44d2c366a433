import type { StationRecord } from '../../cloudfunctions/station/records';
import { StationId, UnionId } from '../../types/ids';
import type { Opening } from '../../types/opening';
import type { EpochMs } from '../../types/time';
import type { Disc } from './areas';
import { dealt, somewhereIn } from './areas';
import type { Dice } from './dice';
import { diceOf } from './dice';
import type { Kind } from './kinds';
import { tables } from './opening-tables';
import { particulars } from './particulars';
import { stationFrom } from './station-draft';
import { readTable } from './table-file';

/** Zhejiang's stations for outdoor workers. Source: S2. */
export const ZHEJIANG_STATIONS = 12_000;

type County = Disc & { readonly id: string; readonly name: string; readonly city: string };

const six = ['aircon', 'fridge', 'water', 'charging', 'seating', 'microwave'] as const;

const kind = (partner: string | null, suffix: string, hours: readonly Opening[]): Kind => ({
  key: 'zj',
  category: 'outdoor-point',
  tier: null,
  count: 0,
  name: (_county, spot) => `${spot}${suffix}`,
  hours,
  facilities: six,
  extras: ['toilet', 'wifi', 'first-aid', 'books', 'recliner'],
  alsoSome: ['mother-baby', 'library', 'driver-home'],
  ...(partner === null ? {} : { partner }),
});

const own = kind(null, '户外劳动者驿站', [tables.longDay, tables.daytime, tables.aroundTheClock, tables.summerLonger]);

/** 98 of 100 are built together with somebody (S2): banks, posts, telephone, power, petrol, lottery, shops, towers. */
const OWN_ONE_IN = 50;
const together = [
  kind('中国银行', '支行服务站点', [tables.branch, tables.branchSaturday]),
  kind('中国邮政', '邮政支局服务站点', [tables.branchSaturday, tables.telephoneShop]),
  kind('中国电信', '爱心翼站', [tables.telephoneShop]),
  kind('国家电网', '供电营业厅服务站点', [tables.office]),
  kind('中国石化', '加油站服务站点', [tables.aroundTheClockStaffed]),
  kind('中国福利彩票', '福彩店服务站点', [tables.daytime]),
  kind('社区超市', '超市服务站点', [tables.shopEarlyToMidnight, tables.mall]),
  kind('中国铁塔', '换电驿站', [tables.aroundTheClock]),
];

const streets = ['城东街道', '城西街道', '城南街道', '城北街道', '经济开发区', '古城街道', '滨江街道', '新城街道'];
/** Every town has a 人民路; most roads are named after something nearby. */
const oldRoads = [
  '人民路',
  '解放路',
  '建设路',
  '中山路',
  '文化路',
  '新华路',
  '环城东路',
  '环城西路',
  '迎宾大道',
  '车站路',
];
const words = [
  '东湖',
  '西溪',
  '南山',
  '北塘',
  '金桥',
  '银杏',
  '云锦',
  '青年',
  '龙泉',
  '凤起',
  '桃源',
  '梅园',
  '兰亭',
  '竹溪',
  '丰收',
  '望江',
];
const ends = ['东路', '西路', '南路', '北路', '街', '巷'];
const roadBy = (dice: Dice): string =>
  dice.oneIn(4) ? dice.among(oldRoads) : `${dice.among(words)}${dice.among(ends)}`;

/**
 * A province of stations for tests and the bench: real counties, everything else made up, streets included. Never in
 * anybody's map.
 */
export function zhejiangRecords(now: EpochMs, count = ZHEJIANG_STATIONS): StationRecord[] {
  const counties = readTable('zhejiang-counties').map((line): County => ({
    id: line('id'),
    name: line('name'),
    city: line('city'),
    longitude: Number(line('lng')),
    latitude: Number(line('lat')),
    radiusM: Number(line('radius_m')),
  }));
  const shares = dealt(count, counties);
  return counties.flatMap((county, place) =>
    Array.from({ length: shares[place] ?? 0 }, (_, nth) => stationIn(county, nth + 1, now)),
  );
}

function stationIn(county: County, nth: number, now: EpochMs): StationRecord {
  const id = StationId.parse(`zj-${county.id}-${nth}`);
  const dice = diceOf(id);
  const which = dice.oneIn(OWN_ONE_IN) ? own : dice.among(together);
  const spot = `${roadBy(dice)}${nth}号`;
  const unionId = UnionId.parse(`zj-${county.id}`);
  return stationFrom(
    {
      _id: id,
      name: which.name(county.name, spot, dice),
      tier: null,
      category: which.category,
      signNo: String(nth),
      city: county.city,
      district: county.name,
      street: dice.among(streets),
      address: spot,
      place: somewhereIn(county, dice),
      unionId,
      offices: [
        { unionId, name: `${county.name}总工会` },
        { unionId: UnionId.parse('zhejiang'), name: '浙江省总工会' },
      ],
      ...particulars(which, dice, now),
    },
    now,
  );
}
