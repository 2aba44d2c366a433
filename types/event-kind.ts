/** Names of what events are. Plain tables: the client reads them without the schemas. */

/** The rows of product.md D01–D11, and what 总站 and studios hold. */
export const eventKinds = [
  { code: 'lecture', name: '文化讲座' },
  { code: 'fitness', name: '健身运动' },
  { code: 'arts', name: '艺术手作' },
  { code: 'skill', name: '实用技能' },
  { code: 'performance', name: '演出观影' },
  { code: 'one-hour', name: '一小时服务' },
  { code: 'parent-child', name: '亲子活动' },
  { code: 'mixer', name: '联谊交友' },
  { code: 'safety', name: '安全例会' },
  { code: 'contest', name: '技能比赛' },
  { code: 'festival', name: '节庆活动' },
  { code: 'health', name: '健康义诊' },
  { code: 'legal', name: '法律咨询' },
  { code: 'reading', name: '读书分享' },
] as const;
export type EventKind = (typeof eventKinds)[number]['code'];

/** Pictures that come with the program: a colour and a sign each. Nobody uploads, so nobody must look pictures over. */
export const covers = ['dawn', 'leaf', 'river', 'plum', 'lantern', 'paper'] as const;
export type Cover = (typeof covers)[number];

/**
 * Whom the places of one quota are for.
 *
 * - `anyone`: whoever the event is for. - `members`: cards that open doors.
 * - `new-employment`: 新就业形态 occupations, member or not. - `men`, `women`: as people say it themselves, for mixers.
 */
export const quotaGroups = ['anyone', 'members', 'new-employment', 'men', 'women'] as const;
export type QuotaGroup = (typeof quotaGroups)[number];

/** Where an event stands; `cloudfunctions/event/lifecycle.ts` says how it moves. */
export const eventStates = ['draft', 'published', 'closed', 'held', 'archived', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

/** Where a registration stands; `cloudfunctions/event/registration.ts` says how it moves. */
export const registrationStates = [
  /** In the draw, which is still to come. */
  'entered',
  'waiting',
  /** A place is kept for some hours, until it is taken or passed on. */
  'offered',
  'confirmed',
  'cancelled',
  /** The offer ran out, or the event came and went without a place. */
  'lapsed',
] as const;
export type RegistrationState = (typeof registrationStates)[number];
