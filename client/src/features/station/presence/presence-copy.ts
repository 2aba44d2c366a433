import type { WordsFor } from '@/answer-words';

export const presenceRefusals = {
  'sign-in-needed': '请先登录，再打开当班码',
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'outside-your-unions': '这个站点不归您的工会管',
} as const satisfies WordsFor<'station.presenceCodes'>;

/** Under every code that changes: a station's, an event's. */
export const liveCodeWords = {
  letters: '扫不了，输入这些字母和数字',
  changes: (seconds: number) => `${seconds} 秒后更换`,
  offline: (minutes: number) => `网络不通，这里的码还能用约 ${minutes} 分钟`,
  offlineSoon: '网络不通，这里的码还能用不到 1 分钟',
} as const;

export const presenceWords = {
  title: '当班码',
  about: '请用“工会驿站”小程序首页的“扫码打卡”扫一扫',
  qr: '当班打卡二维码',
  over: '这里的码用完了',
  overAbout: '连上网络就会有新的码。来的人可以扫门口的码，不打卡也可以休息、饮水、用厕所。',
  again: '再取一次新码',
} as const;
