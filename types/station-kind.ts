import * as z from 'zod/mini';

/**
 * The one counting category of a station. Only the first seven are counted in Pudong's published 1,782
 * (S0: 173 + 68 + 178 + 456 + 790 + 101 + 16); `outdoor` are the four of the 875 outdoor points.
 */
export const categories = [
  { code: 'relay', name: '户外职工爱心接力站', outdoor: true },
  { code: 'courier-home', name: '户外职工驿站', outdoor: true },
  { code: 'red-petrol', name: '红色加油站', outdoor: true },
  { code: 'volunteer-point', name: '爱心接力志愿服务点', outdoor: true },
  { code: 'mother-baby', name: '爱心妈咪小屋', outdoor: false },
  { code: 'library', name: '职工书屋', outdoor: false },
  { code: 'health-point', name: '健康服务点', outdoor: false },
  { code: 'district-centre', name: '区级服务中心', outdoor: false },
  { code: 'street-centre', name: '街镇职工服务总站', outdoor: false },
  { code: 'zone-station', name: '商圈楼宇园区服务站', outdoor: false },
  { code: 'break-room', name: '职工间休息室', outdoor: false },
  { code: 'outdoor-point', name: '户外劳动者服务站点', outdoor: true },
] as const;

export type Category = (typeof categories)[number]['code'];
export const Category = z.enum(categories.map(({ code }) => code) as [Category, ...Category[]]);

/**
 * What else a station is: as many as are true. A 融合型 station is found under each and counted once, by category.
 */
export const features = [
  { code: 'relay', name: '爱心接力站' },
  { code: 'courier-home', name: '驿站' },
  { code: 'red-petrol', name: '红色加油站' },
  { code: 'volunteer-point', name: '志愿服务点' },
  { code: 'mother-baby', name: '妈咪小屋' },
  { code: 'library', name: '职工书屋' },
  { code: 'health-point', name: '健康服务点' },
  { code: 'break-room', name: '职工间休息室' },
  { code: 'driver-home', name: '司机之家' },
  { code: 'gym', name: '职工健身驿站' },
  { code: 'smart', name: '智能站点' },
  { code: 'all-day', name: '24小时' },
  { code: 'shared-home', name: '共享职工之家' },
  { code: 'meals', name: '平价餐' },
  { code: 'battery-swap', name: '换电' },
  { code: 'scan-water', name: '扫码取水' },
  { code: 'finest', name: '最美站点' },
  // Of a break room, for whose work it was made (S1: five industries in 2025).
  { code: 'room-public', name: '公共服务休息室' },
  { code: 'room-building', name: '建筑施工休息室' },
  { code: 'room-transport', name: '交通运输休息室' },
  { code: 'room-energy', name: '能源化学休息室' },
  { code: 'room-making', name: '生产制作休息室' },
] as const;

export type Feature = (typeof features)[number]['code'];
export const Feature = z.enum(features.map(({ code }) => code) as [Feature, ...Feature[]]);

/** The industry that a break room is listed under; `other` where nobody said. */
export const RoomIndustry = z.enum([
  'room-public',
  'room-building',
  'room-transport',
  'room-energy',
  'room-making',
  'other',
]);
export type RoomIndustry = z.infer<typeof RoomIndustry>;

/** Four tiers (1/44/103/1782 in Pudong); null for programmes outside of them, e.g. break rooms. */
export const Tier = z.nullable(z.int().check(z.minimum(1), z.maximum(4)));
export type Tier = z.infer<typeof Tier>;
