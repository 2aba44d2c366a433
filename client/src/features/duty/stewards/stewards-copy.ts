import type { StewardState } from '@contract/duty-kind';
import type { WordsFor } from '@/answer-words';
import type { StateWords } from '../duty-words';
import { dutyRefusals } from '../duty-refusals';

export const offerRefusals: WordsFor<'duty.offerSteward'> = {
  ...dutyRefusals,
  'not-a-member': '管家要先是工会会员。先到首页办入会，办好再来',
  'words-refused': '这个称呼不合适给别人看，请换一个',
  'too-many': '您已经照看3个站点了，再多就看不过来了',
};

export const stewardWords: Readonly<Record<StewardState, StateWords>> = {
  asked: { text: '等站长答复', tone: 'info' },
  accepted: { text: '正在照看', tone: 'good' },
  declined: { text: '站长这次没有同意', tone: 'warn' },
  ended: { text: '已经不再照看', tone: 'plain' },
};

export const stewardPhrases = {
  title: '我照看的站点',
  none: '您还没有照看站点',
  noneAbout: '到常去的站点页面，点“我来当管家”。',
  toStations: '去看看站点',
  about:
    '常路过这里的话，来的时候顺手看看：设备坏没坏、水够不够、药过没过期。坏了报一声，缺了补一补。不用排班，随时可以不做。',
  offer: '我来当管家',
  offerFor: (name: string) => `照看：${name}`,
  calledName: '大家怎么称呼您',
  calledNameHint: '如：小王、李师傅',
  calledNameMissing: '请写一个称呼',
  send: '我愿意照看',
  sent: '已经告诉站长，答复以后会告诉您',
  tasks: (count: number) => (count === 0 ? '现在没有要做的事' : `有 ${count} 件小任务`),
  closed: (count: number) => `您已经做好 ${count} 件，谢谢您`,
  toTasks: '看看小任务',
  toTasksOf: (name: string) => `看看${name}的小任务`,
  stop: '不再照看',
  stopOf: (name: string) => `不再照看${name}`,
  stopAsk: (name: string) => ({
    title: `不再照看${name}？`,
    text: '做过的事都留着，以后想回来随时可以。',
    yes: '不再照看',
    no: '接着照看',
    danger: true,
  }),
  stopped: '已经停下，谢谢您这些日子的照看',
  withdraw: '不当了，收回',
} as const;
