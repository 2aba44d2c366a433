import type { UnionLevel } from '@contract/union';

export const levelNames = {
  district: '区级工会',
  street: '街镇工会',
  federation: '行业工会联合会',
  grassroots: '单位工会',
} as const satisfies Record<UnionLevel, string>;

export const finderWords = {
  hint: '输入街道、镇或单位名称中的几个字',
  found: '查到的工会',
  none: '没有查到这家工会',
  noneAbout: '请换几个字再试，或者删去输入的字，从全部工会中选择。',
} as const;
