import type { QuotaGroup, RegistrationState } from '../../types/event-kind';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { EventRecord } from './records';

/** The words of a table that staff take away: it is read where no client of ours shows anything. */
export const columnWords = {
  lot: '编号',
  name: '姓名',
  state: '状态',
  people: '人数',
  quota: '名额',
  registeredAt: '报名时间',
  attended: '签到场次',
  children: '同行儿童',
} as const;

export const stateWords = {
  entered: '等待抽签',
  waiting: '候补',
  offered: '待本人确认',
  confirmed: '已报上',
  cancelled: '已取消',
  lapsed: '未报上',
} as const satisfies Record<RegistrationState, string>;

export const quotaWords = {
  anyone: '不限',
  members: '会员',
  'new-employment': '新就业形态劳动者',
  men: '男',
  women: '女',
} as const satisfies Record<QuotaGroup, string>;

export const yesNo = (isYes: boolean): string => (isYes ? '是' : '否');
export const childText = (name: string | null, age: number | null): string =>
  `${name ?? '（已删除）'}${age === null ? '' : `（${age}岁）`}`;

const HOUR_MS = 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-28 14:00`, in Shanghai. */
export function momentText(at: EpochMs): string {
  const minutes = Math.floor((at + 8 * HOUR_MS) / 60_000) % 1_440;
  return `${shanghaiDay(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export type Watermark = {
  readonly title: string;
  readonly by: string;
  readonly office: string;
  readonly agreedBy: string;
  readonly purpose: string;
  readonly exportId: string;
  readonly at: EpochMs;
  readonly withNames: boolean;
  readonly isWhole: boolean;
  readonly count: number;
};

/** What stands above the table, a line each: whoever holds the file reads whose it is and what it is for. */
export const watermarkLines = (mark: Watermark): string[] => [
  '内部资料，不得外传，用完请删除',
  `活动：${mark.title}`,
  `导出人：${mark.by}（${mark.office}），同意人：${mark.agreedBy}`,
  `导出时间：${momentText(mark.at)}，导出编号：${mark.exportId}`,
  `用途：${mark.purpose}`,
  mark.withNames ? '含姓名，已写入每位报名人的“我的数据”' : '姓名已隐去一部分，已写入每位报名人的“我的数据”',
  mark.isWhole ? `共${mark.count}条` : `只含最早报名的${mark.count}条`,
];

/** Letters of the title that a file is named by. */
const TITLE_LETTERS = 20;
/** What one file system or another refuses in a name, and breaks and marks that nobody sees. */
const REFUSED = /[\\/:*?"<>|\p{C}\s]/gu;

/** `报名名单-午间瑜伽-2026-11-28-x7Kq2M.csv`: tells one list from another, and who took one list twice has two files. */
export function exportFileName({ title, startsAt }: Pick<EventRecord, 'title' | 'startsAt'>, random: string): string {
  const short = Array.from(title.replace(REFUSED, '')).slice(0, TITLE_LETTERS).join('');
  // A title of nothing but such characters leaves its place empty.
  const parts = ['报名名单', short, shanghaiDay(startsAt), random.replace(/[^A-Za-z0-9]/g, '').slice(0, 6)];
  return `${parts.filter((part) => part !== '').join('-')}.csv`;
}
