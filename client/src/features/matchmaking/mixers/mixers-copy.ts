import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const listRefusals: WordsFor<'matchmaking.listMixers'> = benchRefusals;
export const openRefusals: WordsFor<'matchmaking.openMixer'> = {
  ...benchRefusals,
  'event-not-found': '没有找到这个活动，可能取消了',
  'not-a-mixer': '这个活动不是联谊交友，不能发号码牌',
  'too-early': '还没到时间，活动开始前两小时起可以发号码牌',
  'too-late': '活动结束已经超过一天，不能再发号码牌了',
};
export const cardsRefusals: WordsFor<'matchmaking.openCards'> = {
  ...benchRefusals,
  'mixer-not-found': '还没有发号码牌，先发号码牌',
  'too-few': '领了号码牌的人还不到4位，再等等',
  'until-wrong': '截止时间要在活动结束以后、结束三天之内，并且至少在一小时以后',
  'told-already': '这次联谊已经告诉过大家了',
};

export const mixersPhrases = {
  title: '联谊',
  about: '心动卡只有本人看得到。谁填了、填了几张、选了谁，这里都不显示；到了时间，只告诉互相选了的两位。',
  none: '没有联谊活动',
  noneAbout: '工会发布了“联谊交友”的活动，就会出现在这里。',
  notOpen: '还没有发号码牌',
  badges: (count: number) => (count === 0 ? '还没有人领号码牌' : `${count} 人领了号码牌`),
  until: (moment: string) => `心动卡填到${moment}`,
  pairs: (count: number) => (count === 0 ? '这一次没有互相选到的' : `${count} 对互相选了`),
  open: '开始发号码牌',
  openOf: (title: string) => `开始发号码牌：${title}`,
  openAbouts: {
    now: '到活动结束后一天内都可以发。',
    'too-early': '活动开始前两小时起，到结束后一天内可以发。',
    'too-late': '活动结束已经超过一天，这一次没有发过号码牌。',
  },
  opened: '可以领号码牌了',
  cards: '开放心动卡',
  cardsOf: (title: string) => `开放心动卡：${title}`,
  cardsChange: '改截止时间',
  cardsChangeOf: (title: string) => `改截止时间：${title}`,
  untilLabel: '填到什么时候',
  untilHint: '活动结束以后，三天之内。到时间，大家一起知道。',
  untilMissing: '请选日期和时间',
  cardsSend: '开放并通知',
  cardsOpened: '心动卡开放了，已经告诉大家',
  back: '返回',
} as const;
