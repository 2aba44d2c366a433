import type { Notice, NoticeKind } from '@contract/notice';
import { momentOf } from '../event-time';
import { dutyWords } from './duty-notices';
import { matchWords } from './match-notices';

export const inboxWords = {
  title: '消息',
  none: '还没有消息',
  noneAbout: '名额、改期、提醒和工会的答复，都会放在这里',
  unread: '未读',
  toEvents: '去看看近期活动',
} as const;

export type NoticeWords = { readonly title: string; readonly text: string };

/** Every thing that the union may have to tell somebody, as a clerk would say it. */
const words: Readonly<Record<NoticeKind, (notice: Notice, now: number) => NoticeWords>> = {
  'place-offered': ({ when }, now) => ({
    title: '有名额留给您',
    text: when === null ? '请打开活动，尽快决定' : `请在${momentOf(when, now)}前决定，过时会让给下一位`,
  }),
  'offer-passed-on': () => ({
    title: '名额让给了下一位',
    text: '保留的时间过了，没有收到您的决定。您可以重新报名，排在后面',
  }),
  'place-given': ({ when }, now) => ({ title: '轮到您了，名额已经是您的', text: begins(when, now) }),
  'draw-won': ({ when }, now) => ({ title: '抽中了', text: `${begins(when, now)}。来不了请提前取消，让给别人` }),
  'draw-waiting': () => ({ title: '这次没有抽中', text: '您按抽签的顺序候补，轮到您时再告诉您' }),
  'event-moved': ({ when }, now) => ({ title: '时间或地点改了', text: `${begins(when, now)}，来不了可以取消` }),
  'event-cancelled': () => ({ title: '活动取消了', text: '给您添麻烦了，对不起' }),
  'event-tomorrow': ({ when }, now) => ({ title: '明天有您报名的活动', text: begins(when, now) }),
  'event-soon': ({ when }, now) => ({ title: '活动快开始了', text: `${begins(when, now)}，到了请出示入场码` }),
  'event-message': () => ({ title: '主办方说', text: '' }),
  'event-missed': () => ({
    title: '上次没有等到您',
    text: '没有您的签到记录，计入一次缺席，60天后自动消除。当时有原因的，打开活动说明一下就好',
  }),
  'excuse-answered': () => ({ title: '您说明的原因，工会看过了', text: '打开活动看工会的决定' }),
  'rating-answered': () => ({ title: '您的评价，工会答复了', text: '' }),
  ...dutyWords,
  ...matchWords,
};

const begins = (when: number | null, now: number): string =>
  when === null ? '打开活动看时间' : `${momentOf(when, now)} 开始`;

/** A mini-program that is older than what the union tells says so, instead of an empty page. */
const newerThanThis: NoticeWords = { title: '工会有一条新消息', text: '请把小程序完全关闭后重新打开，就能看到内容' };

export const noticeWords = (notice: Notice, now: number): NoticeWords =>
  Object.keys(words).includes(notice.kind) ? words[notice.kind](notice, now) : newerThanThis;
