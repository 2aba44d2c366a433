import type { WordsFor } from '@/answer-words';
import { benchRefusals } from '../bench/bench-words';

export const listRefusals: WordsFor<'matchmaking.listFollowUps'> = benchRefusals;
export const doneRefusals: WordsFor<'matchmaking.doneFollowUp'> = {
  ...benchRefusals,
  'not-due': '还没到回访的日子，或本人说了不用再问',
};

export const followUpsPhrases = {
  title: '回访',
  about: '问一声就好：要不要帮忙，不想说就不说。两位分开问，一位说的不告诉另一位。',
  none: '现在没有要回访的',
  noneAbout: '双方都愿意以后，三天、三周、三个月各问一次。本人说不用问的，不会出现在这里。',
  due: '该问了',
  later: '往后',
  noneDue: '今天没有',
  with: (name: string, stage: string) => `和${name}，${stage}`,
  dueAt: (day: string) => `${day}起`,
  look: '看资料',
  lookOf: (name: string) => `看${name}的资料`,
  done: '问过了',
  doneOf: (name: string, stage: string) => `${name}的${stage}，问过了`,
  said: '记下了',
} as const;
