import type {
  ChildWish,
  Gender,
  HeldField,
  Interest,
  MarriageHistory,
  MatchFact,
  MatchPurpose,
  SeenBy,
  Seeking,
  SmokingHabit,
  WorkShift,
} from '@contract/match-kind';
import type { MatchContact } from '@contract/match-profile';

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
  ages: '希望对方年龄',
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
