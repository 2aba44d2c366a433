import type { Quota } from '@contract/event-form';
import { groupName } from '../event-words';
import type { Ranked } from './recompute';

export const showRefusals = {
  'event-not-found': '没有找到这个活动，可能已经撤下',
  'no-draw': '这个活动不抽签，先报名先得名额',
} as const satisfies Readonly<Record<string, string>>;

export const drawWords = {
  title: '抽签',
  what: '怎么抽签',
  about: [
    '报名截止后由系统抽签，先报后报机会一样，抽签里只有编号，没有姓名。',
    '活动发布时，系统先定下一个加密保存的种子，并公布它的指纹；抽签后公开种子，换过种子，指纹就对不上。',
    '种子和全部编号一起算出名次，按名次给名额；一家人一起抽中或一起候补，轮到时名额不够就先给后面的。',
  ],
  commitment: '种子指纹',
  commitmentAbout: '抽签前公布。您可以截图留着，抽签后对照。本机也已替您记下。',
  ownLot: '您的编号',
  drawsAt: '抽签时间',
  neverDrawn: '活动没有抽签',
  entries: '参加抽签',
  places: '名额',
  seed: '种子',
  digest: '名单指纹',
  check: '自己核对',
  checkAgain: '再核对一次',
  checkAbout: '用您自己的手机或电脑重新抽一遍，看结果对不对得上。',
  result: '核对抽签',
  winners: '抽中的编号',
  elsewhere: '换个地方核对',
  elsewhereAbout: '任何能算 SHA-256 的工具都可以，步骤如下：',
  copySeed: '复制种子',
  keepList: '保存名单',
  listAfter: '核对完，名单也读完了，这里就可以保存名单。',
} as const;

/** What somebody does who trusts neither us nor this page. `printf` and `sha256sum` are on every Linux machine. */
export const steps = [
  '对种子的 64 个字符算 SHA-256，写成小写十六进制，应等于种子指纹。',
  '把名单按编号排好，每行写“编号 人数 名额类别”，用空格隔开，类别多于一个用逗号隔开，每行末尾换行；对全文算 SHA-256，应等于名单指纹。',
  '对每个编号，把种子、名单指纹、编号连写成一行，算 SHA-256，按结果从小到大排，就是名次。',
  '按名次给名额：依次看每个类别，剩下的名额够这一份的人数就给，都不够就候补，接着看下一份。',
] as const;

/** Before the last step, where men and women are drawn in pairs. */
export const pairStep = '数一数每个类别有几份报名，两个类别的名额都按最少的那个数算，不超过公布的名额。';

/** What became of a text that was to be taken elsewhere. */
export const takenWords = {
  saved: '已保存名单',
  copied: '已复制，可以粘贴到别处核对',
  failed: '没能复制，请稍后重试',
} as const;

/** As lines of entries name the groups; the steps above need their names. */
export const groupCodes = (quotas: readonly Quota[]): string =>
  quotas.map(({ group, places }) => `${group}（${groupName(group)}）${places} 个`).join('，');

export const placesText = (quotas: readonly Quota[], inPairs: boolean): string =>
  quotas.map(({ group, places }) => `${groupName(group)} ${places} 个`).join('，') +
  (inPairs ? '；男女成对，一方报名不够时，两方都按少的人数抽' : '');

export const readingText = (done: number, of: number): string => `正在读取名单，${done}/${of} 份`;
export const computingText = (done: number, of: number): string => `正在重新抽签，${done}/${of} 份`;

/** Each thing that was looked at, said both ways: words and not only a colour. */
export const findings = {
  seed: { good: '公开的种子与抽签前公布的指纹一致', bad: '公开的种子与抽签前公布的指纹不一致' },
  memory: { good: '种子指纹与本机在抽签前记下的一致', bad: '种子指纹与本机在抽签前记下的不一致' },
  list: { good: '名单没有少、没有多、没有改，与名单指纹一致', bad: '名单与公布的份数或名单指纹不一致' },
  own: { good: '您的编号在名单里', bad: '您的编号不在名单里' },
} as const;
export type Finding = keyof typeof findings;

export const verdictWords = {
  same: { title: '一致', text: '重新抽了一遍，与公布的对得上。' },
  different: {
    title: '不一致',
    text: '公布的内容对不上，请截图本页，向主办工会或上级工会反映。',
  },
} as const;

/** `第 3 名，抽中（工会会员）`; whoever was not drawn waits at that rank. */
export function ownResult(order: readonly Ranked[], lot: string): string | null {
  const index = order.findIndex((ranked) => ranked.lot === lot);
  const ranked = order[index];
  if (ranked === undefined) return null;
  return ranked.won === null
    ? `第 ${index + 1} 名，没有抽中，进入候补`
    : `第 ${index + 1} 名，抽中（${groupName(ranked.won)}）`;
}
