/** What the functions answer to somebody in the pool of a matchmaking studio. */
import type { Answers } from './answers';

const now = Date.now();
const HOUR_MS = 3_600_000;
const eventId = 'eabcdefghjkm';
const dayIn = (days: number): string => new Date(now + days * 24 * HOUR_MS).toISOString().slice(0, 10);

const studio = {
  studioId: 'beicai', name: '北蔡红娘工作室', about: '为北蔡镇的单身职工牵线，不收费，也不催促。', stationId: 'beicai-hub', stationName: '北蔡镇工会服务站',
  address: '沪南路1000号', phone: '021-68921234', room: '二楼201', weekday: 5, from: 540, until: 990, needsStamp: true, isOpen: true,
}; // prettier-ignore
const shown = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });

/** Everything said that can be. */
const profile = {
  profileId: 'm00000000001', studioId: 'beicai', studioName: studio.name, state: 'active' as const,
  form: {
    calledName: '小陈', gender: 'woman' as const,
    facts: {
      age: shown(1994), street: shown('北蔡镇'), hometown: shown('安徽阜阳'), occupation: shown('courier' as const), shift: shown('rotating' as const),
      restDays: shown([2, 7]), interests: shown(['walking', 'cooking', 'films', 'pets', 'plants', 'travel'] as ('walking' | 'cooking')[]), smokes: shown('never' as const),
      history: shown('never' as const), hasChildren: shown(false), about: shown('话不多，爱做饭，养了两只猫。'.repeat(10)), hopes: shown('聊得来，作息差不多。'.repeat(10)),
      ages: shown({ from: 28, upTo: 36 }),
    },
    contact: { kind: 'wechat' as const, value: 'chen_beicai' }, seeks: 'men' as const, children: 'open' as const, notColleagues: true,
  },
  hasPhoto: true, held: ['about' as const], turnedDown: [{ field: 'hopes' as const, reason: '里面有电话号码' }],
  consents: (['pool', 'proposals', 'suggestions', 'photo', 'sensitive'] as const).map((purpose, nth) => ({ purpose, version: '2026-11', receiptNo: `C-0000000${nth}`, givenAt: now - 240 * HOUR_MS })),
  isStamped: true, needsStamp: true, pausedUntil: null, expiresOn: dayIn(20), mayRenew: true, joinedAt: now - 240 * HOUR_MS, revision: 3,
}; // prettier-ignore

const revealsAt = now + 100 * HOUR_MS;
/** Somebody who shows everything that can be shown. */
const card = (calledName: string, gender: 'woman' | 'man') => ({
  calledName, gender, age: 32, hasPhoto: true, isStamped: true,
  facts: {
    street: '北蔡镇', hometown: '江苏盐城', occupation: 'courier', shift: 'rotating', restDays: [2, 7], interests: ['walking', 'cooking', 'films', 'pets', 'plants', 'travel'],
    smokes: 'never', history: 'never', hasChildren: false, about: '话不多，爱做饭，会修自行车。'.repeat(10), hopes: '聊得来，作息差不多。'.repeat(10), ages: { from: 28, upTo: 36 },
  },
}); // prettier-ignore
const proposed = { studioName: studio.name, proposedAt: now - 20 * HOUR_MS, revealsAt, fromMixer: false };

export const matchAnswers: Answers = {
  'matchmaking.listProposals': {
    proposals: Array.from({ length: 40 }, (_, nth) => {
      const state = nth === 0 ? ('open' as const) : nth === 1 ? ('mutual' as const) : ('ended' as const);
      return {
        ...proposed, proposalId: `q000000000${String(nth).padStart(2, '0')}`, state, calledName: state === 'ended' ? null : '小周',
        answer: state === 'open' ? ('none' as const) : null,
      };
    }),
  },
  'matchmaking.showProposal': {
    proposal: {
      ...proposed, proposalId: 'q00000000001', state: 'open', calledName: '小周', answer: 'yes', card: card('小周', 'man'), ownCard: card('小陈', 'woman'),
      words: '都喜欢看电影，作息也合得来。'.repeat(8), contact: null, contactUntil: null, followsUp: false, mayReport: true,
    },
  },
  'matchmaking.showProposalPhoto': { photo: '/9j/4AAQ'.repeat(120), isBlurred: true },
  'matchmaking.listStudios': { studios: [studio, { ...studio, studioId: 'jinqiao', name: '金桥红娘工作室', weekday: 3 }] },
  'matchmaking.showOwn': { isMember: true, profile, open: 1 },
  'matchmaking.listLooks': {
    items: Array.from({ length: 20 }, (_, nth) => ({ at: now - nth * HOUR_MS, act: nth % 2 === 0 ? ('opened' as const) : ('listed' as const), by: '沈老师 北蔡红娘工作室' })),
    next: null,
  },
  'matchmaking.listSittings': {
    studio, own: null,
    days: [3, 10, 17, 24].map((days) => ({
      day: dayIn(days), isCalledOff: false,
      slots: Array.from({ length: 15 }, (_, nth) => ({ startsAt: now + (days * 24 + nth / 2) * HOUR_MS, endsAt: now + (days * 24 + nth / 2 + 0.5) * HOUR_MS, free: nth % 4 })),
    })),
  },
  'matchmaking.showMixer': {
    mixer: {
      eventId, title: '北蔡青年联谊：一起做一顿饭', studioName: studio.name, state: 'choosing', endsAt: now - HOUR_MS, choosesUntil: now + 28 * HOUR_MS,
      number: 17, mayTakeBadge: true, choices: [2, 5], mutual: [],
      others: Array.from({ length: 40 }, (_, nth) => ({ number: nth + 1, calledName: '周家渡小满' })).filter(({ number }) => number !== 17),
    },
  },
}; // prettier-ignore

const page = (name: string): string => `features/matchmaking/pages/${name}/index`;

export const matchParameters: Readonly<Record<string, string>> = {
  [page('join')]: '?id=beicai',
  [page('sittings')]: '?id=beicai',
  [page('mixer')]: `?id=${eventId}`,
  [page('proposal')]: '?id=q00000000001',
  [page('report-person')]: '?id=q00000000001',
};
