import type { ProposalId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { mixerConsentVersion } from '../../types/match-kind';
import { SlotId } from '../../types/match-sitting';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from './calendar';
import type { Phone } from './cloud';
import { keyOf, shanghai } from './duty-world';
import { aForm, aPledge } from './matchmaking';
import { aMixerEvent, contactOf, storeMixerEvent } from './mixers';
import { aPicture } from './pictures';
import type { StudioWorld } from './studio-world';

const studioId = UnionId.parse('beicai');
const fact = <Value>(value: Value) => ({ value, seenBy: 'proposal' as const });
const picture = aPicture(480, 640, 'fengye-photo');

/** Words that nobody but 小枫 ever says, or says about 小枫: one for each place where words are kept. */
export const marks = {
  calledName: '枫叶甲',
  held: '懂投资的枫叶乙',
  hometown: '枫叶丙',
  street: '枫叶丁',
  hopes: '枫叶戊',
  contact: 'wx_fengye_ji',
  picture: picture.slice(40, 80),
  badge: '枫叶辛',
  badgeContact: contactOf('枫叶辛').value,
  note: '枫叶壬，下次再聊',
  words: '枫叶癸，先见一面',
} as const;

export type FullLife = {
  readonly lin: Phone;
  readonly matchmaker: Phone;
  /** The other of what was mutual. */
  readonly zhao: Phone;
  readonly mutual: ProposalId;
  readonly open: ProposalId;
  readonly profileId: string;
  readonly days: readonly ShanghaiDay[];
};

/** Somebody who does everything there is at a studio within nine days, and whatever others do about her. */
export async function fullLife(world: StudioWorld): Promise<FullLife> {
  const { cloud } = world;
  const matchmaker = cloud.as('hong');
  cloud.appoint('hong', 'matchmaker', 'beicai');
  cloud.appoint('ban', 'administrator', 'beicai');
  cloud.store('match-pledges').insert(aPledge(matchmaker.personId));
  const form = aForm(
    marks.calledName,
    { contact: { kind: 'wechat', value: marks.contact }, seeks: 'men', children: 'open' },
    {
      ...{ about: fact(marks.held), hometown: fact(marks.hometown), street: fact(marks.street) },
      ...{ hopes: fact(marks.hopes), history: fact('divorced' as const), interests: fact(['films' as const]) },
    },
  );
  const lin = await world.joined('lin', form);
  const [zhao, chen, wu] = await Promise.all(
    ['zhao', 'chen', 'wu'].map((name) => world.joined(name, aForm(name, { gender: 'man' }))),
  );
  if (zhao === undefined || chen === undefined || wu === undefined) throw new Error('Three men are needed.');
  await lin.must('matchmaking.savePhoto', { photo: picture, blurred: aPicture(18, 24) });
  const { profileId } = await world.own(lin);
  await cloud.tick('matchmaking');
  const [first, second] = ['2026-11-27', '2026-12-04'].map((day) => ShanghaiDay.parse(day));
  if (first === undefined || second === undefined) throw new Error('Two days are needed.');
  await lin.must('matchmaking.bookSitting', { studioId, startsAt: shanghai(`${first}T13:30:00`) });

  const propose = async (other: Phone, name: string) => {
    const pair = { one: profileId, other: (await world.own(other)).profileId, hideOfOne: [], hideOfOther: [] };
    const words = { wordsToOne: marks.words, wordsToOther: '她爱看电影', requestKey: keyOf(`propose-${name}`) };
    return (await matchmaker.must('matchmaking.propose', { ...pair, ...words })).proposalId;
  };
  const mutual = await propose(zhao, 'zhao');
  const disliked = await propose(chen, 'chen');
  for (const phone of [lin, zhao]) await phone.must('matchmaking.answer', { proposalId: mutual, answer: 'yes' });
  const told = { reason: 'other', words: '不愿多说什么', photo: null, requestKey: keyOf('report') } as const;
  await chen.must('matchmaking.report', { ...told, proposalId: disliked });
  const noted = { profileId, words: marks.note, requestKey: keyOf('note') };
  await matchmaker.must('matchmaking.saveNote', noted);
  await matchmaker.must('matchmaking.showPerson', { profileId });
  const search = { studioId, gender: null, ageFrom: null, ageUpTo: null, interests: [], text: null };
  await matchmaker.must('matchmaking.searchPool', search);

  itIs(shanghai(`${first}T14:00:00`));
  await cloud.tick('matchmaking');
  await matchmaker.must('matchmaking.showDay', { studioId, day: first });
  const outcome = { studioId, day: first, slotId: SlotId.parse('1330a'), outcome: 'missed' as const };
  await matchmaker.must('matchmaking.markSitting', outcome);

  const event = aMixerEvent('联谊', { quotas: [{ group: 'anyone', places: 20 }] });
  const guests = [lin, zhao, chen, wu];
  storeMixerEvent(
    cloud,
    event,
    guests.map(({ personId }) => personId),
  );
  itIs(shanghai('2026-11-28T15:00:00'));
  await matchmaker.must('matchmaking.openMixer', { studioId, eventId: event._id });
  for (const phone of guests) {
    const calledName = phone === lin ? marks.badge : '客人';
    const badge = { eventId: event._id, consent: mixerConsentVersion, calledName, contact: contactOf(calledName) };
    await phone.must('matchmaking.takeBadge', badge);
  }
  itIs(shanghai('2026-11-28T20:00:00'));
  await cloud.tick('matchmaking');
  const until = EpochMs.parse(shanghai('2026-12-01T12:00:00'));
  await matchmaker.must('matchmaking.openCards', { studioId, eventId: event._id, until });
  await lin.must('matchmaking.saveChoices', { eventId: event._id, numbers: [2] });
  await zhao.must('matchmaking.saveChoices', { eventId: event._id, numbers: [1] });

  itIs(shanghai('2026-12-01T10:00:00'));
  await cloud.tick('matchmaking');
  await lin.must('matchmaking.bookSitting', { studioId, startsAt: shanghai(`${second}T14:10:00`) });
  const open = await propose(wu, 'wu');
  return { lin, matchmaker, zhao, mutual, open, profileId, days: [first, second] };
}
