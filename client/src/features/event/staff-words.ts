import type { EventState, RegistrationState } from '@contract/event-kind';
import type { Tone } from '@/ui/tones';

/** Words about events that several of staff's pages use. */

export const organisersOnly = '活动由站长和工会干事管理。您没有这项权限，或者任期已满；需要开通请联系所在工会';

export const hostsOnly = '主持签到由值班人员、站长和工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

export const eventGone = '没有找到这个活动，可能已经删除';
export const outsideYours = '这个活动不在您负责的工会范围内';

export const eventStateWords = {
  draft: { text: '草稿', tone: 'plain' },
  published: { text: '已发布', tone: 'good' },
  closed: { text: '报名已结束', tone: 'info' },
  held: { text: '已办完', tone: 'plain' },
  archived: { text: '已归档', tone: 'plain' },
  cancelled: { text: '已取消', tone: 'danger' },
} as const satisfies Record<EventState, { readonly text: string; readonly tone: Tone }>;

export const registrationStateWords = {
  entered: { text: '等待抽签', tone: 'info' },
  waiting: { text: '候补中', tone: 'warn' },
  offered: { text: '有名额，等本人确认', tone: 'info' },
  confirmed: { text: '已报上名', tone: 'good' },
  cancelled: { text: '已取消', tone: 'plain' },
  lapsed: { text: '没有轮到，或过时未确认', tone: 'plain' },
} as const satisfies Record<RegistrationState, { readonly text: string; readonly tone: Tone }>;
