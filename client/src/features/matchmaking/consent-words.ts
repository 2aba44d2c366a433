import type { MatchPurpose } from '@contract/match-kind';
import { purposeNames } from './match-words';

export type ConsentWords = {
  readonly title: string;
  /** What is ticked. */
  readonly agree: string;
  /** Who, why, what, how long, and how to take it back (PIPL 17), as one would say it at a table. */
  readonly points: readonly string[];
  /** What goes when it is taken back, asked before it does. */
  readonly takingBack: string;
};

/** The wording that `matchConsentVersion` (types/match-kind.ts) counts: a change here is a new version there. */
export const consentWords: Readonly<Record<MatchPurpose, ConsentWords>> = {
  pool: {
    title: purposeNames.pool,
    agree: '同意保存，由红娘查看',
    points: [
      '谁看得到：只有这个工作室、签过保密承诺的红娘。每看一次都记下来，您随时查得到',
      '用哪些：您自己填的内容。不要真名，不问收入、身高、户口',
      '留多久：半年，到期前会问您。不续，或者会籍结束，就没有人看得到，再过30天删除',
      '怎么收回：“我的资料”里点“离开工作室”，当场全部删除',
    ],
    takingBack: '',
  },
  proposals: {
    title: purposeNames.proposals,
    agree: '同意把我标明可以看的内容给被介绍的人看',
    points: [
      '做什么：红娘觉得两位合适，会先分别问两位愿不愿意',
      '对方看什么：只有您标了“介绍给对方时”的内容；联系方式要双方都愿意以后才看得到',
      '您答什么，对方和红娘都不会知道。只有双方都愿意，才会一起知道',
      '不同意也可以登记，只是不会被介绍给别人',
    ],
    takingBack: '以后不会再把您介绍给别人；正在进行的介绍会安静地结束，不说原因。',
  },
  suggestions: {
    title: purposeNames.suggestions,
    agree: '同意由系统的规则帮红娘留意',
    points: [
      '做什么：按两位自己填的年龄、休息日、喜欢做的事等，提示红娘谁和谁可能合适，并说明理由',
      '不打分，不排名，不看谁答过什么。要不要介绍，由红娘决定；愿不愿意，由您决定',
      '不同意的，红娘还可以自己为您留意',
    ],
    takingBack: '系统不再把您算进去。红娘还可以自己为您留意。',
  },
  photo: {
    title: purposeNames.photo,
    agree: '同意保存照片',
    points: [
      '谁看得到：红娘先看一次，确认是一张合适的照片；介绍时，对方只看到一团模糊的颜色',
      '双方都愿意以后，对方才看得到照片',
      '收回时照片当场删除。不放照片也一样为您介绍',
    ],
    takingBack: '照片会当场删除，对方也不再看得到。',
  },
  sensitive: {
    title: purposeNames.sensitive,
    agree: '同意单独保存这几项',
    points: [
      '这几项属于敏感个人信息，加密保存，都可以不填',
      '婚姻经历、有没有孩子：给谁看由您定',
      '想认识谁、以后想不想要孩子：谁也看不到，只有系统的规则读，用来避开明显不合适的介绍',
    ],
    takingBack: '婚姻经历、孩子、想认识谁和要不要孩子，这几项会当场删除。',
  },
};

/** What one states oneself, each apart. `statementVersion` (types/match-kind.ts) counts this wording. */
export const statementWords = {
  title: '先请您声明两件事',
  about: '工作室相信您说的话。不是单身的，或者说的不真实，会被请出资料库。',
  isSingle: '我现在单身：没有结婚，也没有在交往的人',
  isOfAge: '我已满18周岁',
  missing: '两件都符合才能登记，请在这里打勾',
} as const;
