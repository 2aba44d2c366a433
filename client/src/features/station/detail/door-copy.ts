import type { WordsFor } from '@/answer-words';

export const doorRefusals = {
  'sign-in-needed': '请在微信里打开“工会驿站”小程序开门，不用另外登录',
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'code-unreadable': '读不出这个码，请再扫一次门口的码',
  'code-expired': '二维码已经更新，请再扫一次',
  'other-station': '这是另一个站点的码，请扫这里的',
  'no-door': '这个站点的门不用码开',
  'closed-now': '现在不在开放时间，门不能开',
  'too-far': '您离站点还有一段路，请到了门口再开门',
  'place-needed': '没有拿到您的位置。扫一下门口的码，也可以开门',
} as const satisfies WordsFor<'station.openDoor'>;

export const doorWords = {
  title: '自助开门',
  about: '到了门口再按。不用刷脸；谁开的门留 30 天，万一出事时查。',
  open: '开门',
  qr: '开门二维码',
  hold: '把二维码对准门上的扫码窗',
  left: (seconds: number) => `${seconds} 秒内有效，只能用一次`,
  over: '这个码过期了',
  renew: '换一个新码',
  scan: '扫门口的码',
} as const;
