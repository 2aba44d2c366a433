import type { WordsFor } from '@/answer-words';
import { headRefusals } from '../head-words';

const timesWrong = '有的时间排不出来，请查看标出的地方';

export const showRosterRefusals: WordsFor<'duty.showRoster'> = headRefusals;
export const previewRefusals: WordsFor<'duty.previewRoster'> = { ...headRefusals, 'times-wrong': timesWrong };
export const saveRosterRefusals: WordsFor<'duty.saveRoster'> = {
  ...headRefusals,
  'times-wrong': timesWrong,
  'changed-meanwhile': '同事刚刚改过排班，请核对后再存',
};

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export const rosterPhrases = {
  title: '排班规则',
  about: '写好规则，以后四周的班会自动排出来。已经有人领的班不会动。',
  made: (day: string) => `已经排到${day}`,
  rule: (nth: number) => `规则 ${nth}`,
  fresh: '新规则',
  add: '加一条规则',
  remove: '去掉这条规则',
  name: '这一班叫什么',
  nameHint: '如：上午班、张律师工作室',
  weekdays: '哪几天',
  from: '几点开始',
  until: '几点结束',
  untilHint: '比开始早，就是第二天；最长12小时',
  need: (nth: number) => `岗位 ${nth}`,
  addNeed: '加一个岗位',
  removeNeed: '去掉这个岗位',
  role: '做什么',
  count: '要几个人',
  skill: '要会什么',
  noSkill: '不要求',
  standby: '候补几个人',
  standbyHint: '有人来不了时叫他们，没有就填0',
  firstDay: '从哪天开始',
  lastDay: '到哪天为止',
  lastDayHint: '一直排下去就不填',
  skips: '节假日不排',
  skipsAbout: '国家法定节假日自动跳过',
  turns: '谁来轮值',
  turnsHint: '一行写一个，一周一换，如六个工作室轮流坐堂。没有就不填',
  general: '退班和换班',
  release: '开班前多少小时以内不能退',
  releaseHint: '0到168。如20：前一天中午以前可以退早上的班',
  swap: '换班要我同意',
  swapAbout: '不选时，两个人说好就换了',
  noRules: '还没有规则',
  templates: '规则',
  preview: '看看四周会排出什么',
  sum: (shifts: number, places: number, hours: number) =>
    shifts === 0 ? '这样排不出班来，请看看日期和星期' : `四周一共 ${shifts} 班，要 ${places} 人次，共 ${hours} 小时`,
  leftOut: (day: string, holiday: string) => `${day} ${holiday}，不排`,
  overlapping: (one: string, other: string) => `“${one}”和“${other}”在同一时间要同样的岗位，请看看是不是写重了`,
  kept: '有人领的班会照旧，按规则不再有的班，没人领才取消。',
  save: '保存排班',
  ask: (text: string) => ({ title: '按这样排？', text, yes: '保存排班', no: '再看看' }),
  doneTitle: '排班已经存好',
  done: (made: number, changed: number, calledOff: number) =>
    `新排 ${made} 班，改了 ${changed} 班，取消 ${calledOff} 班。`,
  later: (changes: number) => `还有 ${changes} 处改动，几分钟内会自动排好。`,
  keptTitle: '这些班有人领了，照旧不变',
  toBoard: '看值班看板',
  again: '再改一改',
  missing: '请填写这一项',
  weekdaysMissing: '请至少选一天',
  roleTwice: '这个岗位已经写过了，请合在一起',
  tooLong: '一班最长12小时',
  lastDayWrong: '不能早于开始的那天',
} as const;

export const rosterFieldNames = {
  templates: rosterPhrases.templates,
  releaseHours: rosterPhrases.release,
  swapNeedsHead: rosterPhrases.swap,
} as const;
