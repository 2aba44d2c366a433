import type { MatchAnswer, ProposalState } from '@contract/match-kind';
import type { WordsFor } from '@/answer-words';
import { ownRefusals } from '../match-refusals';

export const showRefusals: WordsFor<'matchmaking.showProposal'> = ownRefusals;
export const showPhotoRefusals: WordsFor<'matchmaking.showProposalPhoto'> = ownRefusals;
export const answerRefusals: WordsFor<'matchmaking.answer'> = ownRefusals;
export const takeBackRefusals: WordsFor<'matchmaking.takeBack'> = {
  ...ownRefusals,
  'not-mutual': '这次介绍还没有到揭晓的时候',
};
export const stopRefusals: WordsFor<'matchmaking.stopFollowUps'> = ownRefusals;
export const blockRefusals: WordsFor<'matchmaking.block'> = ownRefusals;

export const proposalText = {
  title: '红娘的介绍',
  unknown: '没有找到这次介绍',
  unknownAbout: '可能已经过了保存的时间，请从“给我的介绍”里打开。',
  toList: '回到给我的介绍',
  ended: '这次介绍已经结束',

  from: '介绍一位给您',
  words: (words: string) => `红娘说：${words}`,
  reveals: (moment: string) => `${moment}揭晓。在那之前想好就行，不着急。`,
  photo: '对方的照片',
  photoBlurred: '对方的照片，现在只是一团模糊的颜色',
  photoLater: '双方都愿意以后，才看得到清楚的照片。',
  photoMissing: '照片这次没有载入，过一会儿再打开看看。',

  answerTitle: '您愿意认识吗',
  secret: (moment: string) => `您答什么，对方和红娘都不会知道；只有双方都愿意，才会在${moment}一起知道。`,
  answered: {
    none: '您还没有回答。不回答也可以，什么都不用做，到时候就安静地结束。',
    yes: '您现在答的是：愿意。揭晓之前都可以改。',
    no: '您现在答的是：不愿意。揭晓之前都可以改。',
  } satisfies Record<MatchAnswer, string>,
  answers: { yes: '愿意', no: '不愿意' },
  chosen: (answer: string) => `✓ ${answer}`,
  chosenSpoken: (answer: string) => `${answer}，您现在的回答`,
  unanswer: '收回回答，先不答',
  said: {
    none: '已经收回您的回答',
    yes: '记下了，没有别人知道',
    no: '记下了，没有别人知道',
  } satisfies Record<MatchAnswer, string>,
  waitingTitle: '答复的时间到了',
  waiting: '双方都愿意的话，这里和“消息”里很快会告诉您。不是的话，就安静地结束，不说原因。',

  ownShow: '看看对方看到的我',
  ownHide: '收起',
  ownTitle: '对方看到的您',
  ownPhoto: '您的照片，对方现在只看到一团模糊的颜色。',
  ownPhotoClear: '您的照片，对方现在看得到。',
  ownHow: '想改，去“我的资料”里改，改了马上算数。',

  mutual: (name: string) => `您和${name}都愿意认识`,
  mutualMixer: '在联谊上，你们互相选了对方。',
  mutualText: '可以打个招呼了，什么时候打、打不打，都由您。',
  contactUntil: (moment: string) => `联系方式在这里显示到${moment}，想留的话请自己记下。`,
  contactGone: '联系方式已经过了显示的时间，不再显示。',
  safety: '第一次见面，请选人多的地方。对方提到借钱、投资，请停下来，在下面“更多”里举报。',
  copy: (kind: string) => `复制${kind}`,
  copied: '已经复制',
  notCopied: '没有复制成，请照着记下来',
  followsUp: '三天、三周、三个月以后，红娘会问问您近来可好。不想被问，现在就可以停。',
  stop: '不用再问我',
  stopped: '红娘不会再问您了',
  takeBack: '收回，结束这次介绍',
  takeBackAsk: {
    title: '收回，结束这次介绍？',
    text: '收回以后，两位都不再看到对方的联系方式和资料，只看到“这次介绍已经结束”，不说原因，也不发通知。对方已经自己记下的，工作室收不回来。',
    yes: '收回',
    no: '留着',
    danger: true,
  },
  takenBack: '已经收回',

  more: '更多',
  moreHide: '收起更多',
  block: '不再介绍这一位',
  blockAbout: '以后谁也不会再把两位互相介绍',
  blockDeed: '不再介绍',
  blockAsk: (state: ProposalState) => ({
    title: '不再介绍这一位？',
    text: `以后两位不会再被互相介绍，这次介绍也从您的列表里拿掉，不能恢复。${blockNotes[state]}`,
    yes: '不再介绍',
    no: '先不了',
    danger: true,
  }),
  blocked: '记下了，以后不再介绍这一位',
  report: '举报',
  reportAbout: '由工会管理员处理，不告诉红娘，也不告诉对方',
} as const;

const blockNotes: Readonly<Record<ProposalState, string>> = {
  open: '您不用再回答。对方和红娘都不会知道。',
  mutual: '两位都不再看到对方的联系方式，对方只看到“这次介绍已经结束”，不说原因。',
  ended: '对方和红娘都不会知道。',
};

/** Where the list is empty. */
export const noneText = {
  waiting: { title: '还没有介绍给您的人', about: '什么都不用做。红娘遇到合适的人，会在“消息”里告诉您。' },
  notJoined: { title: '您还没有登记资料', about: '登记以后，红娘才会为您介绍。不登记也没关系。' },
  expired: {
    title: '您的资料已经到期',
    about: '到期以后没有新的介绍。想继续，到“我的资料”里续期；不想，什么都不用做。',
  },
  refused: {
    title: '现在不会有介绍',
    about: '您没有同意介绍给别人，所以不会有介绍。想开始时，到“我的资料”里同意。',
  },
  paused: { title: '您暂停了介绍', about: '休息的时候没有新的介绍。想回来时，到“我的资料”里恢复，不着急。' },
  stamp: {
    title: '现在还不会有介绍',
    about: '这个工作室要看过单位盖章的单身证明，才会为您介绍。坐班时带来给红娘看一眼就行，不着急。',
  },
} as const;
export const toPages = { studio: '回到红娘工作室', matchProfile: '去我的资料', sittings: '预约坐班' } as const;

export const listText = {
  title: '给我的介绍',
  about: '愿意、不愿意，或者不回答，都可以。只有双方都愿意，才会一起知道。',
  now: '现在的',
  before: '已经结束的',
  open: (moment: string) => `${moment}揭晓`,
  revealing: '答复的时间到了，正在揭晓',
  mutual: '双方都愿意，打开看联系方式',
  mixer: '联谊上互相选了对方，打开看联系方式',
  ended: (studio: string, day: string) => `${studio}，${day}介绍`,
} as const;
