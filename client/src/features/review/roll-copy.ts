import { staffOnly } from './copy';
import type { WordsFor } from '@/answer-words';
import type { CardState } from '@contract/membership';
import type { Tone } from '@/ui/tones';

export type RollAct = 'suspend' | 'restore' | 'retain';

export const findMemberWords = {
  'member-not-found': '没有查到这个会员证号，可能号码有误，或者会员不在您办理的工会范围内',
  'not-allowed': staffOnly,
} as const satisfies WordsFor<'member.findMember'>;

const actRefusals = {
  'member-not-found': findMemberWords['member-not-found'],
  'own-membership': '这是您本人的会籍，须由其他工会干事办理',
  'not-in-this-state': '会籍状态已经变动，不能这样办理，请重新查询',
  'changed-meanwhile': '会籍刚刚有变动，请重新查询后再办理',
} as const;

export const suspendWords = actRefusals satisfies WordsFor<'member.suspend'>;
export const restoreWords = actRefusals satisfies WordsFor<'member.restore'>;
export const retainWords = actRefusals satisfies WordsFor<'member.retain'>;

export const correctRecordWords = {
  'member-not-found': actRefusals['member-not-found'],
  'own-membership': actRefusals['own-membership'],
  'nothing-to-correct': '请填写要更正的姓名或证件号码，至少一项',
  'id-card-in-use': '这个证件号码已经用于另一份入会申请或会籍，没有更正。请再核对证件；号码无误的，请联系上级工会查明',
  'changed-meanwhile': '登记刚刚有变动，没有更正。请核对后再办理一次，您填写的内容还在',
  'not-allowed': staffOnly,
} as const satisfies WordsFor<'member.correctRecord'>;

export const rollStates = {
  pending: { text: '审批中', tone: 'info' },
  active: { text: '有效', tone: 'good' },
  transferring: { text: '转会中', tone: 'info' },
  retained: { text: '保留会籍', tone: 'info' },
  suspended: { text: '已暂停', tone: 'warn' },
  left: { text: '已退会', tone: 'plain' },
} as const satisfies Record<CardState, { text: string; tone: Tone }>;

type ActWords = {
  readonly name: string;
  readonly about: string;
  readonly ask: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly done: string;
};

export const actWords = {
  suspend: {
    name: '暂停会籍',
    about: '会员卡暂时不能使用，会籍不取消，可以恢复。',
    ask: {
      title: '暂停这位会员的会籍？',
      text: '会员卡立即不能使用。会员本人会看到暂停的时间和说明。',
      yes: '暂停会籍',
      no: '返回修改',
    },
    done: '会籍已暂停',
  },
  restore: {
    name: '恢复会籍',
    about: '会员卡恢复使用。',
    ask: {
      title: '恢复这位会员的会籍？',
      text: '会员卡立即可以使用。会员本人会看到恢复的时间和说明。',
      yes: '恢复会籍',
      no: '返回修改',
    },
    done: '会籍已恢复',
  },
  retain: {
    name: '保留会籍',
    about: '工会撤销或工作终止时使用：会籍为会员保留，会员卡照常有效，等待转入新的工会。',
    ask: {
      title: '为这位会员保留会籍？',
      text: '会员卡照常有效，会员找到新的工会后可以转会。会员本人会看到时间和说明。',
      yes: '保留会籍',
      no: '返回修改',
    },
    done: '会籍已保留',
  },
} as const satisfies Record<RollAct, ActWords>;

export const rollText = {
  title: '会员名册',
  findTitle: '按会员证号查询',
  number: '会员证号',
  numberHint: '会员卡上的12位数字。查询会留下记录，会员本人可以看到。',
  numberProblem: '会员证号是12位数字，请检查',
  find: '查询',
  union: '所在工会',
  since: '入会日期',
  none: '这位会员的会籍当前没有您可以办理的事项。',
  note: '说明',
  noteHint: '会员本人会看到，请写明原因，不要写证件号码。',
  stay: '不办理了',
} as const;

export const correctText = {
  name: '更正姓名或证件',
  about: '请当面对照证件原件核对。只填写要更正的内容，其余保持不变。',
  personName: '正确的姓名',
  personNameHint: '和证件上一致；姓名没有错就不用填',
  kind: '证件种类',
  kinds: {
    'id-card': { label: '居民身份证', about: '港澳台居民居住证也选这一项' },
    other: { label: '其他证件', about: '护照、外国人永久居留身份证等' },
  },
  number: '正确的证件号码',
  numberHints: {
    'id-card': '18位，最后一位可能是字母X；证件没有错就不用填',
    other: '字母和数字，照证件上的填写；证件没有错就不用填',
  },
  idLength: '身份证号是18位，请对照证件检查',
  otherFormat: '号码应是5到20位字母或数字，请检查',
  nothing: correctRecordWords['nothing-to-correct'],
  note: '更正依据',
  noteHint: '会员本人会看到。例如：当面核对了身份证原件。不要写证件号码。',
  action: '更正登记',
  ask: (name: string | null, withDocument: boolean) => ({
    title: '更正这位会员的登记？',
    text: `${correctionText(name, withDocument)}会员本人会看到更正的时间和依据。`,
    yes: '更正登记',
    no: '返回修改',
  }),
  done: (maskedName: string) => `登记已更正，会员姓名：${maskedName}`,
} as const;

function correctionText(name: string | null, withDocument: boolean): string {
  if (name === null) return '证件更正为您填写的号码，姓名不变。';
  return withDocument ? `姓名更正为“${name}”，证件更正为您填写的号码。` : `姓名更正为“${name}”，证件不变。`;
}
