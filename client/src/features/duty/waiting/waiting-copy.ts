import type { WordsFor } from '@/answer-words';
import { notTheirsRefusals } from '../duty-words';
import { headRefusals } from '../head-words';

const ownHours = '这是您自己的，要请另一位同事来办';

export const decideVolunteerRefusals: WordsFor<'duty.decideVolunteer'> = headRefusals;
export const decideSwapRefusals: WordsFor<'duty.decideSwap'> = {
  ...headRefusals,
  ...notTheirsRefusals,
  'swap-not-found': '没有找到这次换班，可能已经收回',
  'places-changed': '他们的班改过了，换不成了。请他们再约一次',
  lapsed: '过了换班的时间，换不成了',
};
export const decideHoursRefusals: WordsFor<'duty.decideHours'> = {
  ...headRefusals,
  'claim-not-found': '没有找到这条补录，请刷新看看',
  'second-person-needed': '这一条是您写的，要请另一位同事确认',
  'own-hours': ownHours,
  'decided-already': headRefusals['answered-already'],
  'overlaps-entry': '这段时间已经有记录了，不能再记一遍',
  'clock-still-open': '这一班还可能补传签到，结束一天以后再办',
  'corrected-already': '这条记录已经更正过了',
  'reason-needed': '不同意时请写明原因',
};
export const issueRefusals: WordsFor<'duty.issueCertificate'> = {
  ...headRefusals,
  'certificate-not-found': '没有找到这份申请，请刷新看看',
  'own-hours': ownHours,
  'decided-already': headRefusals['answered-already'],
  'details-needed': '请写明负责人和联系方式',
  'reason-needed': '不开时请写明原因',
  'book-broken': '这份时长记录核对不上，先不能开。请联系管理员查清楚',
};
export const answerStewardRefusals: WordsFor<'duty.answerSteward'> = {
  ...headRefusals,
  'steward-not-found': '没有找到这份申请，可能已经收回',
};
export const decideExcuseRefusals: WordsFor<'duty.decideShiftExcuse'> = {
  ...headRefusals,
  'not-missed': '这一班已经不算没到，不用答复了',
  'nothing-said': '本人还没有说明原因',
};

export const waitingPhrases = {
  title: '等您答复的事',
  count: (things: number) => `有 ${things} 件事等您答复`,
  none: '没有要答复的事',
  noneAbout: '有人申请、换班或要开证明时，会出现在这里。',
  yes: '同意',
  no: '不同意',
  sure: '不同意？',
  sureText: '答复以后，本人马上会知道。',
  keep: '再想想',
  answered: '已经答复，并告诉了本人',
  since: (moment: string) => `${moment}提出`,
  volunteers: '想当志愿者',
  wants: (station: string) => `想在${station}值班`,
  wantsName: (called: string) => `想让大家叫：${called}`,
  noSkills: '没有写会做什么',
  swaps: '换班',
  swap: (from: string, to: string) => `${from}和${to}换班`,
  replacement: (from: string, to: string) => `${to}替${from}值班`,
  gives: (name: string, when: string) => `${name}原来的班：${when}`,
  agreed: '双方都同意了',
  hours: '时长要第二个人确认',
  hoursOf: (name: string, title: string) => `${name}：${title}`,
  span: (when: string, length: string) => `${when}，共 ${length}`,
  nothing: '改为不计时长',
  corrects: (day: string, length: string) => `更正${day}的记录，原来记了 ${length}`,
  why: (reason: string, by: string) => `${by}写的：${reason}`,
  ownEntry: '这一条是您写的，要请另一位同事确认。',
  confirm: '属实，确认',
  disagreeHint: '写的人会看到，如：这天他请假了',
  disagree: '不确认',
  certificates: '要开服务证明',
  document: (document: string) => `证件：${document}`,
  noDocument: '工会还没有核对过证件',
  period: (from: string, until: string, length: string) => `${from}到${until}，申请时共 ${length}，开出时按最新记录算`,
  responsible: '负责人姓名',
  responsibleHint: '印在证明上，如：站长王建国',
  contact: '联系方式',
  contactHint: '印在证明上，别人核实时用，如：站点电话',
  detailsMissing: '请填写这一项',
  issue: '核对好了，开证明',
  refuse: '不开',
  refuseHint: '本人会看到，如：请先到站里核对证件',
  stewards: '想当管家',
  wantsSteward: (station: string) => `想照看${station}`,
  excuses: '没来成的原因',
  excuseOf: (name: string) => `${name}没来成`,
  accept: '认可',
  decline: '不认可',
} as const;
