import type { NotNow } from '@contract/event-view';
import type { WordsFor } from '@/answer-words';
import { occupationLabel } from '@/features/station/visit/visit-copy';
import type { EventDetail, EventViewer, OwnRegistration } from '@contract/event-view';
import { momentOf } from '../event-time';
import { groupName } from '../event-words';

export const showRefusals: WordsFor<'event.show'> = {
  'event-not-found': '没有找到这个活动，可能还没有发布，或者已经撤下',
};

export const eventWords = {
  title: '活动',
  toEvents: '看看别的活动',
  when: '时间',
  nth: (nth: number) => `第 ${nth} 次`,
  where: '地点',
  zone: '房间',
  provider: '承办',
  union: '主办',
  audience: '谁能来',
  fee: '费用',
  contact: '联系',
  seats: '名额',
  waiting: '候补',
  walkInLabel: '直接来',
  admission: '录取',
  inPairs: '男女成对录取',
  waitingCount: (count: number) => `还有 ${count} 份报名在等`,
  placesWere: (places: number) => `${places} 个`,
  left: (left: number, places: number) =>
    `${left === 0 ? '已满' : `还\u2060有\u00a0${left}\u00a0个`}，共\u00a0${places}\u00a0个`,
  walkIn: '不用报名，直接来',
  walkInsToo: '没有报名的也可以直接来',
  about: '活动介绍',
  cancelled: '活动取消了',
  more: '还有',
  otherDates: '其他日期',
  otherDatesAbout: '同一系列，每次单独报名',
  noOtherDates: '没有排出别的日期',
  programme: '所属项目',
  draw: '怎么抽签',
  drawAbout: '抽签的凭据谁都可以自己核对',
  calendar: '加到日历',
  calendarAdded: '已经加到手机日历',
  calendarSaved: '日历文件已下载，打开就能加到日历',
  calendarRefused: '没有得到使用日历的许可，可以在手机设置里打开',
  calendarFailed: '没有加成，请稍后再试',
  share: '分享',
  shareCopied: '链接已复制，发给工友就行',
  shareFailed: '没有复制成功，请复制浏览器地址栏里的链接',
  station: '站点详情',
  navigate: '导航过去',
  before: '报名前请知道',
  since: '报名后请知道',
  staff: '管理这个活动',
  mixer: '号码牌和心动卡',
  mixerAbout: '到了现场领号码，只有互相选了的两位会知道',
} as const;

/** What the main button says where one cannot register. A sentence above it says why, or what to do. */
export const notNowWords: Readonly<Record<Exclude<NotNow, 'not-open-yet'>, { button: string; why: string | null }>> = {
  'sign-in-needed': { button: '登录后报名', why: null },
  closed: { button: '报名已截止', why: null },
  cancelled: { button: '活动已取消', why: null },
  'members-only': { button: '加入工会后报名', why: '这次活动面向工会会员。' },
  'union-members-only': { button: '只接受本工会会员报名', why: '这次活动面向主办工会和它下面工会的会员。' },
  'other-occupation': { button: '这次面向其他职业', why: '请看上面“谁能来”。职业登记得不对的，可以在“我的数据”里改。' },
  'no-quota-for-you': { button: '没有您这一类的名额', why: '请看上面“名额”是留给谁的。' },
  'one-at-a-time': {
    button: '看看已经报的活动',
    why: '最近有两次以上报了名没有来，所以现在同一时间只能报一个活动。参加完已经报的，就可以再报。',
  },
  'walk-in-only': { button: '导航过去', why: null },
};
export const opensWords = (opensAt: number, now: number): string => `${momentOf(opensAt, now)} 开始报名`;

export const registerWords = {
  register: '报名',
  again: '再次报名',
  list: '候补报名',
  draw: '参加抽签',
} as const;

/** For whom it is, in words. */
export function audienceWords({ audience: { who, occupations, age } }: EventDetail): string {
  const people = { everyone: '谁都可以来', members: '工会会员', 'union-members': '主办工会的会员' }[who];
  const trades = occupations.length === 0 ? null : occupations.map(occupationLabel).join('、');
  return [people, trades, age === null ? null : ageWords(age)].filter(Boolean).join('；');
}

export const ageWords = ({ from, upTo }: { readonly from: number; readonly upTo: number }): string =>
  upTo >= 120 ? `${from} 岁以上` : from === 0 ? `${upTo} 岁以下` : `${from} 到 ${upTo} 岁`;

