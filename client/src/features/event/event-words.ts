import type { EventKind, QuotaGroup } from '@contract/event-kind';
import type { EventSummary } from '@contract/event-view';
import type { Tone } from '@/ui/tones';
import { momentOf } from './event-time';

/** In the order in which they are offered to choose from. */
const kindNames: Readonly<Record<EventKind, string>> = {
  'one-hour': '一小时服务',
  fitness: '健身运动',
  arts: '艺术手作',
  lecture: '文化讲座',
  skill: '实用技能',
  health: '健康义诊',
  legal: '法律咨询',
  'parent-child': '亲子活动',
  reading: '读书分享',
  mixer: '联谊交友',
  performance: '演出观影',
  festival: '节庆活动',
  contest: '技能比赛',
  safety: '安全例会',
};
export const kindCodes = Object.keys(kindNames) as readonly EventKind[];
export const kindName = (kind: EventKind): string => kindNames[kind];

const groupNames: Readonly<Record<QuotaGroup, string>> = {
  anyone: '不限身份',
  members: '工会会员',
  'new-employment': '新就业形态劳动者',
  men: '男士',
  women: '女士',
};
export const groupName = (group: QuotaGroup): string => groupNames[group];

export type SeatWords = { readonly text: string; readonly tone: Tone };

/** Whether one can still come, in words: what the card of an event says last. */
export function seatWords(event: EventSummary, now: number): SeatWords {
  if (event.state === 'cancelled') return { text: '已取消', tone: 'danger' };
  if (event.state === 'draft') return { text: '草稿，没有发布', tone: 'plain' };
  if (event.state === 'held' || event.state === 'archived' || event.endsAt <= now)
    return { text: '已结束', tone: 'plain' };
  if (event.places === 'walk-in') return { text: '不用报名', tone: 'good' };
  const walkIn = event.walkIns ? '，可直接来' : '';
  if (event.state === 'closed' || event.closesAt <= now)
    return { text: `报名已截止${walkIn}`, tone: event.walkIns ? 'good' : 'plain' };
  if (event.opensAt > now) return { text: `${momentOf(event.opensAt, now)} 开始报名`, tone: 'info' };
  if (event.places === 'draw') return { text: `抽签，${momentOf(event.closesAt, now)} 截止`, tone: 'info' };
  return event.seatsLeft > 0
    ? { text: `还有 ${event.seatsLeft} 个名额`, tone: 'good' }
    : { text: `已满，可候补${walkIn}`, tone: 'warn' };
}

/** Where it is, the room included. */
export const whereOf = ({ stationName, zoneName }: EventSummary): string =>
  zoneName === null ? stationName : `${stationName} · ${zoneName}`;
