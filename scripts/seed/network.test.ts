import { ArticleRecord } from '../../cloudfunctions/station/article-records';
import { ArticleDraft } from '../../types/article';
import { RoomIndustry } from '../../types/station-kind';
import { articleRecords } from './articles';
import { StationRecord } from '../../cloudfunctions/station/records';
import { parseHours } from '../../cloudfunctions/station/hours-text';
import { placeOf } from '../../cloudfunctions/station/place';
import { StationUse, Stock } from '../../cloudfunctions/station/visit-records';
import { StationForm } from '../../types/station-form';
import { EpochMs } from '../../types/time';
import { unionRecords } from './directory';
import { networkRecords, PUDONG } from './network';
import { stationRecords } from './real-stations';
import { stockRecords, countedMonths } from './use';
import { zhejiangRecords } from './zhejiang';

const now = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));
const all = networkRecords(now);
const pudong = all.filter(({ district }) => district === PUDONG);
const counted = (meets: (station: StationRecord) => boolean): number => pudong.filter(meets).length;
const ofCategory = (wanted: string): number => counted(({ category }) => category === wanted);
const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
};

describe('the network that a fresh start holds', () => {
  it.each([
    [1, 1],
    [2, 44],
    [3, 103],
    [4, 1_782],
  ])('has in tier %i the %i stations that Pudong published', (tier, count) => {
    expect(counted((station) => station.tier === tier)).toBe(count);
  });

  it('has 875 outdoor points: 173 relay stations, 68 courier homes, 178 petrol stations, 456 volunteer points', () => {
    const outdoor = ['relay', 'courier-home', 'red-petrol', 'volunteer-point'].map(ofCategory);
    expect(outdoor).toEqual([173, 68, 178, 456]);
    expect(counted(({ figures }) => figures.includes(`${PUDONG}|outdoor`))).toBe(875);
  });

  it('has 1,782 stations of tier 4 with 790 mother-and-baby rooms, 101 libraries and 16 health points', () => {
    expect(['mother-baby', 'library', 'health-point'].map(ofCategory)).toEqual([790, 101, 16]);
    expect(875 + 790 + 101 + 16).toBe(counted(({ tier }) => tier === 4));
  });

  it.each([
    ['全家', 378],
    ['中国电信', 44],
    ['中国银行', 34],
  ])('has the outlets of %s, %i of the 456 volunteer points, under agreements with dates', (partner, count) => {
    const outlets = pudong.filter((station) => station.outlet?.partner === partner);
    expect(outlets).toHaveLength(count);
    expect(outlets.every(({ category }) => category === 'volunteer-point')).toBe(true);
    expect(outlets.every(({ outlet }) => outlet?.agreedUntil !== null)).toBe(true);
  });

  it('lists its break rooms under five industries, each room under one, and no two rooms have the same words', () => {
    const rooms = pudong.filter(({ category }) => category === 'break-room');
    const listedIn = (industry: string) =>
      rooms.filter(({ figures }) => figures.includes(`${PUDONG}|industry:${industry}`)).length;
    const counts = RoomIndustry.options.map(listedIn);
    expect(counts.reduce((total, count) => total + count, 0)).toBe(rooms.length);
    expect(counts.slice(0, -1).every((count) => count >= 10)).toBe(true);
    expect(listedIn('other')).toBe(0);
    expect(new Set(rooms.map(({ notice }) => notice)).size).toBe(rooms.length);
  });

  it('has 55 break rooms outside of the tiers, with words of their own', () => {
    const rooms = pudong.filter(({ category }) => category === 'break-room');
    expect(rooms).toHaveLength(55);
    expect(rooms.every(({ tier, notice }) => tier === null && notice !== null)).toBe(true);
  });

  it('has a centre in each of the 44 streets, towns and zones', () => {
    const homes = pudong.filter(({ tier }) => tier === 2).map(({ unionId }) => unionId);
    const streets = unionRecords().filter(({ level }) => level === 'street');
    expect(homes.sort()).toEqual(streets.map(({ _id }) => _id).sort());
  });

  it('hangs every station below exactly one of the tier above', () => {
    const tierOf = new Map(all.map(({ _id, tier }) => [_id, tier]));
    const wrong = all.filter(({ tier, parentId }) =>
      tier === null || tier === 1 ? parentId !== null : parentId === null || tierOf.get(parentId) !== tier - 1,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('gives the outdoor points the green signs 1 to 875, and NO.99 to the one in the text', () => {
    const numbers = pudong.flatMap(({ signNo }) => (signNo === null ? [] : [Number(signNo)]));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 875 }, (_, nth) => nth + 1));
    const [ninetyNine] = pudong.filter(({ signNo }) => signNo === '99');
    expect(ninetyNine?.name).toBe('金桥镇户外职工爱心接力站');
  });

  it('gives no two stations one id, name, sign key or door code', () => {
    expect(repeated(all.map(({ _id }) => _id))).toEqual([]);
    expect(repeated(all.map(({ name }) => name))).toEqual([]);
    expect(repeated(all.map(({ signKey }) => signKey))).toEqual([]);
    expect(repeated(all.map(({ doorCode }) => doorCode))).toEqual([]);
  });

  it('lies within the bounds of Pudong', () => {
    const outside = pudong.filter(({ place }) => {
      const { longitude, latitude } = place === null ? { longitude: 0, latitude: 0 } : placeOf(place);
      return longitude < 121.45 || longitude > 121.94 || latitude < 30.86 || latitude > 31.37;
    });
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('is made of records as the database expects them, and of forms that a clerk could save as they are', () => {
    for (const record of all) {
      expect(StationRecord.parse(record)).toEqual(record);
      StationForm.parse({ ...record, place: record.place === null ? null : placeOf(record.place) });
    }
  });

  it('is the same whenever it is made for the same instant', () => {
    expect(networkRecords(now)).toEqual(all);
  });

  it('has a few stations with something broken, closed by notice, or with hours that nobody told', () => {
    expect(counted(({ broken }) => broken.length > 0)).toBeGreaterThan(60);
    expect(counted(({ broken }) => broken.length > 0)).toBeLessThan(160);
    expect(counted(({ closure }) => closure !== null)).toBeGreaterThan(2);
    expect(counted(({ opening }) => opening.sessions.length === 0)).toBeGreaterThan(10);
  });
});

describe('what the unions of a fresh start have published', () => {
  it('is made of articles as the database expects them, of drafts that a clerk could publish, about stations that exist', () => {
    const names = new Map(all.map(({ _id, name }) => [_id as string, name]));
    for (const article of articleRecords(now)) {
      expect(ArticleRecord.parse(article)).toEqual(article);
      ArticleDraft.parse({ ...article, lastDay: null });
      if (article.station !== null) expect(article.station.name).toBe(names.get(article.station.stationId));
    }
    expect(articleRecords(now).some(({ title }) => title.includes('新七条'))).toBe(true);
  });
});

describe('the use that a fresh start holds', () => {
  const use = countedMonths(all, now);
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);

  it('adds up by day, by occupation and by what was shown, and knows no visitor', () => {
    expect(use.length).toBeGreaterThan(30);
    for (const month of use) {
      expect(StationUse.parse(month)).toEqual(month);
      expect([month.days, month.groups, month.evidence].map(sum)).toEqual([month.visits, month.visits, month.visits]);
      expect(month.visitors).toEqual({});
    }
  });

  it('counts nothing today or later', () => {
    const days = use.flatMap(({ month, days }) => Object.keys(days).map((day) => `${month}-${day}`));
    expect(days.sort().at(-1)).toBe('2026-11-22');
  });

  it('puts bottles on every shelf from which people take water by scan', () => {
    const shelves = stockRecords(all);
    expect(shelves.map(({ _id }) => _id)).toContain('jinqiaozhenhuwaizhigongaixinjielizhan');
    for (const shelf of shelves) expect(Stock.parse(shelf)).toEqual(shelf);
  });
});

describe('the stations that the texts name', () => {
  const named = stationRecords(now);
  const station = (id: string): StationRecord => {
    const found = named.find(({ _id }) => _id === id);
    if (found === undefined) throw new Error(`${id} is not among them.`);
    return found;
  };

  it('keeps of Pudong’s two break rooms that they are in no tier', () => {
    expect(named.filter(({ category }) => category === 'break-room').map(({ tier }) => tier)).toEqual([null, null]);
  });

  it('finds 鹏海 as courier home, mother-and-baby room and break room', () => {
    expect(station('beicaizhenpenghaihuwaizhigongyizhan').offers).toEqual(
      expect.arrayContaining(['courier-home', 'mother-baby', 'break-room']),
    );
    expect(station('beicaizhenpenghaihuwaizhigongyizhan').zones).toHaveLength(6);
  });

  it('says of NO.99 that it is among the finest and gives two bottles by scan', () => {
    const ninetyNine = station('jinqiaozhenhuwaizhigongaixinjielizhan');
    expect(ninetyNine.offers).toEqual(expect.arrayContaining(['finest', 'scan-water', 'recliner']));
    expect(ninetyNine.waterQuota).toBe(2);
  });

  it('says of WE来坊 that it is open around the clock behind a door that opens by code', () => {
    const { offers, doorId } = station('weifangjiedaowelaifangzhinengyizhan');
    expect(offers).toEqual(expect.arrayContaining(['smart', 'all-day']));
    expect(doorId).not.toBeNull();
  });

  it('names the price of lunch at 昌邑路699号, and the hundred slots of 诺巢', () => {
    expect(station('lujiazuijiedaozhigongfuwuzhan').meals).toMatchObject([{ priceYuan: 18 }]);
    expect(station('nuochaoaixinyizhan').swap).toEqual({ operator: '中国铁塔', slots: 100 });
  });

  it('tells when each meal is served, in the notation of hours', () => {
    const meals = all.flatMap(({ meals }) => meals);
    expect(meals.length).toBeGreaterThan(4);
    expect(meals.filter(({ hours }) => !parseHours(hours).ok)).toEqual([]);
  });

  it('puts Zhejiang’s below Zhejiang’s unions, so that nobody in Pudong may change them', () => {
    const others = named.filter(({ district }) => district !== PUDONG);
    expect(others).toHaveLength(10);
    expect(others.every(({ scope }) => scope.includes('zhejiang' as never) && !scope.includes('pudong' as never))).toBe(
      true,
    );
  });
});

describe('the province that the bench measures on', () => {
  const province = zhejiangRecords(now);

  it('has 12,000 stations with signs of their own in each county', () => {
    expect(province).toHaveLength(12_000);
    expect(new Set(province.map(({ signKey }) => signKey)).size).toBe(12_000);
    expect(new Set(province.map(({ doorCode }) => doorCode)).size).toBe(12_000);
    expect(new Set(province.map(({ district }) => district)).size).toBe(90);
  });

  it('is made of records as the database expects them', () => {
    for (const record of province.slice(0, 500)) expect(StationRecord.parse(record)).toEqual(record);
  });
});
