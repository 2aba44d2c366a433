import type { NotNowProposed } from '@contract/match-bench';
import type {
  FollowUpStage,
  MatchLook,
  MatchReason,
  MixerState,
  ProfileState,
  ProposalState,
  ReportReason,
  ReportState,
  SlotState,
} from '@contract/match-kind';
import type { Tone } from '@/ui/tones';

export type StateWords = { readonly text: string; readonly tone: Tone };

export const profileStateWords: Readonly<Record<ProfileState, StateWords>> = {
  active: { text: '在资料库里', tone: 'good' },
  paused: { text: '暂停介绍', tone: 'info' },
  expired: { text: '已到期，没有人看得到', tone: 'warn' },
};

/** One sentence for every end: nothing tells one from another. */
export const proposalStateWords: Readonly<Record<ProposalState, StateWords>> = {
  open: { text: '介绍中', tone: 'info' },
  mutual: { text: '双方都愿意', tone: 'good' },
  ended: { text: '这次介绍已经结束', tone: 'plain' },
};

export const reportStateWords: Readonly<Record<ReportState, StateWords>> = {
  open: { text: '等待处理', tone: 'warn' },
  dismissed: { text: '没有发现问题', tone: 'plain' },
  warned: { text: '已记下一次', tone: 'info' },
  removed: { text: '已请出资料库', tone: 'danger' },
  readmitted: { text: '已允许重新登记', tone: 'plain' },
};

export const slotStateWords: Readonly<Record<SlotState, StateWords>> = {
  free: { text: '空着', tone: 'plain' },
  booked: { text: '已预约', tone: 'info' },
  came: { text: '来了', tone: 'good' },
  missed: { text: '没有来', tone: 'warn' },
};

export const mixerStateWords: Readonly<Record<MixerState, StateWords>> = {
  badges: { text: '正在领号码牌', tone: 'info' },
  choosing: { text: '正在填心动卡', tone: 'accent' },
  told: { text: '已经告诉大家', tone: 'plain' },
};

/** Why two people may fit, said to the matchmaker. */
export const reasonNames: Readonly<Record<MatchReason, string>> = {
  'ages-both-ways': '两位的年龄都在对方希望的范围里',
  'same-street': '住在同一个街镇',
  'same-hometown': '是同乡',
  'same-rest-days': '有相同的休息日',
  'same-work-shift': '上班时间相近',
  'same-occupation': '职业相同',
  'shared-interests': '有共同喜欢做的事',
  'both-do-not-smoke': '都不抽烟',
};

/** Why nobody can be proposed to somebody today, said to the matchmaker. */
export const notNowNames: Readonly<Record<NotNowProposed, string>> = {
  paused: '本人暂停了介绍',
  expired: '资料已到期',
  'proposals-off': '本人没有同意介绍给别人',
  'stamp-needed': '还没有看过单位盖章',
  'week-full': '这一周的介绍已经够多',
};

/** What a matchmaker did with one's profile, said to oneself. */
export const lookNames: Readonly<Record<MatchLook, string>> = {
  listed: '查资料时，列表里有您',
  opened: '打开看了您的资料',
  suggested: '系统提示可能合适的人时，列表里有您',
  previewed: '准备介绍时，看了对方会看到的内容',
  proposed: '把您介绍给了一位',
  'proposal-listed': '查介绍记录时，列表里有您',
  'follow-up-listed': '看回访安排时，列表里有您',
  reviewed: '看了您等待核对的文字或照片',
  stamped: '登记了单位盖章',
  sitting: '看了坐班那天的预约',
  reported: '处理举报时看了资料',
};

export const reportReasonNames: Readonly<Record<ReportReason, string>> = {
  'not-single': '可能不是单身',
  'false-statement': '说的和实际不一样',
  harassment: '骚扰或冒犯',
  money: '借钱、要钱',
  selling: '推销、拉人投资',
  other: '别的情况',
};

export const followUpNames: Readonly<Record<FollowUpStage, string>> = {
  days: '三天回访',
  weeks: '三周回访',
  months: '三个月回访',
};
