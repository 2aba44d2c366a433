import type { WordsFor } from '@/answer-words';
import { ownReportsRefusals } from './own-report-copy';

export const reportRefusals = {
  ...ownReportsRefusals,
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'code-unreadable': '读不出这个码，请不扫码再反映一次',
  'code-expired': '二维码已经更新，请不扫码再反映一次',
  'other-station': '这是另一个站点的码，请到那个站点的页面反映',
  'too-far': '您离站点还有一段路。请到了门口再反映',
  'reported-often': '一天里反映的站点太多了，请过些时候再反映，或者直接打站点电话',
  'changed-meanwhile': '站点的情况刚有变化，请看一眼再反映',
} as const satisfies WordsFor<'station.reportDoor'>;

export const reportWords = {
  locked: '反映：门关着',
  open: '反映：门开着',
  choose: '您在门口吗？',
  chooseAbout: '马上改正地图，并告诉站长，不显示您是谁。会问一次您的位置，不同意也可以反映。',
  iAmAtLocked: '我就在门口，门关着',
  iAmAtOpen: '我就在门口，门开着',
  keep: '先不反映',
  thanks: '记下了，谢谢您',
  now: (short: string, reason: string) => `地图上现在是：${[short, reason].filter(Boolean).join('，')}。`,
  told: '已经告诉站长，核实以后会在首页告诉您。',
  others: '后面来的人马上能看到。',
  again: '再试一次',
  toOwn: '看我反映过的',
} as const;
