import type { WordsFor } from '@/answer-words';
import { momentText } from '@/calendar-words';
import type { Tone } from '@/ui/tones';
import type { ValueFor } from '@/use-question';

const signIn = '请在微信里打开“工会驿站”小程序反映，不用另外登录。也可以直接打站点电话';

export const reportRefusals = {
  'sign-in-needed': signIn,
  'station-not-found': '没有找到这个站点，可能已经撤下',
  'code-unreadable': '读不出这个码，请不扫码再反映一次',
  'code-expired': '二维码已经更新，请不扫码再反映一次',
  'other-station': '这是另一个站点的码，请到那个站点的页面反映',
  'too-far': '您离站点还有一段路。请到了门口再反映',
  'reported-often': '一天里反映的站点太多了，请过些时候再反映，或者直接打站点电话',
  'changed-meanwhile': '站点的情况刚有变化，请看一眼再反映',
} as const satisfies WordsFor<'station.reportDoor'>;

export const ownReportsRefusals = { 'sign-in-needed': signIn } as const;

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
  own: {
    title: '我反映过的',
    lead: '最近 30 天里您反映的站点，和后来怎么样了。',
    none: '还没有反映过',
    noneAbout: '到了站点门关着，可以在站点页上反映，地图马上改正',
    toStations: '去看看站点',
    saidLocked: '反映门关着',
    saidOpen: '反映门开着',
    waiting: '已经告诉站长，等待核实',
    /** Nobody has to look into it. */
    noted: '已记下，地图已更新',
    news: (name: string) => `${name}有了答复`,
    newsMany: (count: number) => `您反映的 ${count} 个站点有了答复`,
  },
} as const;

type Answer = NonNullable<ValueFor<'station.listOwnReports'>['reports'][number]['answer']>;

/** What became of a report, in a line that can be read aloud. */
export function answerWords(answer: Answer): string {
  switch (answer.answer) {
    case 'opened':
      return '已开门';
    case 'was-open':
      return '核实当时开着';
    case 'closed-until':
      return answer.until === null ? '站点暂时关闭' : `关闭至 ${momentText(answer.until)}`;
  }
}

/** The union's people or the street's may have answered, not only who heads the station. */
export const becameBy = (answer: Answer): string => `${answer.office}：${answerWords(answer)}`;
export const answeredBy = (answer: Answer): string => `${answer.office} ${momentText(answer.at)} 答复`;

/** Good news, or that one has to go elsewhere. */
export const answerTones: Readonly<Record<Answer['answer'], Tone>> = {
  opened: 'good',
  'was-open': 'info',
  'closed-until': 'warn',
};
