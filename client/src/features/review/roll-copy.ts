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
  'not-in-this-state': '会籍状态已经变动，不能这样办理，请重新查询',
  'changed-meanwhile': '会籍刚刚有变动，请重新查询后再办理',
} as const;

export const suspendWords = actRefusals satisfies WordsFor<'member.suspend'>;
export const restoreWords = actRefusals satisfies WordsFor<'member.restore'>;
export const retainWords = actRefusals satisfies WordsFor<'member.retain'>;

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
  none: '这位会员的会籍当前没有可以办理的事项。',
  note: '说明',
  noteHint: '会员本人会看到，请写明原因，不要写证件号码。',
  stay: '不办理了',
} as const;
