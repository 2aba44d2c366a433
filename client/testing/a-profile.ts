import type { MatchFacts, OwnProfile, StudioView } from '@contract/match-profile';

/** 2026-11-25 10:00 in Shanghai, a Wednesday. */
export const matchNow = Date.UTC(2026, 10, 25, 2);

const shown = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });

export const someFacts: MatchFacts = {
  age: shown(1994),
  street: { value: '北蔡镇', seenBy: 'mutual' },
  hometown: null,
  occupation: shown('courier'),
  shift: null,
  restDays: shown([2, 7]),
  interests: shown(['walking', 'cooking']),
  smokes: null,
  history: { value: 'never', seenBy: 'studio' },
  hasChildren: null,
  about: shown('话不多，爱做饭。'),
  hopes: null,
  ages: shown({ from: 28, upTo: 36 }),
};

/** Somebody in the pool who agreed to everything but a picture. */
export const aProfile = (about: Partial<OwnProfile> = {}): OwnProfile => ({
  profileId: 'm00000000001' as OwnProfile['profileId'],
  studioId: 'beicai' as OwnProfile['studioId'],
  studioName: '北蔡红娘工作室',
  state: 'active',
  form: {
    calledName: '小陈',
    gender: 'woman',
    facts: someFacts,
    contact: { kind: 'wechat', value: 'chen_beicai' },
    seeks: null,
    children: 'open',
    notColleagues: true,
  },
  hasPhoto: false,
  held: [],
  turnedDown: [],
  consents: (['pool', 'proposals', 'suggestions', 'sensitive'] as const).map((purpose, nth) => ({
    purpose,
    version: '2026-11',
    receiptNo: `C-0000000${nth}`,
    givenAt: (matchNow - 86_400_000) as OwnProfile['joinedAt'],
  })),
  isStamped: false,
  needsStamp: false,
  pausedUntil: null,
  expiresOn: '2027-05-25' as OwnProfile['expiresOn'],
  mayRenew: false,
  joinedAt: (matchNow - 86_400_000) as OwnProfile['joinedAt'],
  revision: 3,
  ...about,
});

export const aStudio = (about: Partial<StudioView> = {}): StudioView => ({
  studioId: 'beicai' as StudioView['studioId'],
  name: '北蔡红娘工作室',
  about: '为北蔡镇的单身职工牵线，不收费。',
  stationId: 'beicai-hub',
  stationName: '北蔡镇工会服务站',
  address: '沪南路1000号',
  phone: '021-68921234',
  room: '二楼201',
  weekday: 5,
  from: 540,
  until: 990,
  needsStamp: false,
  isOpen: true,
  ...about,
});
