import { hostCode } from '../event/event-code';
import type { EventRecord } from '../event/records';
import { collections } from '../runtime/collections';
import { barKeyOf } from '../matchmaking/ids';
import { evidenceOf, sealedEvidence, subjectKeyOf } from '../matchmaking/report-evidence';
import { ReportRecord } from '../matchmaking/report-records';
import type { EventId, ProposalId } from '../../types/ids';
import { UnionId, WishId } from '../../types/ids';
import { mixerConsentVersion, pledgeVersion } from '../../types/match-kind';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { itIs } from './calendar';
import type { Phone, TestCloud } from './cloud';
import { keyOf, shanghai } from './duty-world';
import { anEvent } from './events';
import { storeWithGuests } from './guests';
import { aForm, aPledge, aProfile, aStudio, matchNow, profileIdOf } from './matchmaking';
import { aMember } from './members';
import { aStation } from './stations';

/** Eight dots by eight, in a JPEG of nothing else. */
export const dots = Buffer.from('ffd8ffc0000b080008000801011100ffda000501020312ffd9', 'hex').toString(
  'base64',
) as never;

/** What there is in the world below, by name. */
export type MatchThings = {
  /** Of 小芳 and 阿强, who have not answered. */
  readonly open: ProposalId;
  /** Of 小芳 and 阿明, who both said yes; somebody is due to ask after them. */
  readonly mutual: ProposalId;
  /** 红娘's, about 小芳. */
  readonly noteId: WishId;
  /** 小兰's, about 老周. */
  readonly reportId: WishId;
  /** Somebody's who was taken out after it. */
  readonly removedId: WishId;
  /** Of 小兰's words about herself, which wait to be looked at. */
  readonly heldMark: string;
  /** Numbers are handed out; cards are filled in; neither yet. */
  readonly mixers: { readonly badges: EventId; readonly choosing: EventId; readonly unopened: EventId };
  /** 小芳's appointment on Friday, and 阿明's of last Friday. */
  readonly booked: EpochMs;
};

/** Who is in 北蔡's pool: 小芳 and 小兰 are women, the others men. */
export const people = ['小芳', '阿强', '阿明', '小兰', '老周'] as const;
const more: Readonly<Record<string, Parameters<typeof aProfile>[2]>> = {
  小兰: { held: ['about'] },
  // May be renewed already, and is not asked to yet.
  小芳: { expiresAt: shanghai('2026-12-20T10:00:00') },
};
export const bookedAt = shanghai('2026-11-27T13:30:00');

/**
 * 北蔡's studio on a Monday morning with one thing of every kind in it, made by the people themselves. 潍坊 has a studio
 * too, and nobody in it.
 */
export async function matchWorld(cloud: TestCloud): Promise<MatchThings> {
  settle(cloud);
  itIs(shanghai('2026-11-10T10:00:00'));
  const matchmaker = cloud.as('红娘');
  const mutual = await propose(matchmaker, '小芳', '阿明');
  for (const name of ['小芳', '阿明'])
    await cloud.as(name).must('matchmaking.answer', { proposalId: mutual, answer: 'yes' });
  itIs(shanghai('2026-11-15T20:01:00'));
  await cloud.tick('matchmaking');
  const past = { studioId: UnionId.parse('beicai'), startsAt: shanghai('2026-11-20T13:30:00') };
  await cloud.as('阿明').must('matchmaking.bookSitting', past);

  const choosing = await mixer(cloud, '联谊乙', shanghai('2026-11-22T18:00:00'), true);
  const until = shanghai('2026-11-24T20:00:00');
  await matchmaker.must('matchmaking.openCards', { studioId: past.studioId, eventId: choosing, until });
  const badges = await mixer(cloud, '联谊甲', shanghai('2026-11-23T09:00:00'), true);
  const unopened = await mixer(cloud, '联谊丙', shanghai('2026-11-23T09:00:00'), false);

  itIs(matchNow);
  await cloud.tick('matchmaking');
  const open = await propose(matchmaker, '小芳', '阿强');
  const disliked = await propose(matchmaker, '小兰', '老周');
  const reported = { proposalId: disliked, reason: 'money', words: '一开口就说理财', photo: null } as const;
  const { reportId } = await cloud.as('小兰').must('matchmaking.report', { ...reported, requestKey: keyOf('report') });
  const about = { profileId: profileIdOf('小芳'), words: '下次再聊', requestKey: keyOf('note') };
  const { note } = await matchmaker.must('matchmaking.saveNote', about);
  await cloud.as('小芳').must('matchmaking.bookSitting', { studioId: past.studioId, startsAt: bookedAt });
  await cloud.as('小芳').must('matchmaking.savePhoto', { photo: dots, blurred: dots });
  const { held } = await matchmaker.must('matchmaking.listHeld', { studioId: past.studioId });
  const heldMark = held.find(({ field }) => field === 'about')?.mark ?? '';
  const mixers = { badges, choosing, unopened };
  const removedId = takenOut(cloud, reportId);
  return { open, mutual, noteId: note.noteId, reportId, removedId, heldMark, mixers, booked: bookedAt };
}

