import type { FacilityCode } from '../../types/facility';
import type { Category, Feature } from '../../types/station-kind';

/** What a table calls the kind of a station, by its code. */
const categoryOf: Readonly<Record<string, Category>> = {
  服务中心: 'district-centre',
  服务总站: 'street-centre',
  职工服务站: 'zone-station',
  户外职工爱心接力站: 'relay',
  户外职工驿站: 'courier-home',
  职工书屋: 'library',
  职工间休息室: 'break-room',
  户外劳动者服务站点: 'outdoor-point',
  爱心驿站: 'outdoor-point',
};

export function readCategory(name: string): Category {
  const category = categoryOf[name];
  if (category === undefined) throw new Error(`${name} is no kind of station.`);
  return category;
}

const ownFeatures: Partial<Record<Category, Feature>> = {
  relay: 'relay',
  'courier-home': 'courier-home',
  'red-petrol': 'red-petrol',
  'volunteer-point': 'volunteer-point',
  'mother-baby': 'mother-baby',
  library: 'library',
  'health-point': 'health-point',
  'break-room': 'break-room',
};

/** What every station of a kind is, first of all. */
export function featuresOfKind(category: Category): Feature[] {
  const own = ownFeatures[category];
  return own === undefined ? [] : [own];
}

const featureOf: Readonly<Record<string, Feature>> = {
  '24小时': 'all-day',
  无人值守: 'smart',
  智能门禁: 'smart',
  智能站点: 'smart',
  司机之家: 'driver-home',
  妈咪小屋: 'mother-baby',
  职工书屋: 'library',
  书屋: 'library',
  职工间休息室: 'break-room',
  交通运输行业: 'room-transport',
  能源化学行业: 'room-energy',
  健康服务点: 'health-point',
  健身: 'gym',
  共享站点: 'shared-home',
};

const facilityOf: Readonly<Record<string, FacilityCode>> = {
  图书角: 'books',
  阅读: 'books',
  躺椅: 'recliner',
  健身: 'fitness',
  公厕: 'toilet',
  血压计: 'blood-pressure',
  医药箱: 'first-aid',
  淋浴: 'shower',
  洗衣: 'laundry',
  食堂: 'canteen',
  宿舍: 'dormitory',
  教育培训: 'training',
};

/** Told elsewhere on the station's page: in awards, meals, battery swap, the water quota or its features. */
const toldElsewhere = ['最美站点', '换电', '平价餐', '免费午餐', '扫码取水', '融合型'];

export type Tags = {
  readonly features: readonly Feature[];
  readonly facilities: readonly FacilityCode[];
  /** Tags without a code: people read them as services. */
  readonly services: readonly string[];
};

/** What the tags of a table say in codes. */
export const readTags = (tags: readonly string[]): Tags => ({
  features: tags.flatMap((tag) => featureOf[tag] ?? []),
  facilities: tags.flatMap((tag) => facilityOf[tag] ?? []),
  services: tags.filter(
    (tag) => featureOf[tag] === undefined && facilityOf[tag] === undefined && !toldElsewhere.includes(tag),
  ),
});
