import type { Notice, NoticeKind } from '@contract/notice';
import { momentOf } from '../event-time';

type MatchKind = Extract<NoticeKind, `match-${string}` | `sitting-${string}` | `mixer-${string}`>;

/** What the matchmaking studio tells people. Nobody is named: an inbox may be read over somebody's shoulder. */
export const matchWords: Readonly<
  Record<MatchKind, (notice: Notice, now: number) => { readonly title: string; readonly text: string }>
> = {
  'match-proposed': ({ when }, now) => ({
    title: '红娘有一份介绍给您',
    text:
      when === null ? '愿意不愿意都行，您说了算' : `${momentOf(when, now)}之前想好就行，愿意不愿意都行，对方不会知道`,
  }),
  'match-mutual': () => ({ title: '您和对方都愿意认识', text: '联系方式已经为你们打开，可以打个招呼了' }),
  'match-follow-up': () => ({ title: '红娘想问问您近来可好', text: '不想再被问起，打开点一下就停' }),
  'match-held-answered': () => ({ title: '您写的内容，工作室看过了', text: '打开“我的资料”看看' }),
  'match-expiring': ({ when }, now) => ({
    title: '您在红娘工作室的资料快到期了',
    text: when === null ? '想留下就续期' : `${momentOf(when, now)}到期。想留下就续期，不续期会自动收起`,
  }),
  'match-expired': () => ({
    title: '您在红娘工作室的资料已经收起',
    text: '别人看不到了。30天内可以续期，过后自动删除',
  }),
  'match-left-union': () => ({
    title: '您的会籍结束了，红娘工作室的资料已经收起',
    text: '别人看不到了。30天内重新入会可以续期，过后自动删除',
  }),
  'match-removed': () => ({ title: '您的资料已移出红娘工作室', text: '有疑问请联系您的工会' }),
  'sitting-tomorrow': ({ when }, now) => ({
    title: '明天和红娘有约',
    text: `${when === null ? '打开看时间' : momentOf(when, now)}，来不了可以取消，不用说原因`,
  }),
  'sitting-called-off': () => ({ title: '您约的红娘坐班取消了', text: '给您添麻烦了，请另约一个时间' }),
  'sitting-missed': () => ({ title: '这次没等到您，没关系', text: '想聊的时候再约就好' }),
  'mixer-cards': ({ when }, now) => ({
    title: '可以填心动卡了',
    text: when === null ? '只有互相选中的人会知道' : `${momentOf(when, now)}之前填好。只有互相选中的人会知道`,
  }),
  'mixer-told': () => ({ title: '联谊的心动卡揭晓了', text: '打开看看' }),
  'match-report-made': () => ({ title: '有一份举报等您处理', text: '请尽快打开“红娘工作室的举报”' }),
  'match-report-answered': () => ({ title: '您的举报有了答复', text: '管理员的答复写在下面' }),
};
