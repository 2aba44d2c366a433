import type { CertificateState } from '@contract/duty-kind';
import type { WordsFor } from '@/answer-words';
import type { StateWords } from '../duty-words';
import { dutyRefusals } from '../duty-refusals';

export const ownHoursRefusals: WordsFor<'duty.listOwnHours'> = dutyRefusals;

export const askRefusals: WordsFor<'duty.askCertificate'> = {
  ...dutyRefusals,
  'no-hours': '这些天里没有记下时长，请换一段日子',
  'days-wrong': '日子不对：从哪天要在到哪天之前，也不能晚于今天',
  'asked-already': '您已经申请过一份，还在办理。办好以后再申请下一份',
};

/** Where a certificate stands. */
export const certificateWords: Readonly<Record<CertificateState, StateWords>> = {
  asked: { text: '等工会办理', tone: 'info' },
  issued: { text: '已出具', tone: 'good' },
  refused: { text: '没有出具', tone: 'warn' },
  revoked: { text: '已撤销', tone: 'danger' },
};

export const hoursPhrases = {
  title: '我的服务时长',
  thisYear: '今年',
  total: (length: string) => `从开始到现在，一共 ${length}`,
  restsOn: '这些时长凭什么记的',
  none: '还没有时长',
  noneAbout: '值过一班、签退以后，时长就记在这里。',
  toOpen: '看看可以领的班',
  toVolunteer: '去“值班”看看',
  entries: '一条一条的记录',
  entriesAbout: '记录只会添上，不会改掉。写错了就再写一条更正。',
  wrong: '觉得哪条不对，请告诉站长。更正要两个人确认，您会收到消息。',
  certificates: '我的服务证明',
  /** The year is said once, where it is one. */
  days: (from: string, until: string) => `${from}至${until.startsWith(from.slice(0, 5)) ? until.slice(5) : until}`,
  why: (reason: string) => `原因：${reason}`,
  ask: '申请服务证明',
  askAbout: '证明由工会出具，盖章有效，不收费。选好从哪天到哪天，办好会告诉您。',
  from: '从哪天',
  until: '到哪天',
  dayMissing: '请选一个日子',
  send: '交给工会办理',
  sent: '已经交给工会，办好会告诉您',
  keep: '先不申请',
} as const;
