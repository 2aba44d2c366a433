import type { WordsFor } from '@/answer-words';
import { eventGone, hostsOnly, outsideYours } from '../staff-words';

const door = {
  'event-not-found': eventGone,
  'outside-your-unions': outsideYours,
  'not-allowed': hostsOnly,
} as const;

export const hostCodesWords = {
  ...door,
  'sign-in-needed': '请先登录，再主持签到',
  'not-now': '现在不是这个活动的签到时间，开始前1小时起可以签到',
} as const satisfies WordsFor<'event.showHostCodes'>;

export const admitWords = {
  ...door,
  'code-unreadable':
    '认不出这个码。请对方打开“我的活动”里的入场码，核对下面全部的字母和数字后再试；报名号不能代替入场码',
  'other-event': '这是另一个活动的入场码，请对方找到本场活动的入场码',
  'no-place': '这位报名人现在没有名额：可能还在候补、已经取消，或过时没有确认',
  'not-now': '记下的时间不在活动的签到时间里',
} as const satisfies WordsFor<'event.admitGuest'>;

export const walkInWords = {
  ...door,
  'not-now': '记下的时间不在活动的签到时间里',
  'no-walk-ins': '这个活动要先报名，不能直接来，请对方先报名',
  'none-counted': '直接来的人数已经是0，不能再减',
} as const satisfies WordsFor<'event.countWalkIn'>;

export const hostText = {
  title: '主持签到',
  codeAbout: '请来的人用“工会驿站”小程序首页的“扫码打卡”扫一扫',
  qr: '签到二维码',
  over: '签到码用完了',
  overAbout: '连上网络就会有新的码。来的人可以把入场码给您扫，会先记在手机里。',
  again: '再取一次新码',
  noCode: '还没有取到签到码',
  counts: (present: number, expected: number) =>
    expected === 0 ? `已签到 ${present} 人` : `已签到 ${present} 人，应到 ${expected} 人`,
  countsAbout: '这是已经上传的人数',
  guest: '给来的人签到',
  guestAbout: '扫对方手机上的入场码。没有网络也能扫，会先记在这部手机里。',
  scan: '扫入场码',
  code: '入场码',
  codeHint: '对方“我的活动”里，入场码下面的字母和数字，可以请对方念。只有报名号不够',
  codeMissing: '请输入对方入场码下面的字母和数字',
  check: '记下签到',
  notedTitle: '已记下，还没上传',
  notedAbout: '连上网络后会自动上传。上传之前，请不要清除这个小程序的数据。',
  notedBefore: '这个码刚才已经记下了，不用再扫',
  notKept: '这部手机存不下新的记录，这一条没有记下。请先用纸笔记，再清理手机空间',
  admitted: '签到成功',
  admittedBefore: '之前已经签过到',
  refused: '不能签到',
  people: (people: number) => (people === 1 ? '1 人' : `${people} 人一起`),
  lot: (lot: string) => `报名号 ${lot.slice(0, 4)} ${lot.slice(4)}`,
  walkIn: '直接来的人',
  walkInAbout: '没有报名就来的，来一位记一位',
  walkIns: (people: number) => `${people} 人`,
  walkInsWaiting: (people: number) =>
    people > 0 ? `另有 ${people} 人已记下，还没上传` : `另有减去 ${-people} 人已记下，还没上传`,
  plus: '多一人',
  minus: '少一人',
  waiting: (count: number) => `${count} 条已记下，还没上传`,
  waitingTitle: '还没上传',
  sending: '正在上传',
  sendNow: '现在上传',
  refusedTitle: '没有被接受',
  refusedAbout: '下面几条上传后没有被接受，请看原因，处理好再移走。',
  readAway: '知道了，移走',
  doneTitle: '刚刚上传',
  scanned: (letters: string) => `入场码 ${letters}`,
  walkedIn: (people: number) => (people > 0 ? `直接来的人多 ${people} 人` : `直接来的人少 ${-people} 人`),
  at: (time: string) => `${time} 记下`,
  toEvents: '看看近期活动',
  toDesk: '回到活动工作台',
} as const;
