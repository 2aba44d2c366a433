import { render, screen } from '@testing-library/react';
import type { OwnProfile } from '@contract/match-profile';
import { benchNow } from '../../../../testing/a-bench';
import { aProfile } from '../../../../testing/a-profile';
import { aProposalLine, proposalId } from '../../../../testing/a-proposal';
import { press, settle } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import MyProposalsPage from '../pages/my-proposals';

type Line = ReturnType<typeof aProposalLine>;
const open = async (...proposals: readonly Line[]): Promise<HTMLElement> => {
  whenAsked('matchmaking.listProposals', { ok: true, value: { proposals: [...proposals] } });
  const { container } = render(<MyProposalsPage />);
  await settle();
  return container;
};
const ended = (nth: number): Line =>
  aProposalLine({ proposalId: `q0000000000${nth}`, state: 'ended', calledName: null, answer: null });

const own = (profile: OwnProfile | null): void =>
  whenAsked('matchmaking.showOwn', { ok: true, value: { isMember: true, profile, open: 0 } });

beforeEach(() => {
  resetServer();
  resetPhone();
  own(aProfile());
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
});
afterEach(() => jest.restoreAllMocks());

it('asks nothing of somebody who was not proposed to anybody yet', async () => {
  await open();
  expect(screen.getByText('还没有介绍给您的人')).toBeTruthy();
  expect(screen.getByText(/什么都不用做/)).toBeTruthy();
});

it.each([
  ['has no profile', null, '您还没有登记资料', '回到红娘工作室', 'studio'],
  ['let it run out', aProfile({ state: 'expired' }), '您的资料已经到期', '去我的资料', 'profile'],
  ['did not agree to it', aProfile({ consents: [] }), /您没有同意介绍给别人，所以不会有介绍/, '去我的资料', 'profile'],
  ['has a rest', aProfile({ state: 'paused' }), '您暂停了介绍', '去我的资料', 'profile'],
  ['brought no paper yet', aProfile({ needsStamp: true }), '现在还不会有介绍', '预约坐班', 'sittings'],
] as const)('says to somebody who %s why nobody is proposed, and leads on', async (_who, profile, words, to, page) => {
  own(profile);
  await open();
  expect(screen.getByText(words)).toBeTruthy();
  await press(to);
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/${page}/index`);
});

it('says who and until when, and leads there', async () => {
  await open(aProposalLine());
  await press('小周，介绍中，11月28日（周六）20:00揭晓');
  expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/proposal/index?id=${proposalId}`);
});

it('reads the same whatever was answered: a list is read over shoulders', async () => {
  const texts: (string | null)[] = [];
  for (const answer of ['none', 'yes', 'no']) texts.push((await open(aProposalLine({ answer }))).textContent);
  expect(new Set(texts).size).toBe(1);
});

it('has one sentence for every end, apart from what still goes on', async () => {
  await open(aProposalLine({ state: 'mutual', answer: null }), ended(2), ended(3));
  expect(screen.getByText('双方都愿意，打开看联系方式')).toBeTruthy();
  expect(screen.getAllByText('这次介绍已经结束')).toHaveLength(2);
  expect(screen.getAllByText('北蔡公益红娘工作室，2026年11月23日介绍')).toHaveLength(2);
});

it('says of one whose time is over that it is being opened', async () => {
  await open(aProposalLine({ answer: null }));
  expect(screen.getByText('答复的时间到了，正在揭晓')).toBeTruthy();
});

it('says of a mixer that both chose each other', async () => {
  await open(aProposalLine({ state: 'mutual', answer: null, fromMixer: true }));
  expect(screen.getByText('联谊上互相选了对方，打开看联系方式')).toBeTruthy();
});

it('names somebody whose name waits to be looked at as one who is still to be named', async () => {
  await open(aProposalLine({ calledName: '' }));
  expect(screen.getByText('称呼待看')).toBeTruthy();
});

it('says what to do without a line', async () => {
  whenAsked('matchmaking.listProposals', 'no-network');
  render(<MyProposalsPage />);
  await settle();
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
});
