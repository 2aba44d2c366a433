/** What the functions answer to a matchmaker at the bench, to whoever keeps a studio's hours, and to who reads reports. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const studioId = 'beicai';
const studioName = '北蔡公益红娘工作室';
const dayOf = (at: number): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10);
const idOf = (letter: string, nth: number): string => `${letter}000000000${String(nth).padStart(2, '0')}`;

const names = ['小林', '阿海', '青禾', '小满', '大白', '若溪', '阿树', '小鱼'] as const;
const called = (nth: number): string => names[nth % names.length] ?? '';
const row = (nth: number, about: object = {}) => ({
  profileId: idOf('m', nth), calledName: called(nth), gender: nth % 2 === 0 ? ('woman' as const) : ('man' as const), age: 26 + nth,
  street: '周家渡街道', occupation: 'ride-hailing', interests: ['walking' as const, 'photography' as const, 'handicraft' as const, 'eating-out' as const],
  isStamped: nth % 3 === 0, lastProposedAt: nth % 4 === 0 ? now - 40 * DAY_MS : null, notNow: nth % 5 === 4 ? ('week-full' as const) : null, ...about,
}); // prettier-ignore
/** Everything said that can be. */
const card = (nth: number) => ({
  calledName: called(nth), gender: nth % 2 === 0 ? ('woman' as const) : ('man' as const), age: 26 + nth, hasPhoto: true, isStamped: true,
  facts: {
    street: '周家渡街道', hometown: '安徽阜阳', occupation: 'ride-hailing', shift: 'free', restDays: [1, 2], interests: ['walking', 'photography'], smokes: 'never',
    history: 'never', hasChildren: false, about: '慢热，熟了话多。下班喜欢沿着河边走走。'.repeat(8), hopes: '彼此尊重，有自己的爱好。'.repeat(12), ages: { from: 28, upTo: 36 },
  },
}); // prettier-ignore

const proposal = (nth: number, state: 'open' | 'mutual' | 'ended') => ({
  proposalId: idOf('q', nth), state, byName: '钱老师', proposedAt: now - nth * DAY_MS, revealsAt: now + (5 - nth) * DAY_MS, mayWithdraw: state === 'open',
  one: { profileId: state === 'ended' ? null : idOf('m', nth), calledName: state === 'ended' ? '' : called(nth) },
  other: { profileId: state === 'ended' ? null : idOf('m', nth + 1), calledName: state === 'ended' ? '' : called(nth + 1) },
}); // prettier-ignore
const followUp = (nth: number, stage: 'days' | 'weeks' | 'months', dueAt: number) => ({
  proposalId: idOf('q', nth), side: 'one' as const, profileId: nth % 3 === 2 ? null : idOf('m', nth), calledName: called(nth), otherCalledName: called(nth + 1), stage, dueAt,
}); // prettier-ignore
const form = {
  name: studioName, about: '红娘每周五在这里，先聊聊，不着急。', stationId: 'beicai-1', room: '二楼会客室', weekday: 5, from: 780, until: 980, slotMinutes: 20, tables: 2,
  needsStamp: false, isOpen: true,
}; // prettier-ignore
const report = (nth: number, state: 'open' | 'removed') => ({
  reportId: idOf('w', nth),
  studioId,
  studioName,
  reason: 'money' as const,
  state,
  at: now - nth * DAY_MS,
});
const slotOf = (nth: number, table: string) => {
  const startsAt = now + (Math.floor(nth) - 4) * 20 * 60_000;
  return {
    slotId: `${String(13 + Math.floor(nth / 3)).padStart(2, '0')}${['00', '20', '40'][nth % 3] ?? '00'}${table}`, startsAt, endsAt: startsAt + 20 * 60_000, table,
    state: nth % 3 === 0 ? ('booked' as const) : nth % 3 === 1 ? ('came' as const) : ('free' as const), who: nth % 3 === 2 ? null : called(nth),
    profileId: nth % 3 === 2 ? null : idOf('m', nth),
  };
}; // prettier-ignore

