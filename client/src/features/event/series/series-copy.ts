import type { SeriesForm, SeriesRule } from '@contract/event-series';
import type { WordsFor } from '@/answer-words';
import { formRefusals } from '../form/form-copy';
import { fieldNames } from '../form/form-names';
import { organisersOnly, outsideYours } from '../staff-words';

const gone = {
  'series-not-found': '没有找到这个系列，可能已经结束',
  'outside-your-unions': outsideYours,
  'not-allowed': organisersOnly,
} as const;

export const showSeriesWords = gone satisfies WordsFor<'event.showSeriesForm'>;
export const saveSeriesWords = {
  ...formRefusals,
  'series-not-found': gone['series-not-found'],
} as const satisfies WordsFor<'event.saveSeries'>;
export const endSeriesWords = {
  ...gone,
  'changed-meanwhile': '同事刚刚修改过这个系列，请重新打开这一页再办',
} as const satisfies WordsFor<'event.endSeries'>;

export const seriesFieldNames = {
  name: '系列名称',
  unionId: fieldNames.unionId,
  stationId: fieldNames.stationId,
  zoneId: fieldNames.zoneId,
  rule: '什么时候办',
  turns: '每次办什么',
  opensDaysBefore: '提前几天开放报名',
  closesMinutesBefore: '开始前多少分钟截止报名',
  audience: fieldNames.audience,
  quotas: '每次的名额',
  family: fieldNames.family,
  fields: fieldNames.fields,
  walkIns: fieldNames.walkIns,
  fee: fieldNames.fee,
  programme: fieldNames.programme,
  contact: fieldNames.contact,
} as const satisfies Record<keyof SeriesForm, string>;

export const everyNames = {
  day: '每天',
  week: '每周',
  month: '每月',
} as const satisfies Record<SeriesRule['every'], string>;

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const nthNames = ['第一个', '第二个', '第三个', '第四个', '最后一个'] as const;

export const seriesText = {
  newTitle: '新建系列活动',
  editTitle: '修改系列活动',
  nameHint: '例如：每天1个小时、午间一小时',
  every: '多久一次',
  weekdays: '哪几天',
  weekdaysAll: '一个都不选，就是每天',
  weekdaysMissing: '请至少选一天',
  nth: '第几个',
  from: '开始时间',
  until: '结束时间',
  firstDay: '从哪天开始',
  lastDay: '到哪天为止',
  lastDayHint: '会提前28天陆续排出来',
  dayMissing: '请选择日期',
  timeMissing: '请选择时间',
  order: '结束要晚于开始',
  dayOrder: '最后一天不能早于第一天',
  skips: '跳过节假日',
  skipsAbout: '按国务院公布的放假安排',
  skipsWords: '跳过节假日',
  ruleWords: (when: string, hours: string) => `${when} ${hours}`,
  preview: '看看是哪些天',
  previewTitle: (days: number) => `一共 ${days} 天`,
  previewNone: '这样没有一天会办，请修改。',
  previewMore: (days: number) => `还有 ${days} 天，到时候陆续排出来`,
  leftOut: (day: string, holiday: string) => `${day} ${holiday}，不办`,
  on: (day: string, title: string) => [day, title].filter(Boolean).join('，'),
  turn: (nth: number) => `第 ${nth} 样`,
  turnsAbout: '写几样就轮着办：第一天办第一样，轮完再从头来。',
  addTurn: '再加一样',
  removeTurn: '删去这一样',
  opensHint: '早上8点开放；填0就是当天',
  closesWrong: '截止报名不能晚于活动开始',
  closesHint: '120就是开始前2小时',
  opens: (days: string) => `提前${days}天开放`,
  closes: (minutes: string) =>
    Number(minutes) > 0 && Number(minutes) % 60 === 0
      ? `开始前${Number(minutes) / 60}小时截止`
      : `开始前${minutes}分钟截止`,
  fromDay: '从哪天起生效',
  fromDayHint: '这一天以前的不变；已经有人报名的，时间和内容保持原样',
  sections: { basic: '名称和时间', turns: '每次办什么' },
  publish: '发布系列活动',
  save: '保存修改',
  publishAsk: (rule: string) => ({
    title: '发布这个系列？',
    text: `${rule}。近28天的活动会马上发布，大家可以报名。`,
    yes: '发布系列活动',
    no: '再看看',
  }),
  saveAsk: (day: string) => ({
    title: '保存修改？',
    text: `${day}起的活动会照新的办；单独改过的和已经有人报名的不变。`,
    yes: '保存修改',
    no: '再看看',
  }),
  done: '系列活动已保存',
  made: (count: number) => `新排 ${count} 场`,
  changed: (count: number) => `改了 ${count} 场`,
  later: '再往后的会提前28天陆续排出来。',
  roomTaken: '房间已被占用，没有排的日期',
  keptDays: '已经有人报名，保持原样的日期',
  toEvents: '去活动管理',
  events: '已经排出来的',
  attendance: '全年出勤',
  attendanceAbout: '每个人一年来了几次',
  end: '结束这个系列',
  endAbout: '不再排新的日期。已经发布的活动照常，要取消请逐个办。',
  endAsk: {
    title: '结束这个系列？',
    text: '以后不再排新的日期。已经发布的活动照常举办。',
    yes: '结束系列',
    no: '继续办',
  },
  ended: '系列已结束，不再排新的日期',
} as const;
