import type { WordsFor } from '@/answer-words';
import { MOST_CHOICES } from '@contract/match-kind';
import { ownRefusals } from '../match-refusals';

export const showRefusals: WordsFor<'matchmaking.showMixer'> = {
  ...ownRefusals,
  'mixer-not-found': '现在还没有发号码牌',
  'not-registered': '这里只给报了名、有名额的来宾看',
};
export const badgeRefusals: WordsFor<'matchmaking.takeBadge'> = {
  ...ownRefusals,
  'mixer-not-found': '现在没有号码牌可领',
  'not-there': '先在门口签到，再来领号码牌',
  'words-refused': '这个称呼不合适给别人看，请换一个',
  'too-late': '发号码牌的时间过了',
};
export const choicesRefusals: WordsFor<'matchmaking.saveChoices'> = {
  ...ownRefusals,
  'mixer-not-found': '这次联谊已经结束，心动卡都删除了',
  'no-badge': '您还没有号码牌，先领一个再填',
  'not-choosing': '填心动卡的时间过了，没有再改',
  'number-unknown': '有的号码不在了，请重新打开看看',
  'own-number': '这是您自己的号码，请换一个',
};
export const leaveRefusals: WordsFor<'matchmaking.leaveMixer'> = {
  ...ownRefusals,
  'mixer-not-found': '这次联谊已经结束，您的号码牌已经删除',
};

export const mixerText = {
  title: '联谊',
  unknown: '没有找到这次联谊',
  unknownAbout: '请从活动页面再打开一次。',
  notYet: '现在没有号码牌可领',
  notYetAbout: '联谊开始前后，红娘会开始发号码牌。到时再来看看，不着急。',
  look: '再看看',
  checkInFirst: '先签到，再领号码牌',
  checkInAbout: '到了联谊现场，在门口签到以后，就可以在这里领一个号码。',
  over: '这次不再发号码牌了',
  overAbout: '号码牌发给到场的人。没来也没关系，下次联谊再来。',

  consentTitle: '领号码牌',
  consent: [
    '给您一个号码。别人按号码和您写的称呼认您，可以在心动卡上选您',
    '心动卡只有本人看得到。谁选了您、您选了谁，红娘和别人都不知道；只有互相选了，到时间才一起告诉你们两位',
    '联系方式加密保存，只给互相选了的那一位看',
    '没有互相选到的，到时间心动卡和联系方式全部删除。随时可以退出，退出当场删除',
    '不领也可以，联谊照常参加',
  ],
  agree: '同意这样发号码牌',
  agreeMissing: '同意的，请在这里打勾。不领也没关系',
  calledName: '别人怎么称呼您',
  calledNameHint: '如：小陈、木子。在场领了号码的人看得到，不用写真名',
  calledNameMissing: '请写一个称呼',
  contactTitle: '互相选到以后，怎么联系您',
  contactAbout: '只给互相选了的那一位看，红娘也看不到。',
  take: '领号码牌',
  taken: '领好了',
  change: '改称呼或联系方式',
  changeTitle: '重新写一次',
  changeAbout: '号码不变。称呼和联系方式换成新写的。',
  changeSave: '保存',
  changed: '改好了',
  keep: '不改了',

  own: '您的号码牌',
  number: (number: number) => `${number} 号`,
  ownAbout: '别人按这个号码认您，写在胸前或给人看都行。',
  waitTitle: '心动卡还没有开放',
  waitText: '红娘开放以后，会发消息告诉您。现在什么都不用做，和大家好好聊聊就好。',

  card: '心动卡',
  until: (moment: string) => `${moment}前随时可以改`,
  cardAbout:
    '想再多认识谁，就选谁，最多三位。您选了谁只有您自己看得到；到时间只告诉互相选了的两位，别的谁也不会知道。不选也很好。',
  choose: '选号码',
  choice: (number: number, calledName: string) => `${number} 号 ${calledName}`,
  most: `最多选 ${MOST_CHOICES} 位。想换，先去掉一位`,
  nobody: '还没有别的号码。等等再来看，不着急。',
  save: '保存心动卡',
  saveEmpty: '保存，谁也不选',
  saved: '已经保存，只有您自己看得到',
  asSaved: '已经保存，随时可以改',
  nothingChosen: '还没有选，不选也很好',

  countingTitle: '正在揭晓',
  countingText: '填心动卡的时间到了，正在看哪两位互相选了。好了会发消息告诉您。',
  mutual: '你们互相选了',
  mutualAbout: '对方也选了您，联系方式已经为你们两位打开。慢慢来，不想联系也可以。',
  toProposal: '看联系方式',
  none: '这一次没有互相选到的',
  noneAbout: '谁选了谁，不会有人知道；心动卡已经删除。谢谢您来，认识了新朋友就很好。',

  leave: '退出这次联谊',
  leaveAsk: {
    title: '退出这次联谊？',
    text: '您的号码牌、心动卡和联系方式当场删除；已经互相选到的，也就此结束。没有人会收到通知。',
    yes: '退出，全部删除',
    no: '留下来',
    danger: true,
  },
  left: '已经退出，您写的都删除了',
} as const;
