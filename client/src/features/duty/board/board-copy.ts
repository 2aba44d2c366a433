import type { BoardShift } from '@contract/duty-board';
import type { WordsFor } from '@/answer-words';
import { notTheirsRefusals } from '../duty-words';
import type { StateWords } from '../duty-words';
import { headRefusals } from '../head-words';

export const showBoardRefusals: WordsFor<'duty.showBoard'> = {
  ...headRefusals,
  'not-a-monday': '这一周的日期不对，请回到本周',
};

export const listVolunteersRefusals: WordsFor<'duty.listVolunteers'> = headRefusals;

export const assignRefusals: WordsFor<'duty.assign'> = {
  ...headRefusals,
  ...notTheirsRefusals,
  'not-accepted': '还没有答复这位志愿者的申请，或正在休息',
  'role-unknown': '这个岗位没有了，请刷新看看',
};

export const unassignRefusals: WordsFor<'duty.unassign'> = {
  ...headRefusals,
  'on-duty-now': '这位志愿者正在值班，签退以后再办',
};

export const markMissedRefusals: WordsFor<'duty.markMissed'> = {
  ...headRefusals,
  'not-late': '开班十分钟以后，人还没到才能记',
  'on-duty-now': '这位志愿者已经签到了，请刷新看看',
};

export const callOffRefusals: WordsFor<'duty.callOffShift'> = {
  ...headRefusals,
  begun: '这一班已经开始，不能取消了。人没到的，请打电话联系',
  'called-off': '这一班已经取消了',
};

const gapStages = { later: '还早', '72h': '三天内', '24h': '一天内', '4h': '四小时内', now: '正在缺人' } as const;
const gapTones = { later: 'info', '72h': 'warn', '24h': 'warn', '4h': 'danger', now: 'danger' } as const;

/** `缺 1 人，一天内`: how many are wanted, and how near it is. */
export const gapWords = ({ people, stage }: NonNullable<BoardShift['gap']>): StateWords => ({
  text: `缺 ${people} 人，${gapStages[stage]}`,
  tone: gapTones[stage],
});

export const boardPhrases = {
  title: '值班看板',
  before: '上一周',
  after: '下一周',
  thisWeek: '回到本周',
  week: (from: string, until: string) => `${from}–${until}`,
  sum: (shifts: number, wanted: number) =>
    wanted === 0 ? `${shifts} 班，人都齐了` : `${shifts} 班，还缺 ${wanted} 人`,
  none: '这一周没有排班',
  noneAbout: '先写好排班规则，四周的班会自动排出来。',
  toRoster: '去写排班规则',
  noShift: '没有班',
  full: '人齐了',
  calledOff: '取消了',
  over: '结束了',
  nobody: '还没有人',
  late: '迟到了，还没来',
  somebodyLate: '有人没到',
  close: '收起',
  came: (time: string) => `${time} 到岗`,
  left: (time: string) => `${time} 离岗`,
  excuse: (words: string) => `本人说明：${words}`,
  standby: '候补',
  called: '已经叫了',
  note: (words: string) => `交接：${words}`,
  visitors: (people: number) => `来了 ${people} 人次`,
  takeOff: '换下',
  takeOffOf: (name: string) => `把${name}换下`,
  takeOffHint: '本人会看到，请写得客气些，如：这天站里停电，不用来了',
  takenOff: '已经换下，并告诉了本人',
  miss: '记下没来',
  missOf: (name: string) => `记下${name}没来`,
  missAsk: (name: string) => ({
    title: `${name}这一班没来？`,
    text: '名额会空出来，别人可以来顶；本人会收到消息，可以说明原因。后来到了，照样能签到。',
    yes: '记下没来',
    no: '再等等',
  }),
  missed: '已经记下，并告诉了本人',
  assign: '安排人来',
  assignTitle: '请谁来',
  role: '做什么',
  assignAbout: '定了就会告诉本人，来不了可以退回。',
  assignOne: '请来',
  assignOneOf: (name: string) => `请${name}来`,
  assigned: (name: string) => `已经请了${name}，并告诉了本人`,
  noVolunteers: '这个站点还没有志愿者',
  week4: (hours: string) => `这一周已领 ${hours}`,
  others: (count: number) => `现在来不了的 ${count} 人，看看原因`,
  notYet: '还没有答复申请',
  resting: '暂时休息',
  callOff: '取消这一班',
  callOffHint: '领了班的人都会看到，如：台风天，站点不开门',
  callOffSend: '取消并告诉大家',
  callOffAsk: (people: number) => ({
    title: '取消这一班？',
    text:
      people === 0
        ? '还没有人领。取消以后不能恢复。'
        : `领了班和候补的 ${people} 人都会收到消息和您写的原因。取消以后不能恢复。`,
    yes: '取消这一班',
    no: '保留',
    danger: true,
  }),
  calledOffDone: '这一班取消了，已经告诉大家',
  more: '别的事',
  toRules: '排班规则',
  toWaiting: '等您答复的事',
  toGaps: '所有站点缺人的班',
  toBook: '志愿者和时长',
} as const;
