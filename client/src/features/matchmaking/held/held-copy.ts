import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const listRefusals: WordsFor<'matchmaking.listHeld'> = benchRefusals;
export const decideRefusals: WordsFor<'matchmaking.decideHeld'> = {
  ...benchRefusals,
  'nothing-held': '同事已经看过了，或本人刚刚改过，请再看一眼',
  'reason-needed': '请写明原因，本人要照着改',
  'words-refused': '写的原因没有通过检查，请换一种说法',
};

export const heldPhrases = {
  title: '等您看的文字和照片',
  about: '机器拿不准的文字，和每一张照片，都先由您看一眼。看之前，别人都看不到。',
  none: '没有要看的',
  noneAbout: '有新写的文字或照片需要看时，会出现在这里。',
  since: (moment: string) => `${moment}放上来的`,
  photo: '等您看的照片',
  blurred: '对方先看到的样子',
  blurredAbout: '放大了给您看：应当是同一张照片，认不出人，也没有字和码。',
  agree: '可以',
  agreeOf: (field: string) => `可以：${field}`,
  decline: '请本人改',
  declineOf: (field: string) => `请本人改：${field}`,
  declineSend: '请本人改',
  declineHint: '本人会看到，请写得客气些，如：里面有手机号，请去掉',
  declineAbout: '这一项会删掉，请本人重写。',
  declineName: '称呼会留着，但改好以前别人看不到。',
  agreed: '可以，别人看得到了',
  declined: '已经请本人改',
} as const;
