import type { WordsFor } from '@/answer-words';
import { signInWords } from '@/features/member/sign-in-words';

export const checkInRefusals: WordsFor<'event.checkIn'> = {
  ...signInWords,
  'code-unreadable': '读不出这个码',
  'code-expired': '这个码已经更新',
  'event-not-found': '没有找到这个活动',
  'not-registered': '没有找到您的报名',
  'no-place': '您还没有这个活动的名额',
  'not-now': '现在不是签到的时间',
};

const wayOn: Readonly<Record<string, string | undefined>> = {
  'code-unreadable': '请对准主持人手机上的码再扫一次，或者输入码下面的字母和数字。',
  'code-expired': '主持人的码每 30 秒更新，请扫现在的。',
  'event-not-found': '请问一下现场的主持人。',
  'not-registered': '没有报名也可以问问主持人：有空位的，主持人能当场记上。',
  'no-place': '候补和抽签要等名额确认。可以问问主持人，有人没来的，也许能进。',
  'not-now': '开始前60分钟到结束之间可以签到。',
};
export const checkInWayOn = (refusal: string): string | undefined => wayOn[refusal];

/** For whoever typed: the eye went wrong and not the camera. */
export const typedWayOn: Readonly<Record<string, string | undefined>> = {
  'code-unreadable': '请核对字母和数字，再输入一次。',
  'code-expired': '主持人的码每 30 秒更新，请输入现在的字母和数字。',
};

export const attendWords = {
  title: '活动签到',
  about: '请主持人打开签到的码，扫一下，您就到场了。',
  scan: '扫主持人的码',
  letters: '码下面的字母和数字',
  lettersTyping: '扫不了，输入码下面的字母和数字',
  lettersHint: '大小写、空格都不要紧',
  lettersMissing: '请输入码下面的字母和数字',
  checkIn: '签到',
  sending: '正在签到',
  again: '再试一次',
  kept: '读到的码还留着，马上再试就行。',
  scanAgain: '再扫一次',
  nothingScanned: '没有扫到二维码，请再试一次',
  done: '已签到',
  doneBefore: '这次已经签过到',
  at: (clock: string) => `${clock} 记的，不用再签。`,
  session: (moment: string) => `${moment} 这一场`,
  toEvent: '活动详情',
} as const;