/** How many places there are, and for whom; how many are left interests nobody once it is over. */
export function seatLines({ quotas, endsAt }: EventDetail, now: number): readonly string[] {
  const isForAll = quotas.length === 1 && quotas[0]?.group === 'anyone';
  return quotas.map(
    ({ group, places, left }) =>
      `${isForAll ? '' : `${groupName(group)}：`}${endsAt <= now ? eventWords.placesWere(places) : eventWords.left(left, places)}`,
  );
}

/** Everything that somebody should know before the tap, one sentence each. */
export function knownBefore(event: EventDetail, { missedLately }: EventViewer, now: number): readonly string[] {
  const { cancelBy, places, family, fields, waiting } = event;
  return [
    missedLately >= 2
      ? '最近60天有两次以上报了名没有来，所以同一时间只能报一个活动。当时有原因的，在“我的活动”里说明一下就好。'
      : missedLately === 1
        ? '最近60天有一次报了名没有来。没关系，这次来不了的话提前取消就行；再有一次，同一时间就只能报一个活动。'
        : null,
    cancelWords(cancelBy, now),
    event.inPairs ? pairsBefore[places === 'draw' ? 'draw' : 'first-come'] : null,
    places === 'draw'
      ? '报名截止后抽签，先报后报机会一样。没有抽中的按抽签的顺序候补。'
      : (waiting ?? 0) > 0 || event.seatsLeft === 0
        ? '名额满了按报名先后候补。轮到您时消息里会告诉您，名额为您留一段时间；不接受就让给下一位。'
        : null,
    family === null
      ? null
      : `可以带 1 到 ${family.mostChildren} 个 ${ageWords({ from: family.ageFrom, upTo: family.ageUpTo })}的孩子，一家人的名额一起给，不会拆开。`,
    family === null ? null : familyTurn,
    fields.some(({ isSensitive }) => isSensitive)
      ? '标着“敏感”的内容加密保存，主办方写明用途才能看，谁看过您都查得到。'
      : null,
    purgeWords(event),
  ].filter((line) => line !== null);
}

/** What holds for somebody who has a place, or waits for one, one sentence each. */
export function knownSince(event: EventDetail, own: OwnRegistration, now: number): readonly string[] {
  const waits = own.state === 'waiting';
  return [
    waits && event.inPairs ? pairsSince : null,
    waits && own.waitsFor !== 'partner' ? '轮到您时，名额为您留一段时间；到时没有接受，就让给下一位。' : null,
    waits && own.people > 1 ? familyTurn : null,
    waits ? null : cancelWords(event.cancelBy, now),
    purgeWords(event),
  ].filter((line) => line !== null);
}

/** What it means for somebody who thinks of registering. */
const pairsBefore = {
  'first-come':
    '男女成对录取：男士和女士各按报名先后，凑成一对就一起录取。另一方暂时还没有人报名时，请您稍等，有了结果在消息里告诉您。',
  draw: '男女成对录取：抽中的男士和女士一样多。没有抽中的，以后也是凑成一对再录取。',
} as const;

const pairsSince =
  '凑成一对就一起录取，消息里会告诉您。如果您已经等得久了，会先问您还来不来，名额为您留一段时间；到时没有接受，就让给下一位。';

const familyTurn =
  '空出的名额不够一家人时，会先给后面人少的；最多越过您3次，之后空出的名额先留给您，一直留到开始前24小时。';

const cancelWords = (cancelBy: number, now: number): string =>
  cancelBy > now
    ? `来不了请在${momentOf(cancelBy, now)}前取消，不用说原因。之后也能取消，只要选一个原因。`
    : '来不了也请取消，选一个原因就行，名额还能给别人用，不计入缺席。';

/** When what was written down is deleted again. */
function purgeWords({ fields, family }: EventDetail): string {
  const days = Math.max(...fields.map(({ purgeDays }) => purgeDays));
  const answers =
    fields.length === 0 ? null : days === 0 ? '填写的内容活动结束就删除' : `填写的内容活动后${days}天内删除`;
  const children = family === null ? null : '孩子的姓名和年龄活动第二天删除';
  return `${[answers, children, '您的姓名活动后180天删除'].filter(Boolean).join('，')}。`;
}
