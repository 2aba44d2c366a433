import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const listRefusals: WordsFor<'matchmaking.listStudioProposals'> = benchRefusals;
export const withdrawRefusals: WordsFor<'matchmaking.withdrawProposal'> = {
  ...benchRefusals,
  'too-late': '已经到了揭晓的时间，不能撤回了',
};

export const proposalsPhrases = {
  title: '介绍',
  about: '谁答了、答了什么，这里都不会显示。只有双方都愿意，才会在那一天写出来。',
  none: '还没有介绍过',
  noneAbout: '不着急。先从资料库里慢慢了解。',
  toPool: '去资料库看看',
  by: (name: string, moment: string) => `${name}，${moment}介绍`,
  until: (moment: string) => `${moment}以前都可以答`,
  look: (name: string) => `看${name}的资料`,
  lookShort: (name: string) => `看${name}`,
  withdraw: '撤回',
  withdrawOf: (both: string) => `撤回：${both}`,
  ask: (both: string) => ({
    title: `撤回这次介绍？`,
    text: `${both}会看到“这次介绍已经结束”，不会说为什么。半年里不再介绍这两位。`,
    yes: '撤回',
    no: '保留',
    danger: true,
  }),
  withdrawn: '这次介绍已经结束',
} as const;
