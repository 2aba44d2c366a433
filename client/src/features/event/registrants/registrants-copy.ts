import type { RegistrationState } from '@contract/event-kind';
import type { WordsFor } from '@/answer-words';
import { eventGone, organisersOnly, outsideYours } from '../staff-words';

const gone = {
  'event-not-found': eventGone,
  'outside-your-unions': outsideYours,
  'not-allowed': organisersOnly,
} as const;

export const listWords = gone satisfies WordsFor<'event.listRegistrants'>;

export const revealWords = {
  ...gone,
  'not-registered': '这份报名已经删除，请刷新名单',
} as const satisfies WordsFor<'event.reveal'>;

export const excuseWords = {
  ...gone,
  'not-registered': '这份报名已经删除，请刷新名单',
  'nothing-to-excuse': '这条说明已经由同事答复，请刷新名单',
} as const satisfies WordsFor<'event.decideExcuse'>;

/** Those that are worth a list of their own, as staff would ask for them. */
export const filterNames = {
  confirmed: '已报上名',
  offered: '等本人确认',
  waiting: '候补',
  entered: '等待抽签',
  cancelled: '已取消',
  lapsed: '没有轮到',
} as const satisfies Record<RegistrationState, string>;

export const registrantsText = {
  title: '报名名单',
  toEvents: '活动管理',
  about: '姓名默认隐去。查看姓名要写用途，本人看得到谁看过、为什么看。',
  filters: '看哪些报名',
  all: '全部',
  none: '还没有人报名',
  noneAbout: '有人报名以后，会出现在这里。',
  noneSuch: '没有这样的报名',
  lot: (lot: string) => `报名号 ${lot.slice(0, 4)} ${lot.slice(4)}`,
  people: (people: number) => (people === 1 ? '1 人' : `${people} 人，一位大人带 ${people - 1} 个孩子`),
  registered: (when: string) => `${when} 报名`,
  attended: (times: number, sessions: number) => (sessions > 1 ? `签到 ${times} 次` : '已签到'),
  missed: { counts: '没有来，记一次', 'excuse-waits': '没有来，说明等答复', excused: '没有来，已谅解' },
  yes: '是',
  no: '否',
  answer: (label: string, text: string) => `${label}：${text}`,
  sensitive: '还有敏感信息，写明用途后可以看',
  open: '查看姓名',
  purpose: '用途',
  purposeHint: '例如：联系改时间。本人看得到',
  purposeMissing: '请写明用途，至少2个字',
  reveal: '查看',
  stay: '先不看',
  hide: '隐去',
  hides: '一分钟后自动隐去',
  name: '姓名',
  child: (nth: number) => `孩子 ${nth}`,
  childLine: (name: string, age: string) => `${name}，${age}`,
  age: (age: number) => `${age} 岁`,
  gone: '已按期删除',
  excuse: '没来的说明',
  reasons: { ill: '生病', work: '临时上班', family: '家里有事', weather: '天气', other: '其他' } as Readonly<
    Record<string, string>
  >,
  agree: '谅解，不计',
  decline: '仍计一次',
  declineAsk: {
    title: '这次仍计一次没有来？',
    text: '60天里满两次的人，一次只能报一个活动。不影响驿站、饮水和帮扶。',
    yes: '仍计一次',
    no: '再看看',
  },
  agreed: '已答复：谅解，不计',
  declined: '已答复：仍计一次',
} as const;
