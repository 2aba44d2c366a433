import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

const pairRefusals = {
  ...benchRefusals,
  'same-person': '要选两位不同的人',
  'not-available': '其中一位现在不接受介绍：可能暂停了、到期了，或者会籍有变动',
  'week-full': '其中一位这一周的介绍已经够多，过几天再来。不着急',
  'not-this-pair': '这两位暂不适合互相介绍。原因可能有很多，系统不会说是哪一种',
} as const;

export const previewRefusals: WordsFor<'matchmaking.previewProposal'> = pairRefusals;
export const proposeRefusals: WordsFor<'matchmaking.propose'> = {
  ...pairRefusals,
  'words-refused': '写给他们的话没有通过检查，请换一种说法',
};

export const proposePhrases = {
  title: '介绍两位',
  about: '两位各自看到下面这些，各自回答。',
  when: (moment: string) =>
    `${moment}以前，两位谁都看不到对方答了什么，您也看不到。只有双方都愿意，才会在那一刻一起知道；不愿意、没有答，都安静结束，谁也不会收到通知。`,
  sees: (reader: string, subject: string) => `${reader}会看到的${subject}`,
  hint: '都是本人同意介绍时给人看的。您可以再少给一些，不能多给。',
  nothing: '除了称呼，没有别的内容',
  leaves: (label: string) => `不给对方看${label}`,
  shown: '给对方看',
  left: '不给看',
  photo: '照片：模糊的。双方都愿意以后才清楚。',
  words: (name: string) => `写给${name}的一句话`,
  wordsHint: '如：我想到一位也爱散步的朋友，您看看，不合适也没关系',
  wordsWrong: '这句话没有通过检查，请换一种说法',
  send: '请两位看看',
  ask: (one: string, other: string) => ({
    title: `介绍${one}和${other}？`,
    text: '两位都会收到消息，各自回答。需要时，到期以前您可以撤回。',
    yes: '请两位看看',
    no: '再想想',
  }),
  noPair: '先不介绍这两位',
  noPairAction: '返回',
  done: '已经请两位看了',
  doneAbout: (moment: string) =>
    `双方都愿意的话，${moment}会告诉两位，您也会在“介绍”里看到。在那以前什么都不用做，也不用问他们。`,
  toBench: '回到红娘工作台',
} as const;
