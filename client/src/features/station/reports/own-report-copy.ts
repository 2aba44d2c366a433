import { momentText } from '@/calendar-words';
import type { Tone } from '@/ui/tones';
import type { ValueFor } from '@/use-question';

export const ownReportsRefusals = {
  'sign-in-needed': '请在微信里打开“工会驿站”小程序反映，不用另外登录。也可以直接打站点电话',
} as const;

export const ownReportWords = {
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
