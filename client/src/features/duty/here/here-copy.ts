import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';

export const listReportableRefusals: WordsFor<'duty.listReportable'> = dutyRefusals;
export const reportNeedRefusals: WordsFor<'duty.reportNeed'> = {
  ...dutyRefusals,
  'not-there': '这里已经没有这样东西了，请刷新看看',
  'too-far': '您离站点还有一段路，到了门口再告诉我们',
  'too-many': '您已经说了好几样，管家看过以后再说，谢谢您',
};

export const reportPhrases = {
  open: '东西坏了、没有了',
  openAbout: '点一下，告诉这里的志愿者和管家',
  title: '什么坏了、没有了',
  // A word alone beside the thing would read as how it is; these are what a press does.
  isBroken: '报修',
  isGone: '报缺',
  broken: (name: string) => `${name}坏了`,
  gone: (name: string) => `${name}没有了`,
  none: '这里还没有登记设施和用品',
  noneAbout: '有什么坏了、缺了，请告诉在场的志愿者',
  known: '已经有人说过，管家会来看',
  ask: (what: string) => ({
    title: `${what}？`,
    text: '会告诉这里的志愿者和管家，由他们来看。不记您的名字。',
    yes: '告诉他们',
    no: '不用了',
  }),
  told: '谢谢您，已经告诉他们了',
} as const;

export const herePhrases = {
  title: '这里的志愿者',
  about: '谁在坐班，谢谢谁，您也可以来帮忙',
  sittings: '谁来坐班',
  sitting: (title: string, who: string | null) => (who === null ? title : `${title}：${who}`),
  thanks: '感谢这些志愿者',
  month: (month: string) => `${Number(month.slice(5))}月在这里值过班`,
  names: (names: readonly string[], others: number) =>
    names.length === 0 ? `${others} 位志愿者` : names.join('、') + (others > 0 ? `，还有 ${others} 位` : ''),
  noThanks: '上个月还没有人在这里值班',
  volunteer: '我想来值班',
  volunteerAbout: '一次三四个小时，哪天有空领哪天的班',
  steward: '我来当管家',
  stewardAbout: '常路过这里，顺手看看缺什么、坏没坏',
} as const;
