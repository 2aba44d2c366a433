import type { NotNowProposed, PoolRow } from '@contract/match-bench';
import { occupationNames } from '@/occupation-words';
import { benchRefusals as general } from '../match-refusals';
import { ageText, calledText, genderNames, interestNames, wordOf } from '../match-words';

const notHere = '这里供红娘使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

/** What everything that a matchmaker does may be refused with. */
export const benchRefusals = { ...general, 'not-allowed': notHere } as const;

export const benchPhrases = {
  title: '红娘工作台',
  toBench: '回到红娘工作台',
  /** At the foot of every page where somebody can be seen. */
  looked: '您每次看谁的资料，都会记下来；本人随时看得到是谁、什么时候看的。',
  unknown: '没有找到这一页',
  unknownAbout: '请从红娘工作台里打开。',
  reload: '刷新看看',
} as const;

/** `小林 和 小周` */
export const bothNames = (one: string, other: string): string => `${calledText(one)} 和 ${calledText(other)}`;

/** `女，30岁，北蔡镇，快递员`: what somebody stated of themselves, in a line. */
export const personLine = ({ gender, age, street, occupation }: PoolRow): string =>
  [
    genderNames[gender],
    ageText(age),
    street,
    occupation === null ? null : (wordOf(occupationNames, occupation) ?? occupation),
  ]
    .filter(Boolean)
    .join('，');

export const interestsLine = ({ interests }: Pick<PoolRow, 'interests'>): string | null =>
  interests.length === 0 ? null : `喜欢${interests.map((code) => interestNames[code]).join('、')}`;

/** Beside a name in a list, where a sentence has no room. */
export const notNowShort: Readonly<Record<NotNowProposed, string>> = {
  paused: '暂停中',
  expired: '已到期',
  'proposals-off': '不介绍',
  'stamp-needed': '待盖章',
  'week-full': '本周已满',
};
