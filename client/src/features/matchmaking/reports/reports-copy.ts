import type { ReportState } from '@contract/match-kind';
import type { WordsFor } from '@/answer-words';

const administratorsOnly = '举报由工会管理员处理。您没有这项权限，或者任期已满';

export const listRefusals: WordsFor<'matchmaking.listReports'> = { 'not-allowed': administratorsOnly };
const reportRefusals = {
  'not-allowed': administratorsOnly,
  'report-not-found': '没有找到这条举报，可能已经过了保存期',
  'outside-your-unions': '这条举报不由您处理：不在您的工会范围内，或者是您自己提的',
} as const;
export const showRefusals: WordsFor<'matchmaking.showReport'> = reportRefusals;
export const decideRefusals: WordsFor<'matchmaking.decideReport'> = {
  ...reportRefusals,
  'decided-already': '同事已经处理过了，请刷新看看',
};

export const readmitRefusals: WordsFor<'matchmaking.readmit'> = {
  ...reportRefusals,
  'not-removed': '这条举报没有请谁出去，请刷新看看',
};

/** Where nobody's profile is looked at. */
export const reportsFoot = '举报只有工会管理员看得到：红娘看不到，被举报的人也不知道是谁。';

export const reportsPhrases = {
  title: '红娘工作室的举报',
  none: '没有举报',
  noneAbout: '有人举报时，会出现在这里，并给您发消息。',
  open: '等您处理',
  noneOpen: '都处理完了',
  decided: '处理过的',
  at: (studio: string, moment: string) => `${studio}，${moment}`,
} as const;

type Outcome = Exclude<ReportState, 'open' | 'readmitted'>;
export const outcomes: readonly Outcome[] = ['dismissed', 'warned', 'removed'];

export const reportPhrases = {
  title: '举报',
  toList: '回到举报列表',
  unknown: '没有找到这条举报',
  unknownAbout: '请从举报列表里打开。',
  about: (name: string) => `举报的是：${name}`,
  said: '举报的人写的',
  photo: '举报的人附的图',
  card: '当时看到的资料',
  noCard: '举报时这次介绍已经结束，资料不再显示。',
  studio: '工作室',
  at: '时间',
  earlier: '以前被举报并属实',
  times: (count: number) => (count === 0 ? '没有' : `${count} 次`),
  there: '现在',
  isThere: '还在资料库里',
  isGone: '已经不在资料库里',
  answered: '给举报人的答复',
  decide: '怎么处理',
  outcomeNames: {
    dismissed: '没有发现问题',
    warned: '记下一次',
    removed: '请出资料库',
  } satisfies Record<Outcome, string>,
  outcomeAbouts: {
    dismissed: '对方不受影响，也不会知道有人举报',
    warned: '对方留在资料库里；再有举报时，您会看到这一次',
    removed: '资料马上全部删掉，三年内不经管理员不能再登记',
  } satisfies Record<Outcome, string>,
  outcomeMissing: '请选一种处理',
  answer: '给举报人的答复',
  answerHint: '举报的人会看到，如：已经核实处理，谢谢您告诉我们',
  answerMissing: '请写几个字的答复',
  send: '处理，并答复举报人',
  removeAsk: (name: string) => ({
    title: `把${name}请出资料库？`,
    text: '资料、照片、介绍和预约马上全部删掉，不能恢复。',
    yes: '请出资料库',
    no: '再想想',
    danger: true,
  }),
  done: '处理好了，已经答复举报人',
  saidNoMore: '举报的文字和图片已过保存期，删除了。',
  readmitTitle: '想重新登记的话',
  readmit: '允许重新登记',
  readmitAbout: '对方来工会问起、您核实过，就可以允许。不点，三年后也会自动解除。',
  readmitAsk: (name: string) => ({
    title: `允许${name}重新登记？`,
    text: '资料要重新填写，也要重新同意；以前的已经删除，不能恢复。不会自动发通知，请您亲口告诉对方。',
    yes: '允许重新登记',
    no: '再想想',
  }),
  readmitted: '可以重新登记了，请告诉对方',
  stillOut: '这一条已经解除。对方还因为另一条举报不能登记，也要在那一条里允许',
} as const;