export const matchBenchAnswers: Answers = {
  'matchmaking.showBench': {
    studios: [{ studioId, name: studioName, stationName: '北蔡镇职工服务总站' }],
    pledge: { isSigned: true, until: '2027-11-22', version: '2026-11' },
    counts: { profiles: 412, held: 3, followUps: 2, open: 5 },
    nextSitting: { studioId, day: dayOf(now + 4 * DAY_MS), booked: 4 },
  },
  'matchmaking.searchPool': { items: Array.from({ length: 20 }, (_, nth) => row(nth)), next: null, total: 412 },
  'matchmaking.showPerson': {
    row: row(0), state: 'active', card: card(0), studioOnly: ['history', 'hopes'], joinedAt: now - 60 * DAY_MS, isMember: true, suggestionsOn: true,
    notes: Array.from({ length: 6 }, (_, nth) => ({ noteId: idOf('w', nth), words: '周五来聊过，不急，想先认识朋友。'.repeat(3), at: now - nth * DAY_MS })),
  },
  'matchmaking.suggest': { suggestions: [{ row: row(1), reasons: ['same-street', 'shared-interests'] }] },
  'matchmaking.previewProposal': { ofOne: card(0), ofOther: card(1), revealsAt: now + 5 * DAY_MS },
  'matchmaking.listStudioProposals': {
    items: Array.from({ length: 20 }, (_, nth) => proposal(nth, nth < 6 ? 'open' : nth < 8 ? 'mutual' : 'ended')), next: null,
  },
  'matchmaking.showDay': {
    day: dayOf(now), isCalledOff: false, holiday: null,
    slots: Array.from({ length: 10 }, (_, nth) => ['a', 'b'].map((table) => slotOf(nth, table))).flat(),
  },
  'matchmaking.listHeld': {
    held: (['about', 'hopes', 'calledName', 'street'] as const).map((field, nth) => ({
      profileId: idOf('m', nth), field, mark: `mark-${nth}`, words: '在做投资，可以聊聊。'.repeat(4), photo: null, blurred: null, since: now - nth * HOUR_MS,
    })),
  },
  'matchmaking.listFollowUps': {
    due: [0, 1, 2].map((nth) => followUp(nth, 'days', now - DAY_MS)),
    later: [3, 4, 5].map((nth) => followUp(nth, 'weeks', now + 14 * DAY_MS)),
  },
  'matchmaking.listMixers': {
    mixers: (['badges', 'choosing', 'told', null] as const).map((state, nth) => ({
      eventId: idOf('e', nth), title: '北蔡青年联谊', startsAt: now + HOUR_MS, endsAt: now + 4 * HOUR_MS, state, opening: 'now', badges: state === null ? 0 : 24,
      choosesUntil: state === 'choosing' || state === 'told' ? now + 28 * HOUR_MS : null, pairs: state === 'told' ? 3 : null,
    })),
  },
  'matchmaking.showStudio': {
    studios: Array.from({ length: 36 }, (_, nth) => ({
      studioId: `union-${nth}`, unionName: '花木街道总工会', form: nth < 3 ? form : null, revision: nth < 3 ? 2 : 0,
    })),
  },
  'matchmaking.listReports': { open: [report(1, 'open'), report(2, 'open')], decided: [report(3, 'removed')] },
  'matchmaking.showReport': {
    report: report(1, 'open'), words: '第二天就说要借两万，还说不借就是不信任。'.repeat(5), photo: null, card: card(1), calledName: '阿海', earlier: 1, isStillThere: true,
    answer: null,
  },
}; // prettier-ignore

const page = (name: string): string => `features/matchmaking/pages/${name}/index`;

export const matchBenchParameters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['pool', 'proposals', 'held', 'follow-ups', 'mixers'].map((name) => [page(name), `?id=${studioId}`]),
  ),
  // The bench, which alone leads there, names the day.
  [page('sitting-day')]: `?id=${studioId}&day=${dayOf(now)}`,
  [page('person')]: `?id=${idOf('m', 0)}&studio=${studioId}&for=${idOf('m', 1)}`,
  [page('propose')]: `?one=${idOf('m', 0)}&other=${idOf('m', 1)}`,
  [page('report')]: `?id=${idOf('w', 1)}`,
};
