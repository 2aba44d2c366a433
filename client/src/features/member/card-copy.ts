import type { CardCheck, CardState } from '@contract/membership';
import type { WordsFor } from '@/answer-words';
import type { Tone } from '@/ui/tones';
import { signInWords } from './sign-in-words';

export const cardRefusals = {
  ...signInWords,
  'no-card': '您还没有会员卡',
} as const satisfies WordsFor<'member.showCard'>;

type StateWords = { readonly tag: string; readonly tone: Tone; readonly about: string };

export const cardStateWords = {
  pending: { tag: '审批中', tone: 'info', about: '工会批准以后，这里就是您的会员卡。' },
  active: { tag: '有效', tone: 'good', about: '请工作人员扫描二维码。' },
  transferring: { tag: '有效，正在转会', tone: 'good', about: '转会期间，会员卡照常使用。' },
  retained: { tag: '有效，保留会籍', tone: 'good', about: '您的会籍由工会保留，会员卡照常使用。' },
  suspended: { tag: '暂停使用', tone: 'warn', about: '这张卡现在不能使用。请联系您的工会，了解原因和恢复办法。' },
  left: { tag: '已退会', tone: 'plain', about: '您已经退出工会，这张卡不再使用。想回来可以随时再申请。' },
} as const satisfies Record<CardState, StateWords>;

export const cardWords = {
  title: '会员卡',
  kind: '工会会员',
  number: '会员证号',
  since: '入会日期',
  qr: '会员卡二维码',
  renews: (seconds: number) => `${seconds}秒后自动更换`,
  renewing: '正在更换',
  offline: (seconds: number) => `网络不通，这个码还有${seconds}秒可以用`,
  over: '二维码过期了',
  overAbout: '连上网络就能换一个新的。',
  reconnect: '换一个新码',
  copy: '复制码上的文字',
  copied: '已经复制，请马上交给对方核验',
  notCopied: '没有复制成功，请再试一次',
  keep: '二维码每次只能用一回，截图和转发都没有用。',
  none: { title: '您还没有会员卡', about: '加入工会以后，会员卡就在这里。申请不收费。', button: '申请入会' },
  toStatus: '查看审批进度',
  toMembership: '会籍与转会',
  call: '拨打工会热线12351',
  again: '重新申请入会',
} as const;

export const checkRefusals = {
  ...signInWords,
  'code-unreadable': '读不出这个码',
  'code-expired': '这个码过期了',
  'code-used': '这个码已经用过',
} as const satisfies WordsFor<'member.verifyCard'>;

/** What to do after each. */
export const checkWayOn = {
  'code-unreadable': '请确认对方打开的是工会驿站的会员卡，再扫一次。',
  'code-expired': '请对方打开会员卡，等二维码换新后再扫。',
  'code-used': '每个码只能用一回，可能是截图。请对方当面打开会员卡再扫。',
} as const satisfies WordsFor<'member.verifyCard'>;

export const checkStateWords = {
  pending: '还在审批，没有入会',
  active: '在会会员',
  transferring: '在会会员，正在转会',
  retained: '在会会员，保留会籍',
  suspended: '会员卡已暂停使用',
  left: '已经退会',
} as const satisfies Record<CardCheck['state'], string>;

export const verifyWords = {
  title: '扫码验卡',
  valid: '有效',
  invalid: '无效',
  name: '姓名',
  union: '所在工会',
  state: '会籍',
  checkedAt: '核验时间',
  next: '验下一张',
  scan: '扫描会员卡',
  check: '核验',
  label: '会员卡上的码',
  hint: '粘贴或输入会员卡二维码里的文字',
  missing: '请粘贴或输入会员卡上的码',
  about: '请对方当面打开会员卡。您只会看到是否有效、部分姓名和所在工会。',
  typing: '扫不了，改为输入',
  nothing: '没有扫到二维码，请再试一次',
} as const;
