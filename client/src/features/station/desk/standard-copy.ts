import type { standards } from '@contract/standard';
import type { WordsFor } from '@/answer-words';
import { closureWords } from './desk-refusals';

type Standard = (typeof standards)[number];

/** Each standard and each of its items, as its own papers word them. */
export const standardWords = {
  'acftu-6': {
    name: '全总“六有”',
    items: {
      name: '统一的标识名称',
      layout: '合理的站点布局',
      facilities: '健全的服务设施',
      functions: '完善的服务功能',
      rules: '规范的制度管理',
      map: '地图的查询功能',
    },
  },
  'zhejiang-8': {
    name: '浙江“八有”',
    items: {
      name: '有标识名称',
      place: '有服务场地',
      facilities: '有服务设施',
      functions: '有服务功能',
      rules: '有管理制度',
      map: '有线上地图',
      publicity: '有宣传教育',
      activities: '有暖心活动',
    },
  },
} as const satisfies {
  [S in Standard as S['code']]: { name: string; items: Record<S['items'][number]['code'], string> };
};

export const itemWords = (standard: Standard['code'], code: string): string =>
  (standardWords[standard].items as Readonly<Record<string, string>>)[code] ?? code;

export const assessWords = {
  'station-not-found': closureWords['station-not-found'],
  'outside-your-unions': closureWords['outside-your-unions'],
  'changed-meanwhile': closureWords['changed-meanwhile'],
  'not-allowed': '自评由站长或工会干事填写，请联系站长',
} as const satisfies WordsFor<'station.assess'>;

export const standardText = {
  title: '达标自评',
  score: (met: number, all: number) => `符合 ${met} 项，共 ${all} 项`,
  open: (items: string) => `还差：${items}`,
  complete: '全部符合',
  start: '自评',
  tick: '符合的请勾选',
  known: '服务设施和线上地图由站点资料自动判断',
  save: '保存自评',
  back: '先不改',
  done: '自评已保存',
} as const;
