import type { AnswerFor } from '@contract/contracts';
import { MixerView } from '@contract/match-mixer';
import { fireEvent, render, screen } from '@testing-library/react';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import MixerPage from '../pages/mixer';

const eventId = 'e00000000001';
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const endsAt = at('2026-11-28T16:00');
const choosesUntil = at('2026-11-29T20:00');
const people = ['小周', '阿海', '青禾', '小满'].map((calledName, nth) => ({ number: nth + 1, calledName }));

type About = Partial<Record<keyof MixerView, unknown>>;
type Shown = Extract<AnswerFor<'matchmaking.showMixer'>, { ok: true }>;
const mixer = (about: About = {}): Shown => ({
  ok: true,
  value: {
    mixer: MixerView.parse({
      eventId,
      title: '北蔡青年联谊',
      studioName: '北蔡红娘工作室',
      state: 'badges',
      endsAt,
      choosesUntil: null,
      number: null,
      mayTakeBadge: true,
      others: [],
      choices: [],
      mutual: [],
      ...about,
    }),
  },
});
const card = (about: About = {}) => mixer({ state: 'choosing', choosesUntil, number: 7, others: people, ...about });
const open = async (): Promise<void> => {
  render(<MixerPage />);
  await settle();
};
const tick = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('checkbox', { name }));
  await settle();
};
/** The choice of it has the same name as the line. */
const write = (label: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
};
const ticked = (): readonly (string | null)[] =>
  screen
    .getAllByRole('checkbox')
    .filter((box) => box.getAttribute('aria-checked') === 'true')
    .map(({ textContent }) => textContent);

Element.prototype.scrollIntoView = () => undefined;

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: eventId };
  jest.spyOn(Date, 'now').mockReturnValue(at('2026-11-28T14:00'));
});
afterEach(() => jest.restoreAllMocks());

describe('a number', () => {
  it('is taken by somebody who agreed, with what one is called and how one is reached', async () => {
    whenAsked('matchmaking.showMixer', mixer(), mixer({ number: 7 }));
    whenAsked('matchmaking.takeBadge', mixer({ number: 7 }));
    await open();
    await press('领号码牌');
    expect(timesAsked('matchmaking.takeBadge')).toBe(0);
    expect(screen.getByText('同意的，请在这里打勾。不领也没关系')).toBeTruthy();
    expect(screen.getByText('请写一个称呼')).toBeTruthy();
    type('别人怎么称呼您', ' 小林 ');
    write('手机号', '13900000021');
    await tick('同意这样发号码牌');
    await press('领号码牌');
    expect(sent('matchmaking.takeBadge')).toEqual({
      eventId,
      consent: '2026-11',
      calledName: '小林',
      contact: { kind: 'mobile', value: '13900000021' },
    });
    expect(screen.getByText('7 号')).toBeTruthy();
    expect(screen.getByText('心动卡还没有开放')).toBeTruthy();
  });

  it('asks for another name where that one is not fit to be read', async () => {
    whenAsked('matchmaking.showMixer', mixer());
    whenAsked('matchmaking.takeBadge', { ok: false, refusal: 'words-refused' });
    await open();
    type('别人怎么称呼您', '赌博');
    write('手机号', '13900000021');
    await tick('同意这样发号码牌');
    await press('领号码牌');
    expect(screen.getAllByText('这个称呼不合适给别人看，请换一个').length).toBeGreaterThan(0);
  });

  it('waits for somebody to come, and says so where it is too late', async () => {
    whenAsked('matchmaking.showMixer', mixer({ mayTakeBadge: false }));
    await open();
    expect(screen.getByText('先签到，再领号码牌')).toBeTruthy();
    whenAsked('matchmaking.showMixer', mixer({ mayTakeBadge: false, state: 'told', choosesUntil }));
    await press('再看看');
    expect(screen.getByText('这次不再发号码牌了')).toBeTruthy();
  });

  it('is kept when other words are written on it', async () => {
    whenAsked('matchmaking.showMixer', mixer({ number: 7 }));
    whenAsked('matchmaking.takeBadge', mixer({ number: 7 }));
    await open();
    await press('改称呼或联系方式');
    await press('不改了');
    await press('改称呼或联系方式');
    type('别人怎么称呼您', '木子');
    fireEvent.click(screen.getByRole('radio', { name: '微信号' }));
    write('微信号', 'lin_2026');
    await tick('同意这样发号码牌');
    await press('保存');
    expect(sent('matchmaking.takeBadge')).toMatchObject({ contact: { kind: 'wechat', value: 'lin_2026' } });
    expect(screen.getByText('7 号')).toBeTruthy();
  });

  it('is handed out once somebody begins to, and only to guests', async () => {
    whenAsked('matchmaking.showMixer', { ok: false, refusal: 'mixer-not-found' });
    await open();
    expect(screen.getByText('现在没有号码牌可领')).toBeTruthy();
    whenAsked('matchmaking.showMixer', { ok: false, refusal: 'not-registered' });
    await press('再看看');
    expect(screen.getByText('这里只给报了名、有名额的来宾看')).toBeTruthy();
  });

  it('needs an event in the address', async () => {
    phone.parameters = {};
    await open();
    expect(screen.getByText('没有找到这次联谊')).toBeTruthy();
    expect(timesAsked('matchmaking.showMixer')).toBe(0);
  });
});

