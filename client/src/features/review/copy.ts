import type { RevealPurpose } from '@contract/application';
import type { RejectReason, ReturnReason } from '@contract/enrolment';
import type { CaseEvent, CaseKind, CaseOutcome } from '@contract/review';
import type { RoutingRule } from '@contract/union';
import type { WordsFor } from '@/answer-words';
import type { DesktopSignIn } from '@/platform/desktop-sign-in';
import type { Tone } from '@/ui/tones';

export const kindNames = {
  enrolment: '入会',
  'transfer-release': '转出',
  'transfer-accept': '转入',
  'locked-door': '有人反映关门',
  facility: '设施坏了',
  supply: '饮水取完',
  'event-rating': '活动评价偏低',
  'event-export': '申请导出名单',
} as const satisfies Record<CaseKind, string>;

export const outcomeWords = {
  approved: { text: '已批准', tone: 'good' },
  returned: { text: '已退回补正', tone: 'warn' },
  refused: { text: '不予批准', tone: 'danger' },
  withdrawn: { text: '本人撤回', tone: 'plain' },
  confirmed: { text: '已同意', tone: 'good' },
  declined: { text: '未同意', tone: 'danger' },
  answered: { text: '已答复', tone: 'good' },
  done: { text: '已办好', tone: 'good' },
  lapsed: { text: '到期未办', tone: 'warn' },
} as const satisfies Record<CaseOutcome, { text: string; tone: Tone }>;

export const actWords = {
  opened: '收到申请',
  'moved-up': '到期未办，移交上级工会',
  approved: '批准入会',
  returned: '退回补正',
  refused: '不予批准',
  withdrawn: '本人撤回',
  confirmed: '同意转会',
  declined: '没有同意转会',
  answered: '答复了反映的人',
  done: '办好了',
  lapsed: '到期没有人办',
} as const satisfies Record<CaseEvent['act'], string>;

export const ruleWords = {
  employer: '工作单位有自己的工会',
  industry: '所在行业有工会联合会',
  'work-area': '按工作地的街镇',
  'home-area': '按居住地的街镇',
  district: '没有更合适的工会，由区总工会接收',
  'own-choice': '申请人自己查找并选择',
} as const satisfies Record<RoutingRule, string>;

export const returnReasons = {
  'name-differs': '姓名与证件不一致',
  'document-differs': '证件号码与证件不一致',
  'mobile-unreachable': '手机号码联系不上',
  'work-unclear': '工作情况需要说明',
  'wrong-union': '应当由其他工会办理',
  other: '其他（请在说明中写清）',
} as const satisfies Record<ReturnReason, string>;

export const rejectReasons = {
  'not-a-wage-earner': '不以工资收入为主要生活来源',
  'not-voluntary': '不是本人自愿申请',
  'member-elsewhere': '已经是其他工会的会员',
  other: '其他（请在说明中写清）',
} as const satisfies Record<RejectReason, string>;

export const revealPurposes = {
  'compare-document': '核对证件',
  'call-applicant': '联系申请人',
} as const satisfies Record<RevealPurpose, string>;

export const checkWords = {
  qualifies: '符合条件：以工资收入为主要生活来源，承认工会章程',
  voluntary: '本人自愿：入会申请书由本人签署',
  complete: '手续完备：姓名、证件和工作情况填写齐全',
} as const;
export type CheckName = keyof typeof checkWords;

/** For somebody who holds no such role, or whose role has run out. */
export const staffOnly = '这里供工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

const decisionWords = {
  'case-not-found': '没有找到这件申请，可能已按期限删除',
  'outside-your-unions': '这件申请不在您办理的工会范围内',
  'case-decided-already': '这件申请已由同事办理，办理人和时间见下方记录',
  'changed-meanwhile': '申请刚刚有变动，已重新载入，请核对后再决定',
  'not-allowed': staffOnly,
} as const;

const own = '这是您本人的申请，须由其他工会干事办理';
const noteNeeded = '选择了“其他”，请写明说明';

export const showApplicationWords = {
  'case-not-found': decisionWords['case-not-found'],
  'outside-your-unions': decisionWords['outside-your-unions'],
  'not-allowed': staffOnly,
} as const satisfies WordsFor<'member.showApplication'>;

export const revealWords = {
  'case-not-found': decisionWords['case-not-found'],
  'outside-your-unions': decisionWords['outside-your-unions'],
  'not-allowed': staffOnly,
  'case-decided-already': '这件申请已经办结，不能再查看完整号码',
  'nothing-to-show': '没有可以查看的号码，申请人可能已撤回同意',
} as const satisfies WordsFor<'member.revealNumbers'>;

export const approveWords = { ...decisionWords, 'own-application': own } as const satisfies WordsFor<'member.approve'>;

export const sendBackWords = {
  ...decisionWords,
  'own-application': own,
  'note-needed': noteNeeded,
} as const satisfies WordsFor<'member.sendBack'>;

export const rejectWords = {
  ...decisionWords,
  'own-application': own,
  'note-needed': noteNeeded,
} as const satisfies WordsFor<'member.reject'>;

export const confirmTransferWords = {
  ...decisionWords,
  'own-application': own,
} as const satisfies WordsFor<'member.confirmTransfer'>;

export const declineTransferWords = {
  ...decisionWords,
  'own-application': own,
} as const satisfies WordsFor<'member.declineTransfer'>;

export const signInWords = {
  'not-needed': '',
  'finding-out': '正在确认您的身份',
  'signed-out': '电脑上还不能登录，请在手机微信的“工会驿站”小程序里办理，功能是一样的。扫码登录开通以后，分三步：',
  'showing-code': '请用手机微信扫码，在“工会驿站”小程序里确认登录。',
  expired: '二维码已过期，请刷新页面重新获取。',
  confirmed: '手机上已确认，正在进入。',
} as const satisfies Record<DesktopSignIn['at'], string>;

export const signInSteps = ['这里显示一个二维码', '用手机微信扫码，打开“工会驿站”', '在手机上核对并确认登录'] as const;
export const signInTitle = '工会工作台登录';
