import type { SwapView } from '@contract/duty-shift';
import type { WordsFor } from '@/answer-words';
import { dutyRefusals } from '../duty-refusals';
import { notMineRefusals } from '../duty-words';

const changed = '班次已经有变动，这次换不成了，请刷新看看';

export const partnerRefusals: WordsFor<'duty.listSwapPartners'> = dutyRefusals;

export const askRefusals: WordsFor<'duty.askSwap'> = {
  ...dutyRefusals,
  'too-late': '这一班快开始了，来不及换班。来不了请打电话给站点',
  'partner-not-found': '没有找到这位同伴，请换一位',
  'partner-cannot': '对方那时来不了（有别的班，或班已经太多），请换一位',
  'you-cannot': '换来的那一班您值不了（时间重了，或班太多），请换一班',
  'asked-already': '您已经问过了，等对方答复就好',
};

export const answerRefusals: WordsFor<'duty.answerSwap'> = {
  ...dutyRefusals,
  ...notMineRefusals,
  'swap-not-found': '没有找到这次换班，请刷新看看',
  'not-yours': '这次换班不归您答复',
  'answered-already': '这次换班已经有结果了，请刷新看看',
  lapsed: '过了答复的时间，班照旧',
  'places-changed': changed,
  'too-late': '已经不能换回来了，请打电话给站点',
};

export const swapPhrases = {
  incoming: '有人想和您换班',
  incomingReplace: '有人请您替一班',
  own: '您问的换班',
  yours: '您的班',
  theirs: '对方的班',
  toCome: '请您来的班',
  given: '您给出的班',
  wanted: '您想换来的班',
  replaceOnly: '只请对方替班，不换别的班',
  agree: '同意',
  decline: '我来不了',
  withdraw: '不换了，收回',
  undo: '换回来',
  undoAsk: '把班换回来？',
  undoText: '两个班都回到原来的人手里，对方会收到消息。',
  undoKeep: '不换回来',
  answered: {
    agree: '谢谢您，已经答应',
    decline: '已经回复对方',
    withdraw: '已经收回',
    undo: '已经换回来',
  },
  choose: '换班，或请人替',
  chooseTitle: '和谁换',
  chooseText: '先问问对方。对方同意才算数，没同意之前这一班还是您的。',
  needsHead: '双方同意以后，还要站长点头。',
  none: '现在没有合适的人可以换',
  noneAbout: '可以打电话给站点，请站长安排',
  replace: (name: string) => `请${name}替我来`,
  replaceAbout: '不用还班',
  ask: '问一问',
  look: '看看',
  offers: (shifts: number, mayReplace: boolean) =>
    [shifts === 0 ? '' : `有 ${shifts} 班可以换`, mayReplace ? '可以请来替班' : ''].filter(Boolean).join('，'),
  askTitle: (name: string) => `问${name}？`,
  askNo: '再想想',
  asked: '已经问了，有答复会告诉您',
  close: '收起',
} as const;

/** `张阿姨想用 …` */
export const swapTitle = ({ isOwn, wanted }: SwapView): string => {
  if (isOwn) return swapPhrases.own;
  return wanted === null ? swapPhrases.incomingReplace : swapPhrases.incoming;
};
