import type { AnswerFor } from '@contract/contracts';
import { fireEvent, render, screen } from '@testing-library/react';
import { aProfile, aStudio, matchNow } from '../../../../testing/a-profile';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import JoinPage from '../pages/join';

type Own = Extract<AnswerFor<'matchmaking.showOwn'>, { ok: true }>['value'];
const own = (about: Partial<Own> = {}): AnswerFor<'matchmaking.showOwn'> => ({
  ok: true,
  value: { isMember: true, profile: null, open: 0, ...about },
});
const open = async (): Promise<void> => {
  render(<JoinPage />);
  await settle();
};
const tick = (name: RegExp): void => void fireEvent.click(screen.getByRole('checkbox', { name }));
const state = (): void => [/^我现在单身/, /^我已满18周岁/].forEach(tick);

/** On to the third step, with nothing said but what is needed. */
const tellTheLeast = async (...consents: readonly RegExp[]): Promise<void> => {
  state();
  [/^同意保存，/, ...consents].forEach(tick);
  await press('下一步');
  type('红娘和对方怎么称呼您', ' 小陈 ');
  fireEvent.click(screen.getByRole('radio', { name: '女' }));
  type('哪一年出生', '1994');
};
const finish = async (): Promise<void> => {
  await press('下一步');
  fireEvent.change(screen.getByRole('textbox', { name: '手机号' }), { target: { value: '13900001234' } });
  await press('完成登记');
};

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: 'beicai' };
  jest.spyOn(Date, 'now').mockReturnValue(matchNow);
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.scrollTo = () => undefined;
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio()] } });
  whenAsked('matchmaking.showOwn', own());
  whenAsked('matchmaking.join', { ok: true, value: { profile: aProfile() } });
});
afterEach(() => jest.restoreAllMocks());

it('begins with nothing ticked, and each consent has a tick of its own', async () => {
  await open();
  expect(screen.getAllByRole('checkbox')).toHaveLength(6);
  screen.getAllByRole('checkbox').forEach((box) => expect(box.getAttribute('aria-checked')).toBe('false'));
  expect(screen.getAllByText('可以不同意')).toHaveLength(3);
});

it('goes on with the statement and the one consent that is needed, and not without', async () => {
  await open();
  await press('下一步');
  expect(screen.getByText('两件都符合才能登记，请在这里打勾')).toBeTruthy();
  expect(screen.getByText(/^同意这一项才能登记/)).toBeTruthy();
  state();
  await press('下一步');
  expect(screen.queryByText('两件都符合才能登记，请在这里打勾')).toBeNull();
  tick(/^同意保存，/);
  await press('下一步');
  expect(screen.getByText('先说这三样')).toBeTruthy();
});

it('takes a called name, a gender and a year, and everything else may be left out', async () => {
  await open();
  await tellTheLeast();
  await finish();
  expect(sent('matchmaking.join')).toEqual({
    studioId: 'beicai',
    statement: { version: '2026-11', isSingle: true, isOfAge: true },
    consents: [{ purpose: 'pool', version: '2026-11' }],
    form: {
      calledName: '小陈',
      gender: 'woman',
      facts: {
        age: { value: 1994, seenBy: 'proposal' },
        street: null, hometown: null, occupation: null, shift: null, restDays: null, interests: null, smokes: null,
        history: null, hasChildren: null, about: null, hopes: null, ages: null,
      },
      contact: { kind: 'mobile', value: '13900001234' },
      seeks: null,
      children: null,
      notColleagues: false,
    },
  }); // prettier-ignore
});

it('asks who sees a fact once it is said, and sends what was chosen', async () => {
  await open();
  await tellTheLeast(/^同意单独保存/);
  expect(screen.queryByLabelText('“老家”给谁看')).toBeNull();
  type(/^老家/, '安徽阜阳');
  type('“老家”给谁看', 'studio');
  type(/^住在哪个街镇/, '北蔡镇');
  await press(/^婚姻和孩子/);
  type('婚姻经历', 'widowed');
  await finish();
  expect(sent('matchmaking.join')).toMatchObject({
    form: {
      facts: {
        hometown: { value: '安徽阜阳', seenBy: 'studio' },
        street: { value: '北蔡镇', seenBy: 'mutual' },
        history: { value: 'widowed', seenBy: 'studio' },
      },
    },
  });
});