describe('the card of choices', () => {
  it('takes three at most, and can be changed after it was saved', async () => {
    whenAsked('matchmaking.showMixer', card(), card({ choices: [1, 2, 3] }));
    whenAsked('matchmaking.saveChoices', { ok: true, value: { choices: [1, 2, 3] } });
    await open();
    expect(screen.getByText('明天 20:00前随时可以改')).toBeTruthy();
    await press('还没有选，不选也很好');
    expect(timesAsked('matchmaking.saveChoices')).toBe(0);
    for (const { number, calledName } of people) await tick(`${number} 号 ${calledName}`);
    expect(screen.getAllByText('最多选 3 位。想换，先去掉一位').length).toBeGreaterThan(0);
    expect(ticked()).toEqual(['1 号 小周', '2 号 阿海', '3 号 青禾']);
    await press('保存心动卡');
    expect(sent('matchmaking.saveChoices')).toEqual({ eventId, numbers: [1, 2, 3] });
    expect(screen.getByRole('button', { name: '已经保存，随时可以改' })).toBeTruthy();
    await tick('2 号 阿海');
    expect(screen.getByRole('button', { name: '保存心动卡' })).toBeTruthy();
  });

  it('can be emptied again', async () => {
    whenAsked('matchmaking.showMixer', card({ choices: [2] }), card());
    whenAsked('matchmaking.saveChoices', { ok: true, value: { choices: [] } });
    await open();
    await tick('2 号 阿海');
    await press('保存，谁也不选');
    expect(sent('matchmaking.saveChoices')).toEqual({ eventId, numbers: [] });
  });

  it('holds nobody who is in the list no more', async () => {
    whenAsked('matchmaking.showMixer', card({ choices: [2, 9] }), card({ choices: [1, 2] }));
    whenAsked('matchmaking.saveChoices', { ok: true, value: { choices: [1, 2] } });
    await open();
    await tick('1 号 小周');
    await press('保存心动卡');
    expect(sent('matchmaking.saveChoices')).toEqual({ eventId, numbers: [2, 1] });
  });

  it('is taken no more once its time is over, and nothing is said of it', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(choosesUntil);
    whenAsked('matchmaking.showMixer', card({ mayTakeBadge: false }));
    await open();
    expect(screen.getByText('正在揭晓')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('that came too late says so', async () => {
    whenAsked('matchmaking.showMixer', card());
    whenAsked('matchmaking.saveChoices', { ok: false, refusal: 'not-choosing' });
    await open();
    await tick('1 号 小周');
    await press('保存心动卡');
    expect(screen.getByText('填心动卡的时间过了，没有再改')).toBeTruthy();
  });
});

describe('when all are told', () => {
  const told = (mutual: object[]) =>
    mixer({ state: 'told', choosesUntil, number: 7, mayTakeBadge: false, others: [], mutual });

  it('those who chose each other find the way to one another', async () => {
    whenAsked('matchmaking.showMixer', told([{ number: 2, calledName: '阿海', proposalId: 'q00000000001' }]));
    await open();
    await press('2 号 阿海，看联系方式');
    expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/proposal/index?id=q00000000001');
  });

  it('anybody else hears that nothing was mutual, and no more', async () => {
    whenAsked('matchmaking.showMixer', told([]));
    await open();
    expect(screen.getByText('这一次没有互相选到的')).toBeTruthy();
    expect(screen.queryByText('阿海')).toBeNull();
  });
});

it('is left at once, after it was said what goes', async () => {
  whenAsked('matchmaking.showMixer', card());
  whenAsked('matchmaking.leaveMixer', { ok: true, value: { left: true } });
  await open();
  await press('退出这次联谊');
  expect(timesAsked('matchmaking.leaveMixer')).toBe(0);
  await press('退出，全部删除');
  expect(sent('matchmaking.leaveMixer')).toEqual({ eventId });
  expect(screen.getByText('已经退出，您写的都删除了')).toBeTruthy();
});
