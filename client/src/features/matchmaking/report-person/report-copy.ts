import { reportReasons } from '@contract/match-kind';
import type { WordsFor } from '@/answer-words';
import { ownRefusals } from '../match-refusals';
import { reportReasonNames } from '../match-states';

export const reportRefusals: WordsFor<'matchmaking.report'> = {
  ...ownRefusals,
  'too-late': '这次介绍结束已久，记录已经删除。有事请直接联系您的工会',
  'no-picture': '这张图读不出来，请换一张',
};

export const reasonOptions = reportReasons.map((value) => ({ value, label: reportReasonNames[value] }));

/** As the contract has it. Characters. */
export const LEAST_WORDS = 4;
export const MOST_WORDS = 500;

export const reportText = {
  title: '举报',
  whoTitle: '谁会看到',
  who: [
    '只有工会管理员看，不告诉红娘，也不告诉对方',
    '管理员会看到：您写的话、附的图，和这次介绍里给您看过的对方资料',
    '处理完，在“消息”里答复您',
    '举报以后不再介绍这一位，这次介绍从您的列表里拿掉；已经互相看到联系方式的，两位都不再看到',
  ],
  danger: '有人身危险或被骗了钱，请先打110。',
  saidTitle: '请您说说',
  reason: '什么事',
  reasonMissing: '请选一项',
  words: '发生了什么',
  wordsHint: '什么时候、在哪里、对方说了或做了什么',
  wordsMissing: '请写几个字，管理员才好核实',
  photoTitle: '附一张图（选填）',
  photoAbout: '比如聊天的截图。只给管理员看。',
  photo: '附上的图',
  pick: '选一张图',
  again: '换一张',
  drop: '不附了',
  refused: '没有得到相机或相册的允许，请在手机设置里打开',
  unreadable: '这张图读不出来，请换一张',
  send: '交给管理员',
  dropAsk: { title: '不举报就离开？', text: '刚才写的内容不会保留。', yes: '离开', no: '接着写', danger: true },
  done: '管理员收到了',
  doneAbout: '谢谢您告诉我们。处理完，在“消息”里答复您。以后不再介绍这一位。',
} as const;
