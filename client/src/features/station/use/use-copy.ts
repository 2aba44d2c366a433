import type { Evidence } from '@contract/evidence';
import type { WordsFor } from '@/answer-words';
import { grouped } from '../grouped';

export const useReportWords = {
  'station-not-found': '没有找到这个站点，可能已经撤销',
  'outside-your-unions': '这个站点不在您负责的工会范围内',
  'not-allowed': '统计供站长和工会干事查看。您没有这项权限，或者任期已满；需要开通请联系所在工会',
} as const satisfies WordsFor<'station.useReport'>;

/** How a visit was shown, in a few words. */
export const evidenceWords = {
  'rotating-code': '扫当班码',
  card: '出示会员卡',
  'code-and-near': '扫门口的码，并在附近',
  'door-code': '扫门口的码',
  near: '在附近，没有扫码',
} as const satisfies Record<Evidence, string>;

export const reportText = {
  title: '使用统计',
  month: '月份',
  all: '全部站点',
  station: '看哪些站点',
  choose: '只看一个站点',
  change: '换一个站点',
  search: '查找站点',
  searchHint: '名称、街镇或绿标编号中的几个字',
  none: '没有找到这样的站点',
  visited: '有到访的站点',
  of: (stations: number) => `${grouped(stations)} 个`,
  visits: '到访',
  visitCount: (visits: number) => `${grouped(visits)} 人次`,
  bottles: '取水',
  bottleCount: (bottles: number) => `${grouped(bottles)} 瓶`,
  days: '每天到访人次',
  groups: '来访的人',
  groupsAbout:
    '本人愿意说职业时才记，只记人数，不记姓名。少于 5 人次的不显示，免得认出是谁；全部站点的合计也不含它们，所以加起来会比总人次少。',
  group: '职业',
  hidden: '少于 5 人次，不显示',
  unsaid: '没有说',
  evidence: '怎样打的卡',
  nothing: '这个月还没有到访',
  nothingAbout: '来访的人扫码打卡以后，这里会有统计。',
  print: '打印',
} as const;
