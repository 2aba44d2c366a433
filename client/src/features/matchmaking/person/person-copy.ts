import type { MatchReason } from '@contract/match-kind';
import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';
import { reasonNames } from '../match-states';

export const showPersonRefusals: WordsFor<'matchmaking.showPerson'> = benchRefusals;
export const stampRefusals: WordsFor<'matchmaking.stamp'> = benchRefusals;
export const saveNoteRefusals: WordsFor<'matchmaking.saveNote'> = {
  ...benchRefusals,
  'too-many-notes': '这一位的笔记已经有50条，删掉不用的再写',
};
export const removeNoteRefusals: WordsFor<'matchmaking.removeNote'> = {
  'note-not-found': '这条笔记已经不在了，请刷新看看',
};
const suggestionsOff = '本人关闭了自动推荐。可以从资料库里挑一位，本人同意过介绍就行';
export const suggestRefusals: WordsFor<'matchmaking.suggest'> = {
  ...benchRefusals,
  'suggestions-off': suggestionsOff,
};

export const personPhrases = {
  title: '资料',
  off: { woman: '她关闭了自动推荐', man: '他关闭了自动推荐' },
  offAbout: suggestionsOff,
  notMember: '会籍已不在，先不能介绍',
  joined: (day: string) => `${day}来登记的`,
  never: '还没有介绍过',
  last: (day: string) => `上次介绍：${day}`,
  hasPhoto: '有照片。照片不给红娘看：对方先看到模糊的，双方都愿意以后才清楚。',
  studioOnly: (facts: string) => `只有红娘看得到，不会介绍给任何人：${facts}`,

  notes: '我的笔记',
  notesAbout: '只有您自己看得到。本人离开时一起删掉。',
  noNotes: '还没有写过',
  note: '写一条',
  noteHint: '如：周五来聊过，不急，想先认识朋友',
  noteMissing: '请写几个字',
  saveNote: '记下来',
  savedNote: '记下来了',
  removeNote: '删掉',
  removeNoteOf: (words: string) => `删掉：${words}`,
  removeAsk: { title: '删掉这条笔记？', text: '删掉以后找不回来。', yes: '删掉', no: '留着', danger: true },
  removedNote: '删掉了',

  stamp: '单位盖章',
  stampAbout: '看过纸质证明，确认单位盖了章，再登记。',
  stampSeen: '看过盖章了',
  stampUndo: '撤回盖章登记',
  stampUndoAsk: {
    title: '撤回盖章登记？',
    text: '资料上不再显示“单位已盖章”。',
    yes: '撤回登记',
    no: '保留',
    danger: true,
  },
  stamped: '登记好了',
  unstamped: '撤回了',

  suggestions: '可能合适的人',
  suggestAbout: '按两位自己写的内容找，每一位都写明为什么。被找到的人，会看到您看过。',
  suggest: '看看可能合适的人',
  noSuggestions: '现在没有找到',
  noSuggestionsAbout: '不用着急。也可以从资料库里挑一位看看。',
  why: (reasons: readonly MatchReason[]) => `合适在：${reasons.map((reason) => reasonNames[reason]).join('；')}`,
  look: '看资料',
  lookOf: (name: string) => `看${name}的资料`,
  propose: '介绍这两位',
  proposeOf: (name: string) => `介绍${name}`,
  proposeWith: (name: string) => `和${name}互相介绍`,
  pick: '从资料库里挑一位',
  pickAbout: '先看对方的资料，再决定要不要介绍',
} as const;
