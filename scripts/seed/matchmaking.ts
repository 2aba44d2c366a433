import { profileIdDrawnFor } from './profile-id';
import type { Profile } from '../../cloudfunctions/matchmaking/profile-records';
import { sealedSaid } from '../../cloudfunctions/matchmaking/profile-records';
import type { Pledge, Studio } from '../../cloudfunctions/matchmaking/studio-records';
import type { Member, UnionRecord } from '../../cloudfunctions/member/records';
import { blankMember } from '../../cloudfunctions/member/records';
import { personIdFor } from '../../cloudfunctions/runtime/serve';
import type { StationRecord } from '../../cloudfunctions/station/records';
import { applicationVersion } from '../../types/enrolment';
import type { PersonId } from '../../types/ids';
import { CardNumber, StationId, UnionId } from '../../types/ids';
import { matchConsentVersion, matchPurposes, pledgeVersion, statementVersion } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { EpochMs, addDays, shanghaiDay } from '../../types/time';
import { checkDigit } from '../../cloudfunctions/member/card-number';
import { diceOf } from './dice';
import { unionRecords } from './directory';
import type { Single } from './singles';
import { singles } from './singles';

/** Everything that a fresh start holds of matchmaking, but what the studio's own functions add to it. */
export type SeededMatchmaking = {
  readonly studio: Studio;
  readonly pledge: Pledge;
  readonly members: readonly Member[];
  readonly profiles: readonly Profile[];
};

const DAY_MS = 86_400_000;
const STATION = 'beicaizhenzhigongfuwuzongzhan';
const beicai = UnionId.parse('beicai');
const personOf = (key: string): PersonId => personIdFor('wechat', `local-${key}`);

/** 北蔡镇职工服务总站: 公益红娘工作室，400多人，每周五 (S0). */
export function seededMatchmaking(stations: readonly StationRecord[], now: EpochMs): SeededMatchmaking {
  const pool = singles(Number(shanghaiDay(now).slice(0, 4)));
  const offices = officesAbove(beicai);
  return {
    studio: studioAt(stations),
    pledge: {
      _id: personOf('matchmaker'),
      version: pledgeVersion,
      at: EpochMs.parse(now - 30 * DAY_MS),
      until: addDays(shanghaiDay(now), 300),
    },
    members: pool.map((one, nth) => memberFrom(one, nth, offices, now)),
    profiles: [
      ...pool.map(({ key, form }, nth) => profileFrom(personOf(key), key, form, nth, now)),
      ...personasForms(now).map(({ key, form }, nth) => profileFrom(personOf(key), key, form, nth, now)),
    ],
  };
}

function studioAt(stations: readonly StationRecord[]): Studio {
  const station = stations.find(({ _id }) => String(_id) === STATION);
  if (station === undefined) throw new Error(`${STATION} is no station of the network.`);
  return {
    _id: beicai,
    form: {
      name: '北蔡公益红娘工作室',
      about: '红娘每周五在职工服务总站，登记、聊天、介绍都不收钱。先聊聊，合不合适慢慢看，不愿意也没关系。',
      stationId: StationId.parse(STATION),
      room: '二楼会客室',
      weekday: 5,
      from: 13 * 60,
      until: 16 * 60 + 20,
      slotMinutes: 20,
      tables: 2,
      needsStamp: false,
      isOpen: true,
    },
    stationName: station.name,
    address: station.address,
    phone: station.phone,
    scope: [beicai, UnionId.parse('pudong')],
    revision: 1,
    makeAt: EpochMs.parse(0),
  };
}

