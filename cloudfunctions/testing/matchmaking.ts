import { createHash } from 'node:crypto';
import type { PersonId } from '../../types/ids';
import { ProfileId, StationId, UnionId } from '../../types/ids';
import { matchConsentVersion, matchPurposes, pledgeVersion, statementVersion } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import { EpochMs, NEVER, ShanghaiDay } from '../../types/time';
import type { Profile } from '../matchmaking/profile-records';
import { sealedSaid } from '../matchmaking/profile-records';
import type { Pledge, Studio } from '../matchmaking/studio-records';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));

/** A Monday morning on which the tests of matchmaking stand. */
export const matchNow = at('2026-11-23T10:00:00');

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const drawn = (text: string, count: number): string =>
  [...createHash('sha256').update(text).digest().subarray(0, count)].map((byte) => letters[byte % 32]).join('');

export const profileIdOf = (name: string): ProfileId => ProfileId.parse(`m${drawn(name, 11)}`);

/** 北蔡's studio: Fridays 13:30–17:00 at beicai-1, twenty minutes each, at two tables; open, without a stamp. */
export const aStudio = (more: Partial<Studio> = {}, form: Partial<Studio['form']> = {}): Studio => ({
  _id: UnionId.parse('beicai'),
  form: {
    name: '北蔡公益红娘工作室',
    about: '红娘每周五在这里，先聊聊，不着急。',
    stationId: StationId.parse('beicai-1'),
    room: '二楼会客室',
    weekday: 5,
    from: 810,
    until: 1_020,
    slotMinutes: 20,
    tables: 2,
    needsStamp: false,
    isOpen: true,
    ...form,
  },
  stationName: 'beicai-1驿站',
  address: '沪南路1000号',
  phone: null,
  scope: [UnionId.parse('beicai'), UnionId.parse('pudong')],
  revision: 1,
  makeAt: EpochMs.parse(0),
  ...more,
});

/** A woman of 30 who says little of herself, reached by WeChat. `more` says what the test is about. */
export const aForm = (
  name: string,
  more: Partial<Omit<ProfileForm, 'facts'>> = {},
  facts: Partial<ProfileForm['facts']> = {},
): ProfileForm => ({
  calledName: name,
  gender: 'woman',
  contact: { kind: 'wechat', value: `wx_${drawn(name, 8)}` },
  seeks: null,
  children: null,
  notColleagues: false,
  ...more,
  facts: {
    age: { value: 1996, seenBy: 'proposal' },
    street: null,
    hometown: null,
    occupation: null,
    shift: null,
    restDays: null,
    interests: null,
    smokes: null,
    history: null,
    hasChildren: null,
    about: null,
    hopes: null,
    ages: null,
    ...facts,
  },
});

/** Somebody in 北蔡's pool since this morning, who agreed to everything. `personId` is that of a phone of the test. */
export function aProfile(
  name: string,
  personId: PersonId,
  more: Partial<Profile> = {},
  form: ProfileForm = aForm(name),
): Profile {
  const profileId = profileIdOf(name);
  const held = more.held ?? [];
  const studioId = more.studioId ?? UnionId.parse('beicai');
  return {
    _id: personId,
    profileId,
    state: 'active',
    revision: 1,
    sealed: sealedSaid(profileId, { form, turnedDown: [] }),
    heldFor: held.length === 0 ? [] : [studioId],
    heldSince: held.length === 0 ? null : matchNow,
    hasPhoto: false,
    consents: matchPurposes.map((purpose) => ({
      purpose,
      version: matchConsentVersion,
      receiptNo: `receipt-${purpose}-${name}`,
      givenAt: matchNow,
    })),
    statement: { version: statementVersion, at: matchNow },
    stamp: null,
    unionId: UnionId.parse('pudong'),
    lookedUpAt: matchNow,
    pausedUntil: null,
    joinedAt: matchNow,
    expiresAt: at('2027-05-22T10:00:00'),
    told: [],
    proposedAt: [],
    lastProposedAt: 0,
    dueAt: NEVER,
    ...more,
    held,
    studioId,
  };
}

/** A matchmaker's pledge that stands for a year. */
export const aPledge = (personId: PersonId, more: Partial<Pledge> = {}): Pledge => ({
  _id: personId,
  version: pledgeVersion,
  at: matchNow,
  until: ShanghaiDay.parse('2027-11-22'),
  ...more,
});
