import type { PersonId } from '../../types/ids';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { badgeKeyOf, namesByNumber, numberOf, openedContact } from './badge';
import type { Booking } from './sitting-records';
import { bookings, sittings } from './sitting-records';
import type { Look } from './look-records';
import { looks, notes } from './look-records';
import type { Mixer } from './mixer-records';
import { mixers } from './mixer-records';
import type { Profile, ProfilePhoto } from './profile-records';
import { photos, profiles, saidBy } from './profile-records';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { isHiddenBy, openedAnswer, openedPart } from './sealed-answer';
import { openedChoices } from './sealed-choices';
import { openedPhoto } from './sealed-photo';
import type { Handler } from './scene';
import { sideHeldBy } from './two-sides';

/** More than anybody has of anything but looks while it is kept. */
const MOST = 500;
/** The most that one question brings. */
const LOOKS_AT_ONCE = 1_000;

/**
 * PIPL 45: a copy is whole. What one said, agreed to and was told to rewrite; who looked at it; which proposals,
 * appointments and mixers there were, with one's own answer while it stands. Nothing that somebody else said is in it,
 * nor what a matchmaker noted for themselves: only how many such notes there are.
 *
 * Eight round trips, one more for each thousand looks.
 */
export const copyOwn: Handler<'copyOwn'> = async (_nothing, { personId }) => {
  const [profile, looked, proposed, booking, sat, mixed] = await Promise.all([
    profiles.get(personId),
    allLooks(personId),
    proposals.find({ people: personId }, { order: [['proposedAt', 'desc']], limit: MOST }),
    bookings.get(personId),
    sittings.find({ people: personId }, { limit: MOST }),
    mixers.find({ people: badgeKeyOf(personId) }, { limit: MOST }),
  ]);
  const [photo, noted] =
    profile === null
      ? [null, 0]
      : await Promise.all([photos.get(profile.profileId), notes.count({ profileId: profile.profileId })]);
  const copy = {
    profile: profile === null ? null : { ...profileCopy(profile), photo: photo === null ? null : photoCopy(photo) },
    notesByMatchmakers: noted,
    looks: looked.map(({ at, act, by }) => ({ at: iso(at), act, by })),
    proposals: proposed.flatMap((proposal) => proposalCopy(proposal, personId)),
    appointment: booking === null ? null : bookingCopy(booking),
    sittings: sat.flatMap(({ studioId, slots }) =>
      Object.values(slots)
        .filter((slot) => slot.personId === personId)
        .map(({ startsAt, endsAt, state }) => ({
          studio: studioId,
          startsAt: iso(startsAt),
          endsAt: iso(endsAt),
          state,
        })),
    ),
    mixers: mixed.map((mixer) => mixerCopy(mixer, personId)),
  };
  return agree({ json: JSON.stringify(copy) });
};

async function allLooks(personId: PersonId): Promise<Look[]> {
  const all: Look[] = [];
  for (;;) {
    const last = all.at(-1);
    const found = await looks.find(
      { subjectId: personId, ...(last === undefined ? {} : { listKey: { before: last.listKey } }) },
      { order: [['listKey', 'desc']], limit: LOOKS_AT_ONCE },
    );
    all.push(...found);
    if (found.length < LOOKS_AT_ONCE) return all;
  }
}

function profileCopy(profile: Profile): object {
  const { form, turnedDown } = saidBy(profile);
  return {
    studio: profile.studioId,
    union: profile.unionId,
    state: profile.state,
    ...form,
    waiting: profile.held,
    turnedDown,
    consents: profile.consents.map(({ givenAt, ...rest }) => ({ ...rest, givenAt: iso(givenAt) })),
    statement: { version: profile.statement.version, at: iso(profile.statement.at) },
    stampedAt: profile.stamp === null ? null : iso(profile.stamp.at),
    pausedUntil: profile.pausedUntil,
    joinedAt: iso(profile.joinedAt),
    expiresAt: iso(profile.expiresAt),
    proposedAt: profile.proposedAt.map(iso),
  };
}

const photoCopy = (photo: ProfilePhoto): object => ({
  full: openedPhoto(photo, 'photo'),
  blurred: openedPhoto(photo, 'blurred'),
});

function proposalCopy(proposal: Proposal, personId: PersonId): object[] {
  const side = sideHeldBy(proposal, personId);
  if (side === null) return [];
  const { _id, studioName, state, source, proposedAt, revealsAt } = proposal;
  const own = proposal[side];
  return [
    {
      studio: studioName,
      state,
      source,
      proposedAt: iso(proposedAt),
      revealsAt: iso(revealsAt),
      answer: own.answer === null ? null : openedAnswer(_id, side, own.answer),
      calledName: openedPart(_id, side, 'named', own.named),
      contact: openedPart(_id, side, 'contact', own.contact),
      fromMatchmaker: openedPart(_id, side, 'words', own.words),
      leftOut: own.hides,
      blocked: isHiddenBy(_id, side, own.list),
      followsUp: own.followsUp,
    },
  ];
}

const bookingCopy = ({ studioId, day, startsAt, endsAt }: Booking): object => ({
  ...{ studio: studioId, day },
  ...{ startsAt: iso(startsAt), endsAt: iso(endsAt) },
});

function mixerCopy(mixer: Mixer, personId: PersonId): object {
  const { _id, title, startsAt } = mixer;
  const badge = Object.hasOwn(mixer.badges, personId) ? mixer.badges[personId] : undefined;
  const number = numberOf(mixer, personId);
  const { contact = null, choices = null } = badge ?? {};
  return {
    title,
    startsAt: iso(startsAt),
    number,
    calledName: number === null ? null : (namesByNumber(mixer).get(number) ?? null),
    contact: contact === null ? null : openedContact(_id, personId, contact),
    choices: choices === null ? [] : openedChoices(_id, personId, choices),
  };
}

const iso = (at: EpochMs): string => new Date(at).toISOString();
