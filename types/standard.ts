import * as z from 'zod/mini';
import { EpochMs } from './time';

/**
 * Standards that stations are held to, as data: provinces word them differently, and a new version is a new row.
 *
 * - `acftu-6`: the union federation's 六有, as Guizhou printed it in 2022. - `zhejiang-8`: Zhejiang's 八有 (S2).
 * `known` is what the station's own record tells; it needs no tick of staff.
 */
export const standards = [
  {
    code: 'acftu-6',
    name: '全总“六有”',
    items: [
      { code: 'name', text: '统一的标识名称', known: null },
      { code: 'layout', text: '合理的站点布局', known: null },
      { code: 'facilities', text: '健全的服务设施', known: 'six-facilities' },
      { code: 'functions', text: '完善的服务功能', known: null },
      { code: 'rules', text: '规范的制度管理', known: null },
      { code: 'map', text: '地图的查询功能', known: 'on-the-map' },
    ],
  },
  {
    code: 'zhejiang-8',
    name: '浙江“八有”',
    items: [
      { code: 'name', text: '有标识名称', known: null },
      { code: 'place', text: '有服务场地', known: null },
      { code: 'facilities', text: '有服务设施', known: 'six-facilities' },
      { code: 'functions', text: '有服务功能', known: null },
      { code: 'rules', text: '有管理制度', known: null },
      { code: 'map', text: '有线上地图', known: 'on-the-map' },
      { code: 'publicity', text: '有宣传教育', known: null },
      { code: 'activities', text: '有暖心活动', known: null },
    ],
  },
] as const;

export type StandardCode = (typeof standards)[number]['code'];
export const StandardCode = z.enum(standards.map(({ code }) => code) as [StandardCode, ...StandardCode[]]);

/** What staff ticked, when, and who. */
export const Assessment = z.object({
  standard: StandardCode,
  met: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20)),
  at: EpochMs,
  by: z.string(),
});
export type Assessment = z.infer<typeof Assessment>;

/** How a station stands against a standard: `met` of `items`, and those still open. */
export const StandardScore = z.object({
  standard: StandardCode,
  items: z.array(z.object({ code: z.string(), met: z.boolean(), isKnown: z.boolean() })),
  met: z.int(),
  /** Null where nobody assessed it yet. */
  assessedAt: z.nullable(EpochMs),
  assessedBy: z.nullable(z.string()),
});
export type StandardScore = z.infer<typeof StandardScore>;
