import * as z from 'zod/mini';

/**
 * One code list for what people do, mapped to the lists that unions publish.
 *
 * - `eight`: 八大群体, ACFTU's 2018 campaign. - `newForm`: 新就业形态, ACFTU's 2021 focus groups and the eight ministries' list.
 * - `pudong`: the six groups on Pudong's station signs. - `zhejiang`: the nine groups Zhejiang's stations name.
 */
export const occupations = [
  { code: 'food-delivery', name: '网约送餐员（外卖骑手）', eight: true, newForm: true, pudong: true, zhejiang: true },
  { code: 'courier', name: '快递员', eight: true, newForm: true, pudong: true, zhejiang: true },
  { code: 'ride-hailing', name: '网约车司机', eight: false, newForm: true, pudong: false, zhejiang: true },
  { code: 'truck-driver', name: '货车司机', eight: true, newForm: true, pudong: false, zhejiang: false },
  { code: 'taxi-driver', name: '出租车司机', eight: false, newForm: false, pudong: true, zhejiang: true },
  { code: 'sanitation', name: '环卫工', eight: false, newForm: false, pudong: true, zhejiang: true },
  { code: 'gardening', name: '市政园林养护工', eight: false, newForm: false, pudong: false, zhejiang: true },
  { code: 'domestic', name: '家政服务员', eight: true, newForm: false, pudong: false, zhejiang: false },
  { code: 'care', name: '护工护理员', eight: true, newForm: false, pudong: false, zhejiang: false },
  { code: 'security-guard', name: '保安员', eight: true, newForm: false, pudong: false, zhejiang: false },
  { code: 'estate-agent', name: '房产中介员', eight: true, newForm: false, pudong: false, zhejiang: false },
  { code: 'mall-information', name: '商场信息员', eight: true, newForm: false, pudong: false, zhejiang: false },
  { code: 'live-streaming', name: '互联网营销师（主播）', eight: false, newForm: true, pudong: false, zhejiang: false },
  { code: 'auxiliary-police', name: '协警员', eight: false, newForm: false, pudong: true, zhejiang: true },
  { code: 'traffic-auxiliary', name: '交警辅助员', eight: false, newForm: false, pudong: true, zhejiang: true },
  { code: 'parking-attendant', name: '道路停车收费员', eight: false, newForm: false, pudong: false, zhejiang: true },
  { code: 'construction', name: '建筑工人', eight: false, newForm: false, pudong: false, zhejiang: false },
  { code: 'employee', name: '企事业单位职工', eight: false, newForm: false, pudong: false, zhejiang: false },
  { code: 'other', name: '其他', eight: false, newForm: false, pudong: false, zhejiang: false },
] as const;

export type Occupation = (typeof occupations)[number]['code'];
export const Occupation = z.enum(occupations.map((occupation) => occupation.code) as [Occupation, ...Occupation[]]);

/** Eight ministries' guidance of 2021: three ways to stand with the platform or the firm. Optional to state. */
export const WorkRelation = z.enum(['employed', 'platform-managed', 'self-employed']);
export type WorkRelation = z.infer<typeof WorkRelation>;