const profileFrom = (personId: PersonId, key: string, form: ProfileForm, nth: number, now: EpochMs): Profile => {
  const profileId = profileIdDrawnFor(key);
  const joinedAt = EpochMs.parse(now - (5 + (nth % 120)) * DAY_MS);
  return {
    _id: personId,
    profileId,
    studioId: beicai,
    state: 'active',
    revision: 1,
    sealed: sealedSaid(profileId, { form, turnedDown: [] }),
    held: [],
    heldFor: [],
    heldSince: null,
    hasPhoto: false,
    consents: matchPurposes
      .filter((purpose) => purpose !== 'suggestions' || nth % 9 !== 8)
      .map((purpose) => ({
        purpose,
        version: matchConsentVersion,
        receiptNo: `demo-${key}-${purpose}`,
        givenAt: joinedAt,
      })),
    statement: { version: statementVersion, at: joinedAt },
    stamp: nth % 5 === 0 ? { at: joinedAt } : null,
    unionId: beicai,
    lookedUpAt: now,
    pausedUntil: null,
    joinedAt,
    expiresAt: EpochMs.parse(joinedAt + 182 * DAY_MS),
    told: [],
    proposedAt: [],
    lastProposedAt: 0,
    dueAt: EpochMs.parse(now + DAY_MS),
  };
};

/** Two of the personas, who would get on. */
const personasForms = (now: EpochMs): { readonly key: string; readonly form: ProfileForm }[] => {
  const thisYear = Number(shanghaiDay(now).slice(0, 4));
  const shown = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
  const facts = {
    street: shown('北蔡镇'),
    restDays: shown([6, 7]),
    smokes: shown('never' as const),
    history: null,
    hasChildren: null,
  };
  const rest = { seeks: null, children: null, notColleagues: false } as const;
  return [
    {
      key: 'single-chen',
      form: {
        ...rest,
        calledName: '小静',
        gender: 'woman',
        contact: { kind: 'wechat', value: 'chenjing_0412' },
        facts: {
          ...facts,
          age: { value: thisYear - 30, seenBy: 'proposal' },
          hometown: { value: '安徽阜阳', seenBy: 'mutual' },
          occupation: shown('care'),
          shift: shown('rotating' as const),
          interests: shown(['walking', 'cooking', 'films']),
          about: shown('在护理院上班，性子慢。休息天喜欢去世纪公园走走，回家做两个菜。'),
          hopes: { value: '能好好说话的人。', seenBy: 'studio' },
          ages: { value: { from: 28, upTo: 36 }, seenBy: 'studio' },
        },
      },
    },
    {
      key: 'single-lin',
      form: {
        ...rest,
        calledName: '阿浩',
        gender: 'man',
        contact: { kind: 'mobile', value: '13900000021' },
        facts: {
          ...facts,
          age: { value: thisYear - 32, seenBy: 'proposal' },
          hometown: { value: '江苏盐城', seenBy: 'proposal' },
          occupation: shown('courier'),
          shift: shown('day' as const),
          interests: shown(['walking', 'cooking', 'cycling']),
          about: shown('送快递六年，熟悉北蔡每一条路。会修自行车，也会煲汤。'),
          hopes: null,
          ages: { value: { from: 25, upTo: 34 }, seenBy: 'studio' },
        },
      },
    },
  ];
};

function officesAbove(unionId: UnionId): UnionRecord['offices'] {
  const union = unionRecords().find(({ _id }) => _id === unionId);
  if (union === undefined) throw new Error(`${unionId} is no union of the tree.`);
  return union.offices;
}

/** A member of 北蔡's union since last year; of a pool one sees that they are members, and nothing else is needed. */
function memberFrom({ key, name, form }: Single, nth: number, offices: UnionRecord['offices'], now: EpochMs): Member {
  const personId = personOf(key);
  const unionName = offices[0]?.name ?? '';
  const since = EpochMs.parse(now - (200 + (nth % 300)) * DAY_MS);
  const body = `2025${String(diceOf(`card-${key}`).between(0, 9_999) * 1_000 + nth).padStart(7, '0')}`;
  const cardNumber = CardNumber.parse(`${body}${checkDigit(body)}`);
  const signature = { version: applicationVersion, at: since };
  return {
    ...blankMember(personId),
    revision: 1,
    form: {
      ...blankMember(personId).form,
      name,
      occupation: form.facts.occupation?.value ?? 'employee',
      workAreaId: beicai,
    },
    round: 1,
    cardNumber,
    enrolment: { state: 'approved', signature },
    membership: {
      unionId: beicai,
      unionName,
      offices,
      since,
      history: [{ step: 'approve', at: since, office: unionName, note: null }],
      state: 'active',
    },
  };
}