it('asks for no marriages, children or wishes without the consent for them, and sends none', async () => {
  await open();
  await tellTheLeast();
  await press(/^婚姻和孩子/);
  expect(screen.queryByLabelText('婚姻经历')).toBeNull();
  await press('下一步');
  expect(screen.queryByLabelText('想认识')).toBeNull();
  expect(screen.getByText(/^想认识谁、想不想要孩子，要先单独同意/)).toBeTruthy();
});

it('does not send what was said of marriages after the consent was taken back a step earlier', async () => {
  await open();
  await tellTheLeast(/^同意单独保存/);
  await press(/^婚姻和孩子/);
  type('婚姻经历', 'divorced');
  await press('上一步');
  tick(/^同意单独保存/);
  await press('下一步');
  await finish();
  expect(sent('matchmaking.join')).toMatchObject({
    consents: [{ purpose: 'pool' }],
    form: { facts: { history: null } },
  });
});

it('sends once however often one presses', async () => {
  let answer: (to: AnswerFor<'matchmaking.join'>) => void = () => undefined;
  whenAsked('matchmaking.join', new Promise<AnswerFor<'matchmaking.join'>>((resolve) => (answer = resolve)));
  await open();
  await tellTheLeast();
  await finish();
  fireEvent.click(screen.getByRole('button', { name: '完成登记' }));
  answer({ ok: true, value: { profile: aProfile() } });
  await settle();
  expect(timesAsked('matchmaking.join')).toBe(1);
  expect(screen.getByText('已经登记好了')).toBeTruthy();
});

it('shows words that are no good for others where they were written, and keeps them', async () => {
  whenAsked('matchmaking.join', {
    ok: false,
    refusal: 'words-refused',
    fields: [{ path: 'about', problem: 'characters' }],
  });
  await open();
  await tellTheLeast();
  await press(/^想说的话/);
  type('自我介绍', '来赌博吧');
  await finish();
  expect(screen.getByText('这里的话不合适给别人看，请改一改')).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '自我介绍' }).value).toBe('来赌博吧');
});

it('says why when the union put somebody out before', async () => {
  whenAsked('matchmaking.join', { ok: false, refusal: 'removed-before' });
  await open();
  await tellTheLeast();
  await finish();
  expect(screen.getByText('您曾被请出资料库，想再登记，请联系您的工会')).toBeTruthy();
});

it('leaves the picture for afterwards, to be put in or not', async () => {
  await open();
  await tellTheLeast();
  await finish();
  expect(screen.getByRole('checkbox', { name: '同意保存照片' }).getAttribute('aria-checked')).toBe('false');
  await press('好了，去看看');
  expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: '/features/matchmaking/pages/studio/index' });
});

it('keeps nothing of it on the phone', async () => {
  await open();
  await tellTheLeast(/^同意单独保存/);
  expect(JSON.stringify([...phone.storage.values()])).not.toContain('小陈');
});

describe('who cannot sign up', () => {
  it('is told to join the union first', async () => {
    whenAsked('matchmaking.showOwn', own({ isMember: false }));
    await open();
    await press('申请入会');
    expect(phone.opened.at(-1)?.url).toBe('/features/member/pages/enrol/index');
  });

  it('has a profile already', async () => {
    whenAsked('matchmaking.showOwn', own({ profile: aProfile() }));
    await open();
    await press('去看我的资料');
    expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/profile/index');
  });

  it('comes where nobody new is taken', async () => {
    whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio({ isOpen: false })] } });
    await open();
    expect(screen.getByText('现在没有接受登记的工作室')).toBeTruthy();
  });
});
