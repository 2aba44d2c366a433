import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const searchRefusals: WordsFor<'matchmaking.searchPool'> = benchRefusals;

export const poolPhrases = {
  title: '资料库',
  forOne: (name: string) => `正在为${name}留意。打开一位的资料，看过再决定要不要介绍。`,
  filters: '按本人说的找',
  everybody: '不限',
  text: '文字',
  textHint: '称呼、街镇、老家、自我介绍和期待里的字',
  gender: '性别',
  anyGender: '都可以',
  ageFrom: '年龄从',
  ageUpTo: '到',
  ageWrong: '请填18到99之间的数字',
  interests: '喜欢做的事',
  mostInterests: '最多选8样',
  find: '查找',
  total: (count: number) => `有 ${count} 位`,
  order: '最久没有介绍过的在前面。',
  none: '没有找到',
  noneAbout: '放宽一两个条件再试试。',
  last: (day: string) => `上次介绍：${day}`,
  stamped: '单位已盖章',
} as const;
