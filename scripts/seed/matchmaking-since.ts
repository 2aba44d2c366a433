import { sealedPart } from '../../cloudfunctions/matchmaking/sealed-answer';
import type { LocalCloud } from '../../emulator/local-cloud';
import type { ActionName, AnswerFor, InputFor } from '../../types/contracts';
import type { RequestKey } from '../../types/evidence';
import type { ProposalId, UnionId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import { profileIdDrawnFor } from './profile-id';

const studioId = 'beicai' as UnionId;
/** Whoever of the pool has an appointment at the next sitting; nobody can be them. */
const BOOKED = 7;

/**
 * What happened in the studio before the first start: sittings are made, some are booked, the matchmaker wrote a note
 * and proposed, one pair has said yes but it is not yet their day.
 */
export async function liveALittle(cloud: LocalCloud): Promise<void> {
  const act = async <Name extends ActionName>(
    key: string,
    name: Name,
    input: InputFor<Name>,
  ): Promise<Extract<AnswerFor<Name>, { ok: true }>['value']> => {
    const [domain = '', action = ''] = name.split('.');
    const { result, error } = await cloud.call(domain, { action, input }, { openid: `local-${key}` });
    const answer = result as AnswerFor<Name> | undefined;
    if (error !== undefined || answer?.ok !== true)
      throw new Error(`Seeding: ${key} ${name} answered ${JSON.stringify(error ?? result)}`);
    return answer.value as never;
  };
  await cloud.call('matchmaking', {}, { timer: 'everyMinute' });
  const { days } = await act('single-0', 'matchmaking.listSittings', { studioId });
  const times = days.find(({ slots }) => slots.length >= BOOKED)?.slots.slice(0, BOOKED) ?? [];
  for (const [nth, { startsAt }] of times.entries())
    await act(`single-${nth * 3 + 4}`, 'matchmaking.bookSitting', { studioId, startsAt });

  const chen = profileIdDrawnFor('single-chen');
  await act('matchmaker', 'matchmaking.saveNote', {
    profileId: chen,
    words: '周三、周四轮休多，约在晚上七点以后。喜欢安静一点的地方见面。',
    requestKey: key('note'),
  });
  const { proposalId } = await act('matchmaker', 'matchmaking.propose', {
    one: chen,
    other: profileIdDrawnFor('single-lin'),
    hideOfOne: [],
    hideOfOther: [],
    // Words would be sent to WeChat to be looked at, which a seeding cannot wait for.
    wordsToOne: null,
    wordsToOther: null,
    requestKey: key('chen-and-lin'),
  });
  writeWords(cloud, proposalId, '你们都爱走路、爱做饭，休息日也对得上，认识一下看看。');
}

function writeWords(cloud: LocalCloud, proposalId: ProposalId, words: string): void {
  const sealed = (side: Side): string => sealedPart(proposalId, side, 'words', words);
  const told = { 'one.words': sealed('one'), 'other.words': sealed('other') };
  cloud.documents('match-proposals').update({ _id: proposalId }, { $set: told });
}

/** 22 letters that are always the same for the same text. */
const key = (text: string): RequestKey => text.padEnd(22, '0').slice(0, 22) as RequestKey;
