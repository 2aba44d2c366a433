import type { AnswerFor } from '@contract/contracts';
import { ProfileId, UnionId } from '@contract/ids';
import { render, screen } from '@testing-library/react';
import { aManRow, aMatchCard, aPoolRow, benchNow, lin, zhou } from '../../../../testing/a-bench';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { profileIdIn } from '../bench/bench-address';
import { PersonDesk } from './person-desk';

type Shown = AnswerFor<'matchmaking.showPerson'>;
const shown = (about: object = {}): Shown =>
  ({
    ok: true,
    value: {
      row: aPoolRow(),
      state: 'active',
      card: aMatchCard({}, { hometown: '安徽六安' }),
      studioOnly: ['hometown'],
      joinedAt: benchNow,
      isMember: true,
      suggestionsOn: true,
      notes: [],
      ...about,
    },
  }) as unknown as Shown;
const note = { noteId: 'w00000000001', words: '周五来聊过，不急', at: benchNow };
const open = async (forOne?: string): Promise<void> => {
  render(
    <Screen title="">
      <PersonDesk
        profileId={ProfileId.parse(lin)}
        studioId={UnionId.parse('beicai')}
        forOne={profileIdIn({ id: forOne })}
      />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('marks what only the studio sees', async () => {
  whenAsked('matchmaking.showPerson', shown());
  await open();
  expect(screen.getByText('安徽六安')).toBeTruthy();
  expect(screen.getByText('只有红娘看得到，不会介绍给任何人：老家')).toBeTruthy();
});

it('asks for people who may fit at a press alone, and says why each of them may', async () => {
  whenAsked('matchmaking.showPerson', shown());
  const suggestions = [{ row: aManRow(), reasons: ['same-street', 'shared-interests'] }];
  whenAsked('matchmaking.suggest', { ok: true, value: { suggestions } } as AnswerFor<'matchmaking.suggest'>);
  await open();
  expect(timesAsked('matchmaking.suggest')).toBe(0);
  await press('看看可能合适的人');
  expect(screen.getByText('合适在：住在同一个街镇；有共同喜欢做的事')).toBeTruthy();
  await press('介绍小周');
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/propose/index?one=${lin}&other=${zhou}`);
});

it('says that nobody was found without calling it a lack', async () => {
  whenAsked('matchmaking.showPerson', shown());
  whenAsked('matchmaking.suggest', { ok: true, value: { suggestions: [] } });
  await open();
  await press('看看可能合适的人');
  expect(screen.getByText('现在没有找到')).toBeTruthy();
});

it.each([
  ['woman', '她关闭了自动推荐'],
  ['man', '他关闭了自动推荐'],
] as const)('says of a %s who switched suggestions off that it is so, and asks for none', async (gender, words) => {
  whenAsked('matchmaking.showPerson', shown({ row: aPoolRow({ gender }), suggestionsOn: false }));
  await open();
  expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: '看看可能合适的人' })).toBeNull();
  await press(/^从资料库里挑一位/);
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/pool/index?id=beicai&for=${lin}`);
});

it('proposes whoever was picked for somebody, from under the thumb', async () => {
  whenAsked('matchmaking.showPerson', shown());
  await open(zhou);
  await press('和这一位互相介绍');
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/propose/index?one=${zhou}&other=${lin}`);
});

it('offers no proposal to somebody who has a rest, and says so', async () => {
  whenAsked('matchmaking.showPerson', shown({ row: aPoolRow({ notNow: 'week-full' }) }));
  await open(zhou);
  expect(screen.getAllByText('这一周的介绍已经够多')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /互相介绍|从资料库/ })).toBeNull();
});

it('keeps notes for the writer alone, and takes one away after asking', async () => {
  whenAsked('matchmaking.showPerson', shown(), shown({ notes: [note] }), shown());
  whenAsked('matchmaking.saveNote', { ok: true, value: { note } } as unknown as AnswerFor<'matchmaking.saveNote'>);
  whenAsked('matchmaking.removeNote', { ok: true, value: { removed: true } });
  await open();
  await press('记下来');
  expect(timesAsked('matchmaking.saveNote')).toBe(0);
  type('写一条', note.words);
  await press('记下来');
  expect(sent('matchmaking.saveNote')).toMatchObject({ profileId: lin, words: note.words });
  expect(screen.getByText(note.words)).toBeTruthy();
  await press(`删掉：${note.words}`);
  await press('删掉');
  expect(sent('matchmaking.removeNote')).toEqual({ noteId: note.noteId });
  expect(screen.queryByText(note.words)).toBeNull();
});

it('sends the same note under the same key when the answer was lost, so that it is written once', async () => {
  whenAsked('matchmaking.showPerson', shown());
  whenAsked('matchmaking.saveNote', 'no-network');
  await open();
  type('写一条', '聊过');
  await press('记下来');
  const first = sent('matchmaking.saveNote');
  await press('记下来');
  expect(sent('matchmaking.saveNote')).toEqual(first);
});

it('writes down that the stamp was seen, and takes it back after asking', async () => {
  whenAsked('matchmaking.showPerson', shown(), shown({ row: aPoolRow({ isStamped: true }) }), shown());
  whenAsked('matchmaking.stamp', { ok: true, value: { isStamped: true } }, { ok: true, value: { isStamped: false } });
  await open();
  await press('看过盖章了');
  expect(sent('matchmaking.stamp')).toEqual({ profileId: lin, seen: true });
  await press('撤回盖章登记');
  await press('撤回登记');
  expect(sent('matchmaking.stamp')).toEqual({ profileId: lin, seen: false });
});

it('says of somebody who left no more than that they are not there', async () => {
  whenAsked('matchmaking.showPerson', { ok: false, refusal: 'person-not-found' });
  await open();
  expect(screen.getByText('没有找到这位，可能已经离开资料库')).toBeTruthy();
});