function settle(cloud: TestCloud): void {
  const roles = [
    ['红娘', 'matchmaker', 'beicai'],
    ['没签承诺的红娘', 'matchmaker', 'beicai'],
    ['承诺过期的红娘', 'matchmaker', 'beicai'],
    ['潍坊红娘', 'matchmaker', 'weifang'],
    ['区红娘', 'matchmaker', 'pudong'],
    ['干事', 'clerk', 'beicai'],
    ['站长', 'station-head', 'beicai'],
    ['志愿者', 'volunteer', 'beicai'],
    ['主席', 'administrator', 'beicai'],
    ['潍坊主席', 'administrator', 'weifang'],
    ['区主席', 'administrator', 'pudong'],
  ] as const;
  for (const [name, role, union] of roles) cloud.appoint(name, role, union);
  cloud.appoint('卸任的红娘', 'matchmaker', 'beicai', '2026-11-22');
  const pledges = ['红娘', '潍坊红娘', '区红娘', '卸任的红娘'].map((name) => aPledge(cloud.as(name).personId));
  const over = aPledge(cloud.as('承诺过期的红娘').personId, { until: '2026-11-22' as never });
  cloud.store('match-pledges').insertMany([...pledges, { ...over, version: pledgeVersion }]);
  cloud.store('stations').insert(aStation('beicai-1'));
  const weifang = { _id: UnionId.parse('weifang'), scope: [UnionId.parse('weifang'), UnionId.parse('pudong')] };
  cloud.store('match-studios').insertMany([aStudio(), aStudio(weifang, { name: '潍坊红娘工作室' })]);
  cloud.store('members').insertMany([...people, '会员'].map((name) => aMember(name, cloud.as(name).personId)));
  cloud.store('match-profiles').insertMany(
    people.map((name) => {
      const gender = name.startsWith('小') ? 'woman' : 'man';
      const form = aForm(name, { gender }, { about: { value: `${name}爱爬山`, seenBy: 'proposal' } });
      return aProfile(name, cloud.as(name).personId, more[name] ?? {}, form);
    }),
  );
}

/** The same report once more, about somebody who was taken out of the pool for it a while ago. */
function takenOut(cloud: TestCloud, reportId: WishId): WishId {
  const removedId = WishId.parse('w00000000099');
  const report = ReportRecord.parse(cloud.store('match-reports').get(reportId));
  const { personId } = cloud.as('请出去的');
  const evidence = { ...evidenceOf(report), subjectId: personId, barKey: barKeyOf(personId), requestKey: 'another' };
  cloud.store('match-reports').insert({
    ...report,
    ...{ _id: removedId, sealed: sealedEvidence(removedId, evidence), subjectKey: subjectKeyOf(evidence) },
    ...{ state: 'removed', waitingFor: [], effects: [], answer: '已经处理', decidedAt: matchNow, dueAt: NEVER },
  });
  cloud.store('match-bars').insert({ _id: evidence.barKey, at: matchNow, reportId: removedId });
  return removedId;
}

async function propose(matchmaker: Phone, one: string, other: string): Promise<ProposalId> {
  const hides = { hideOfOne: [], hideOfOther: [], wordsToOne: null, wordsToOther: null };
  const two = { one: profileIdOf(one), other: profileIdOf(other), requestKey: keyOf(`${one} ${other}`) };
  return (await matchmaker.must('matchmaking.propose', { ...two, ...hides })).proposalId;
}

/** An event of two hours to which 小芳, 阿强, 阿明 and 小兰 came; with badges where numbers are handed out. */
async function mixer(cloud: TestCloud, name: string, startsAt: EpochMs, isOpen: boolean): Promise<EventId> {
  const endsAt = (startsAt + 2 * 3_600_000) as EpochMs;
  const guests = ['小芳', '阿强', '阿明', '小兰'].map((guest) => cloud.as(guest));
  const plain: EventRecord = anEvent(name, { kind: 'mixer', sessions: [{ startsAt, endsAt }] });
  const event = storeWithGuests(cloud, plain, guests);
  itIs(startsAt);
  for (const guest of guests) await guest.must('event.checkIn', { code: hostCode(event.code, startsAt) });
  if (!isOpen) return event._id;
  const at = { studioId: UnionId.parse('beicai'), eventId: event._id };
  await cloud.as('红娘').must('matchmaking.openMixer', at);
  for (const [nth, guest] of guests.entries())
    await guest.must('matchmaking.takeBadge', {
      ...{ eventId: event._id, consent: mixerConsentVersion, calledName: `来客${nth}` },
      contact: { kind: 'wechat', value: `wx_guest_${nth}` },
    });
  return event._id;
}

/** The store as it is now, to come back to. */
export function keepStore(cloud: TestCloud): () => void {
  const kept = collections.map(({ name }) => [name, cloud.store(name).find()] as const);
  return () => {
    for (const [name, documents] of kept) {
      cloud.store(name).remove({});
      cloud.store(name).insertMany(documents);
    }
  };
}

/** Everything of these collections as text, to see whether anything was written. */
export const storeAsText = (cloud: TestCloud): string =>
  collections.map(({ name }) => JSON.stringify(cloud.store(name).find())).join('\n');
