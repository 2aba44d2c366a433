import type { NotNowProposed } from '@contract/match-bench';
import type {
  ChildWish,
  FollowUpStage,
  Gender,
  HeldField,
  Interest,
  MarriageHistory,
  MatchFact,
  MatchLook,
  MatchPurpose,
  MatchReason,
  MixerState,
  ProfileState,
  ProposalState,
  ReportReason,
  ReportState,
  SeenBy,
  Seeking,
  SlotState,
  SmokingHabit,
  WorkShift,
} from '@contract/match-kind';
import type { MatchContact } from '@contract/match-profile';
import type { Occupation } from '@contract/occupation';
import type { Tone } from '@/ui/tones';

export type StateWords = { readonly text: string; readonly tone: Tone };

/** What stands before a fact, on a card and in a form alike. */
export const factNames: Readonly<Record<MatchFact, string>> = {
  age: '年龄',
  street: '住在哪个街镇',
  hometown: '老家',
  occupation: '职业',
  shift: '上班时间',
  restDays: '休息日',
  interests: '喜欢做的事',
  smokes: '抽烟',
  history: '婚姻经历',
  hasChildren: '孩子',
  about: '自我介绍',
  hopes: '期待遇见怎样的人',
  ages: '希望对方的年龄',
};

/** Who reads a fact beside oneself. */
export const seenByNames: Readonly<Record<SeenBy, string>> = {
  studio: '只给红娘',
  proposal: '介绍给对方时',
  mutual: '双方都愿意之后',
};
export const seenByAbouts: Readonly<Record<SeenBy, string>> = {
  studio: '只有本工作室的红娘看得到',
  proposal: '红娘看得到；介绍给谁，谁也看得到',
  mutual: '红娘看得到；对方要等两位都愿意以后才看得到',
};

export const genderNames: Readonly<Record<Gender, string>> = { woman: '女', man: '男' };

export const occupationNames: Readonly<Record<Occupation, string>> = {
  'food-delivery': '外卖骑手',
  courier: '快递员',
  'ride-hailing': '网约车司机',
  'truck-driver': '货车司机',
  'taxi-driver': '出租车司机',
  sanitation: '环卫工',
  gardening: '园林养护工',
  domestic: '家政服务员',
  care: '护工护理员',
  'security-guard': '保安员',
  'estate-agent': '房产中介员',
  'mall-information': '商场信息员',
  'live-streaming': '主播',
  'auxiliary-police': '协警员',
  'traffic-auxiliary': '交警辅助员',
  'parking-attendant': '停车收费员',
  construction: '建筑工人',
  employee: '企事业单位职工',
  other: '其他',
};

export const shiftNames: Readonly<Record<WorkShift, string>> = {
  day: '白班',
  night: '夜班',
  rotating: '轮班',
  free: '时间自由',
};

export const interestNames: Readonly<Record<Interest, string>> = {
  walking: '散步',
  cycling: '骑车',
  'ball-games': '打球',
  fitness: '健身',
  films: '看电影',
  music: '听音乐',
  singing: '唱歌',
  reading: '看书',
  cooking: '做饭',
  'eating-out': '找好吃的',
  travel: '旅行',
  photography: '拍照',
  games: '玩游戏',
  pets: '养宠物',
  plants: '养花草',
  handicraft: '做手工',
  volunteering: '做志愿者',
  fishing: '钓鱼',
};

export const smokingNames: Readonly<Record<SmokingHabit, string>> = {
  never: '不抽烟',
  sometimes: '偶尔抽',
  yes: '抽烟',
};

export const historyNames: Readonly<Record<MarriageHistory, string>> = {
  never: '没有结过婚',
  divorced: '离异',
  widowed: '丧偶',
};

export const seekingNames: Readonly<Record<Seeking, string>> = { women: '女士', men: '男士', either: '都可以' };

export const childWishNames: Readonly<Record<ChildWish, string>> = {
  wanted: '想要孩子',
  'not-wanted': '不想要孩子',
  open: '都可以，或还没想好',
};

export const contactKindNames: Readonly<Record<MatchContact['kind'], string>> = { mobile: '手机号', wechat: '微信号' };

/** Free words and the picture, which somebody may have to look at first. */
export const heldNames: Readonly<Record<HeldField, string>> = {
  calledName: '称呼',
  hometown: factNames.hometown,
  street: factNames.street,
  about: factNames.about,
  hopes: factNames.hopes,
  photo: '照片',
};

export const purposeNames: Readonly<Record<MatchPurpose, string>> = {
  pool: '保存资料，请红娘帮忙留意',
  proposals: '介绍给别人',
  suggestions: '系统帮红娘找可能合适的人',
  photo: '照片',
  sensitive: '婚姻经历、孩子、想认识谁',
};

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

export const followUpNames: Readonly<Record<FollowUpStage, string>> = {
  days: '三天回访',
  weeks: '三周回访',
  months: '三个月回访',
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

export const reportStateWords: Readonly<Record<ReportState, StateWords>> = {
  open: { text: '等待处理', tone: 'warn' },
  dismissed: { text: '没有发现问题', tone: 'plain' },
  warned: { text: '已记下一次', tone: 'info' },
  removed: { text: '已请出资料库', tone: 'danger' },
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

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
/** 1 Monday … 7 Sunday. */
export const weekdayName = (day: number): string => weekdays[day - 1] ?? '';

/** `周一、周三` in the order of the week. */
export const restDaysText = (days: readonly number[]): string =>
  [...days]
    .sort((one, other) => one - other)
    .map(weekdayName)
    .join('、');

export const ageText = (age: number): string => `${age}岁`;
/** `28到35岁`, both included. */
export const agesText = ({ from, upTo }: { readonly from: number; readonly upTo: number }): string =>
  from === upTo ? `${from}岁` : `${from}到${upTo}岁`;
export const childrenText = (hasChildren: boolean): string => (hasChildren ? '有孩子' : '没有孩子');

/** `9:00`, from minutes after midnight. */
export const clockText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** `每周五 9:00到16:30`. */
export const sittingText = (studio: {
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
}): string => `每${weekdayName(studio.weekday)} ${clockText(studio.from)}到${clockText(studio.until)}`;

/** Where nobody may see yet what somebody is called. */
export const nameUnseen = '称呼待看';
export const calledText = (calledName: string | null): string =>
  calledName === null || calledName === '' ? nameUnseen : calledName;

/** Words of a code that came as text: one that this version does not know is shown as nothing. */
export const wordOf = (names: Readonly<Record<string, string>>, code: string): string | undefined => names[code];
