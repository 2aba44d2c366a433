import type { WordsFor } from '@/answer-words';
import { ownRefusals } from '../match-refusals';

export const joinRefusals: WordsFor<'matchmaking.join'> = {
  ...ownRefusals,
  'studio-closed': '这个工作室暂时不接受新的登记，请到坐班时问问红娘',
  'too-young': '满18周岁才能登记',
  'ages-wrong': '希望对方的年龄写反了，请改一改',
  'words-refused': '有的话不合适给别人看，已经标出来，请改一改',
  'removed-before': '您曾被请出资料库，想再登记，请联系您的工会',
};

export const joinText = {
  title: '登记资料',
  steps: ['声明和同意', '说说自己', '联系和悄悄话', '照片'],
  needed: '登记要用到',
  free: '可以不同意',
  poolMissing: '同意这一项才能登记。不想登记，直接离开就好，什么都不会留下',
  studio: '登记在',
  back: '上一步',
  on: '下一步',
  send: '完成登记',
  photoTitle: '已经登记好了',
  photoText: '下面可以放一张照片，不放也一样。以后在“我的资料”里随时可以放。',
  later: '好了，去看看',
  wrong: '还有地方要改，已经标出来',
  leaveAsk: {
    title: '不登记了？',
    text: '填的内容还没有保存，离开以后什么都不会留下。',
    yes: '离开',
    no: '接着填',
  },
  already: '您已经登记过了',
  alreadyText: '要改什么，都在“我的资料”里。',
  toProfile: '去看我的资料',
  members: '先加入工会，再来登记',
  membersText: '红娘工作室只接待工会会员，会籍由工会核对过。',
  toEnrol: '申请入会',
  closed: '现在没有接受登记的工作室',
  closedText: '坐班的日子，可以到站里问问红娘。',
} as const;
