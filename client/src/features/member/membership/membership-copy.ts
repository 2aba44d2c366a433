import type { DecisionClock } from '@contract/enrolment';
import type { CardState, MembershipEvent } from '@contract/membership';
import type { WordsFor } from '@/answer-words';
import { dayText } from '@/calendar-words';
import type { Tone } from '@/ui/tones';

export const showMembershipWords = {
  'not-a-member': '您现在不是工会会员',
  'sign-in-needed': '请在微信中打开“工会驿站”小程序查看，打开后不用输入密码',
} as const satisfies WordsFor<'member.showMembership'>;

export const requestTransferWords = {
  'not-a-member': '您现在不是工会会员，不需要转会，可以直接申请入会',
  'transfer-not-possible': '您的会籍当前不能转会，请先联系所在工会',
  'union-not-found': '没有找到这家工会，请重新选择',
  'same-union': '您已经在这家工会，请选择另一家',
  'changed-meanwhile': '您的会籍刚刚有变动，已重新载入，请核对后再提交',
} as const satisfies WordsFor<'member.requestTransfer'>;

export const cancelTransferWords = {
  'not-a-member': '您现在不是工会会员，没有进行中的转会',
  'no-transfer': '这次转会已经结束，不需要撤回',
  'changed-meanwhile': '您的会籍刚刚有变动，已重新载入，请核对后再办理',
} as const satisfies WordsFor<'member.cancelTransfer'>;

export const leaveWords = {
  'not-a-member': '您现在不是工会会员，不需要退会',
  'changed-meanwhile': '您的会籍刚刚有变动，已重新载入，请核对后再办理',
} as const satisfies WordsFor<'member.leave'>;

export const stateWords = {
  pending: { text: '审批中', tone: 'info', about: '批准之后会籍开始' },
  active: { text: '有效', tone: 'good', about: '会员卡正常使用' },
  transferring: { text: '转会中', tone: 'info', about: '两家工会都同意后，会籍转入新工会' },
  retained: { text: '保留会籍', tone: 'info', about: '会籍为您保留，会员卡照常有效；找到新的工会后可以转会' },
  suspended: { text: '已暂停', tone: 'warn', about: '会员卡暂时不能使用，恢复事宜请联系所在工会' },
  left: { text: '已退会', tone: 'plain', about: '会员卡已失效，可以随时重新申请入会' },
} as const satisfies Record<CardState, { text: string; tone: Tone; about: string }>;

const byOffice = (what: string) => (office: string | null) => (office === null ? what : `${office}${what}`);

/** What happened, told with the office that did it. */
export const stepWords = {
  approve: byOffice('批准入会'),
  'request-transfer': () => '您申请转会',
  release: byOffice('同意转出'),
  accept: byOffice('同意接收'),
  transfer: (office) => (office === null ? '会籍转入新工会' : `会籍转入${office}`),
  'decline-transfer': byOffice('没有同意转会'),
  'cancel-transfer': () => '您撤回了转会申请',
  suspend: byOffice('暂停会籍'),
  restore: byOffice('恢复会籍'),
  retain: byOffice('为您保留会籍'),
  correct: byOffice('更正了您的登记资料'),
  leave: () => '您退出工会',
} as const satisfies Record<MembershipEvent['step'], (office: string | null) => string>;

/** How long an office still has, or that its time is over. */
export function clockText(clock: DecisionClock, now: number): string {
  if (clock.dueAt <= now) return '办理期限已到，还在办理中';
  if (clock.workingDaysLeft === 0) return '今天是办理期限的最后一天';
  return `还剩${clock.workingDaysLeft}个工作日，${dayText(clock.dueDay)}到期`;
}

export const words = {
  title: '会籍与转会',
  union: '所在工会',
  cardNumber: '会员证号',
  since: '入会日期',
  state: '会籍状态',
  history: '会籍记录',
  note: '说明：',
  notMember: {
    title: '您现在不是工会会员',
    about: '入会免费，几分钟就能填好申请。',
    action: '申请入会',
  },
  transfer: {
    title: '转会',
    about: '换了工作，会籍可以跟着您走，会龄连续计算。原工会和新工会都同意后，会籍自动转入新工会。',
    start: '申请转会',
    unavailable: '您的会籍当前不能转会，有疑问请联系所在工会。',
    stillGood: '会员卡在此期间照常有效。',
    release: '原工会转出',
    accept: '新工会接收',
    agreed: '已同意',
    waiting: '等待办理',
    requestedOn: '申请日期',
    cancel: '撤回转会申请',
    cancelAsk: {
      title: '撤回这次转会申请？',
      text: '撤回后您仍是现在这家工会的会员，会员卡不受影响，以后还可以再申请转会。',
      yes: '撤回转会申请',
      no: '继续转会',
    },
    cancelled: '转会申请已撤回',
    requested: '转会申请已提交，两家工会会分别办理',
  },
  form: {
    title: '申请转会',
    from: (union: string) => `您现在的工会：${union}`,
    search: '要转入哪家工会',
    chosen: '转入工会',
    again: '重新选择工会',
    chooseFirst: '请先选择要转入的工会',
    reason: '转会原因',
    reasonHint: '两家工会都会看到，例如：换到潍坊新村街道工作',
    submit: '提交转会申请',
    stay: '暂不转会',
    ask: (union: string) => ({
      title: `申请转到${union}？`,
      text: '两家工会会分别收到您的申请。两家都同意后，会籍转入新工会；任何一家不同意，您仍在现在的工会。会员卡在此期间照常有效。',
      yes: '提交转会申请',
      no: '再看一看',
    }),
  },
  leave: {
    title: '退会',
    about: '退会自愿、免费，不需要任何人批准。',
    what: [
      { label: '会员卡', value: '立即失效' },
      { label: '会删除', value: '手机号码、证件号码、职业和工作单位，退会30天后删除' },
      { label: '会留存', value: '姓名、会员证号、入会和退会的日期，作为工会的会籍档案' },
      { label: '您的同意', value: '全部随之撤回' },
      { label: '以后', value: '可以随时重新申请入会' },
    ],
    yes: '退出工会',
    no: '保留会籍',
    ask: (union: string) => ({
      title: '退出工会？',
      text: `退会后，您不再是${union}的会员，会员卡立即失效。手机号码、证件号码等资料在30天后删除。\n退会免费，以后可以随时重新申请入会。`,
      yes: '退出工会',
      no: '保留会籍',
    }),
  },
  farewell: {
    pageTitle: '已退会',
    title: '您已退出工会',
    about: (left: string, deleted: string) => `退会时间：${left}。手机号码、证件号码等资料将于${deleted}删除。`,
    thanks: '感谢您一路同行。户外劳动者驿站照常欢迎您，想回来时随时可以再申请入会。',
    home: '回到首页',
    data: '查看我的数据',
    again: '重新申请入会',
  },
} as const;
