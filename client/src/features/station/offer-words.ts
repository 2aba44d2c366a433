import type { FacilityCode } from '@contract/facility';
import type { Category, Feature } from '@contract/station-kind';
import type { Award, MealView, Offer } from '@contract/station-view';

/*
 * The names of types/facility.ts and types/station-kind.ts once more: theirs stand beside readers that a phone would
 * have to download. offer-words.test.ts holds the two against each other, but for the space beside a number.
 */

const facilityNames: Readonly<Record<FacilityCode, string>> = {
  aircon: '空调',
  fridge: '冰箱',
  water: '饮水',
  charging: '充电',
  seating: '桌椅',
  microwave: '微波炉',
  toilet: '厕所',
  wifi: 'Wi-Fi',
  'first-aid': '医药箱',
  'sewing-kit': '针线包',
  'blood-pressure': '血压计',
  books: '图书角',
  recliner: '躺椅',
  'nursing-room': '母婴室',
  fitness: '健身角',
  shower: '淋浴',
  laundry: '洗衣',
  lockers: '储物柜',
  ice: '冰块',
  canteen: '食堂',
  dormitory: '宿舍',
  training: '培训室',
};

const featureNames: Readonly<Record<Feature, string>> = {
  relay: '爱心接力站',
  'courier-home': '驿站',
  'red-petrol': '红色加油站',
  'volunteer-point': '志愿服务点',
  'mother-baby': '妈咪小屋',
  library: '职工书屋',
  'health-point': '健康服务点',
  'break-room': '职工间休息室',
  'driver-home': '司机之家',
  gym: '职工健身驿站',
  smart: '智能站点',
  'all-day': '24 小时',
  'shared-home': '共享职工之家',
  meals: '平价餐',
  'battery-swap': '换电',
  'scan-water': '扫码取水',
  finest: '最美站点',
  'room-public': '公共服务休息室',
  'room-building': '建筑施工休息室',
  'room-transport': '交通运输休息室',
  'room-energy': '能源化学休息室',
  'room-making': '生产制作休息室',
};

const categoryNames: Readonly<Record<Category, string>> = {
  relay: '户外职工爱心接力站',
  'courier-home': '户外职工驿站',
  'red-petrol': '红色加油站',
  'volunteer-point': '爱心接力志愿服务点',
  'mother-baby': '爱心妈咪小屋',
  library: '职工书屋',
  'health-point': '健康服务点',
  'district-centre': '区级服务中心',
  'street-centre': '街镇职工服务总站',
  'zone-station': '商圈楼宇园区服务站',
  'break-room': '职工间休息室',
  'outdoor-point': '户外劳动者服务站点',
};

const offerNames: Readonly<Record<Offer, string>> = { ...facilityNames, ...featureNames };

/** In the order of the contract: the six that every station should have come first. */
export const facilityCodes = Object.keys(facilityNames) as readonly FacilityCode[];
export const featureCodes = Object.keys(featureNames) as readonly Feature[];
export const categoryCodes = Object.keys(categoryNames) as readonly Category[];

export const facilityName = (code: FacilityCode): string => facilityNames[code];
export const featureName = (code: Feature): string => featureNames[code];
export const categoryName = (code: Category): string => categoryNames[code];
export const offerName = (offer: Offer): string => offerNames[offer];

/** `微波炉、冰箱坏了`; null when everything works. */
export const brokenWords = (broken: readonly FacilityCode[]): string | null =>
  broken.length === 0 ? null : `${broken.map(facilityName).join('、')}坏了`;

/** `NO.99`, as the green sign has it; null where there is none. */
export const signWords = (signNo: string | null): string | null => (signNo === null ? null : `NO.${signNo}`);

/** `自助午餐 10 元，现在供应`, `爱心餐 免费，周一至周五 11:00-13:00，现在不供应` */
export function mealWords({ name, priceYuan, hours, servedNow }: MealView): string {
  const price = priceYuan === 0 ? '免费' : `${priceYuan} 元`;
  const served = servedNow === true ? '现在供应' : hours;
  const not = servedNow === false ? '现在不供应' : '';
  return [`${name} ${price}`, served, not].filter(Boolean).join('，');
}

/** `最美驿站 2023年 全国`: of a station among the finest, when and by whom it was named so. */
export const finestWords = (finest: Award | null): string | null =>
  finest === null ? null : `${finest.name} ${finest.year}年 ${awardLevelWords[finest.level]}`;

export const awardLevelWords: Readonly<Record<Award['level'], string>> = {
  national: '全国',
  provincial: '省级',
  city: '市级',
  district: '区级',
};

/** `换电 中国铁塔` */
export const swapWords = (operator: string | null): string | null => (operator === null ? null : `换电 ${operator}`);
