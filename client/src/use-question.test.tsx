import type { UnionId } from '@contract/ids';
import type { SelfView } from '@contract/member';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../testing/server';
import { resetPhone, showPage } from '../testing/taro-api';
import { Asked } from './ui/asked';
import { Screen } from './ui/screen';
import { useQuestion } from './use-question';

const self = (name: string) =>
  ({
    ok: true,
    value: { personId: 'p', name, enrolment: null, card: null, unionName: null, roles: [] } as unknown as SelfView,
  }) as const;

function Page() {
  const { question } = useQuestion('member.showSelf', {});
  return (
    <Screen title="我的">
      <Asked question={question}>{({ name }) => <p>{name}</p>}</Asked>
    </Screen>
  );
}

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('asks once when the page opens, and shows that it is on its way', async () => {
  whenAsked('member.showSelf', self('李小明'));
  render(<Page />);
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
  expect(await screen.findByText('李小明')).toBeTruthy();
  expect(timesAsked('member.showSelf')).toBe(1);
});

it('asks again when one comes back, and keeps what is shown meanwhile', async () => {
  whenAsked('member.showSelf', self('李小明'), self('李大明'));
  render(<Page />);
  await screen.findByText('李小明');
  act(showPage);
  expect(screen.getByText('李小明')).toBeTruthy();
  expect(await screen.findByText('李大明')).toBeTruthy();
});

function Asks() {
  const { question } = useQuestion('matchmaking.listFollowUps', { studioId: 'beicai' as UnionId }, {} as never);
  return <Asked question={question}>{({ due }) => <p>{due.length} 位</p>}</Asked>;
}

it('does not look at people anew when one comes back to whom it was written down for', async () => {
  whenAsked('matchmaking.listFollowUps', { ok: true, value: { due: [], later: [] } });
  render(<Asks />);
  await screen.findByText('0 位');
  await act(async () => {
    showPage();
    // A question that is asked is on its way a moment later.
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
  expect(timesAsked('matchmaking.listFollowUps')).toBe(1);
});

it('keeps what was loaded when the network fails later, and says so', async () => {
  whenAsked('member.showSelf', self('李小明'), 'no-network');
  render(<Page />);
  await screen.findByText('李小明');
  act(showPage);
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  expect(screen.getByText('李小明')).toBeTruthy();
});

it('says what went wrong the first time, and loads when asked to', async () => {
  whenAsked('member.showSelf', 'no-network', 'no-network', self('李小明'));
  render(<Page />);
  fireEvent.click(await screen.findByRole('button', { name: '重新加载' }));
  expect(await screen.findByText('李小明')).toBeTruthy();
});

it('says why the answer is no', async () => {
  whenAsked('member.showSelf', { ok: false, refusal: 'sign-in-needed' });
  render(<Page />);
  expect(await screen.findByText('请先登录，再办理这件事')).toBeTruthy();
});

it('gives the number to quote when the fault is ours', async () => {
  whenAsked('member.showSelf', { ok: false, fault: '7F3K2' });
  render(<Page />);
  expect(await screen.findByText('服务出现问题，请稍后重试（问题编号 7F3K2）')).toBeTruthy();
});
