import { signInWords } from '@/features/member/sign-in-words';

export const listOwnRefusals = signInWords;

export const listWords = {
  title: '我的活动',
  offered: '等您决定',
  toCome: '要参加的',
  waiting: '候补和抽签',
  over: '过去的',
  none: '还没有报名活动',
  noneAbout: '报了名的活动、候补的顺序、入场码，都在这里',
  toEvents: '去看看近期活动',
  inLine: (standing: string, position: number) => `${standing}，第 ${position} 位`,
  keptUntil: (moment: string) => `名额为您留到${moment}`,
  rate: '评价',
  excuse: '说明没来的原因',
  close: '收起',
} as const;
