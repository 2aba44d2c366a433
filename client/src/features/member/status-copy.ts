import type { DecisionClock, EnrolmentState, EnrolmentStep, RejectReason } from '@contract/enrolment';
import type { WordsFor } from '@/answer-words';
import { dayText } from '@/calendar-words';
import { HOTLINE } from './hotline';

export const withdrawRefusals = {
  'nothing-to-withdraw': '现在没有可以撤回的申请',
  'already-decided': '工会已经作出决定，不能再撤回',
  'changed-meanwhile': '这份申请刚刚有变化，请核对后再试一次',
} as const satisfies WordsFor<'member.withdraw'>;

export const stateWords = {
  draft: { title: '您还没有提交申请', about: '填好以后提交，就能在这里看到由谁办理、哪天之前答复。' },
  submitted: { title: '工会正在审批', about: '' },
  returned: { title: '申请需要补正', about: '改好几处内容再次提交，期限从再次提交那天重新计算。' },
  approved: { title: '您已经是工会会员', about: '会员卡已经办好，到站点、参加活动时请出示。' },
  refused: { title: '申请没有通过', about: '' },
  withdrawn: { title: '您已经撤回申请', about: '填写的内容保留180天，想好了可以随时重新提交。' },
} as const satisfies Record<EnrolmentState, { readonly title: string; readonly about: string }>;

export const historyWords = {
  submit: '您提交了申请',
  return: '退回补正',
  approve: '批准入会',
  refuse: '没有通过',
  withdraw: '您撤回了申请',
  'begin-again': '您重新开始填写',
} as const satisfies Record<EnrolmentStep, string>;

/** Approved once, and no member since. */
export const leftWords = {
  title: '您已退出工会',
  about: '这份申请当时获得批准，会籍已经结束。想回来时，可以随时重新申请，不收费。',
} as const;

type Refused = { readonly reason: string; readonly wayOn: string };

export const rejectReasonWords = {
  'not-a-wage-earner': {
    reason: '工会认为您目前不以工资收入为主要生活来源。',
    wayOn: '换了工作，或者工会了解得不准确，可以写清工作情况后再次申请。',
  },
  'not-voluntary': {
    reason: '工会没能确认这份申请是您本人自愿提出的。',
    wayOn: '入会要由本人自愿提出。如果是您自己的意思，可以再次申请。',
  },
  'member-elsewhere': {
    reason: '您已经是另一家工会的会员，会籍只能在一家工会。',
    wayOn: '不需要重新入会。请用当时入会的微信打开工会驿站，在“会籍与转会”里办理转会。',
  },
  other: { reason: '工会写明了原因。', wayOn: '按工会写明的原因改好后，可以再次申请。' },
} as const satisfies Record<RejectReason, Refused>;

export const statusWords = {
  title: '审批进度',
  handedIn: '申请已经提交',
  handedInAbout: '请留意微信和电话，工会可能会联系您。关掉本页不影响审批。',
  office: '现在由这家工会办理',
  left: (days: number) => (days > 0 ? `剩余${days}个工作日` : '今天截止'),
  overdue: '已经过了答复期限',
  due: ({ dueDay }: DecisionClock) => `最晚${dayText(dueDay)}答复您`,
  since: (moment: string) => `${moment}送达`,
  upper: (office: string) => `到期没有答复，会自动转到${office}。`,
  top: '这里已经是最上一级。到期没有答复，请拨打工会热线。',
  movedUp: (times: number) => `之前的工会没有按时答复，已经向上转了${times}次。`,
  onItsWay: '申请正在送往工会，稍等片刻就能看到由谁办理。',
  history: '经过',
  note: (note: string) => `工会留言：${note}`,
  withdraw: '撤回申请',
  ask: {
    title: '撤回这份申请',
    text: '撤回以后，工会不再审批。您填写的内容会保留180天，可以随时重新提交。',
    yes: '撤回申请',
  },
  stay: { submitted: '继续等待', returned: '继续补正' },
  call: `拨打工会热线${HOTLINE}`,
  toEnrol: { draft: '去填写申请', returned: '去补正', again: '重新申请' },
  toCard: '查看会员卡',
  transfer: '查看会籍与转会',
  refusedTitle: '原因',
  wayOnTitle: '您可以这样做',
  doubt: `对结果有疑问，可以拨打工会热线${HOTLINE}询问。`,
} as const;
