import type { WordsFor } from '@/answer-words';

export const signRefusals: WordsFor<'matchmaking.signPledge'> = {
  'pledge-changed': '承诺的文字更新了，请更新小程序，读过新的再签',
};

/** What a matchmaker promises; a new wording is a new `pledgeVersion`. */
export const pledgeText = {
  title: '保密承诺',
  lead: '来到这里的人，把自己的事交给了您。看资料以前，请读完并签下这份承诺。',
  points: [
    '我只为牵线看资料，不因为好奇翻看。',
    '看到、听到的，对谁都不说：家人、同事、单位领导也一样。不截屏，不抄走，不转发。',
    '谁愿意、谁不愿意，我不问、不猜、不传话。结果只在双方都愿意的时候知道。',
    '我不催，不劝，不比条件，不给人打分。',
    '我不收钱物，不借这里推销任何东西。',
    '我知道，每次看谁的资料都会记下来，本人看得到。',
    '以后不做红娘了，这份承诺仍然算数。',
  ],
  term: '有效一年，或到您的任期结束，以先到的为准。',
  sign: '我读完了，签下承诺',
  signed: '承诺已签，谢谢您',
  until: (day: string) => `保密承诺有效到${day}`,
} as const;

export const todayWords = {
  noStudio: '还没有开工作室',
  noStudioAbout: '请联系您所在工会的干事：开好工作室、定好坐班时间，这里就能用了。',
  total: '您的几个工作室合起来',
  sitting: '坐班',
  next: (day: string, booked: number) => (booked === 0 ? `${day}，还没有人预约` : `${day}，${booked} 人预约`),
  noNext: '近期没有坐班',
  followUps: '该回访的',
  held: '等您看的文字和照片',
  pool: '资料库',
  proposals: '介绍',
  mixers: '联谊',
  mixersAbout: '发号码牌，开放心动卡',
  things: (count: number) => (count === 0 ? '没有' : `${count} 件`),
  people: (count: number) => `${count} 位`,
  open: (count: number) => (count === 0 ? '没有进行中的' : `${count} 次进行中`),
} as const;
