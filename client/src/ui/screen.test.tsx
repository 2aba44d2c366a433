import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { phone, resetPhone } from '../../testing/taro-api';
import { Button } from './button';
import { useConfirm } from './confirm';
import { Screen } from './screen';
import { readingTimeMs, useSay } from './toast';

beforeEach(resetPhone);

it('names the page, and leads back from one that is not on the bar', () => {
  phone.path = 'features/member/pages/card/index';
  render(<Screen title="会员卡">卡</Screen>);
  expect(phone.title).toBe('会员卡');
  expect(screen.getByRole('heading', { level: 1, name: '会员卡' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(phone.opened).toHaveLength(1);
});

it('has the bar on its four pages, and says where one is', () => {
  phone.path = 'pages/stations/index';
  render(<Screen title="站点">站点</Screen>);
  expect(screen.getByRole('link', { name: '站点' }).getAttribute('aria-current')).toBe('page');
  fireEvent.click(screen.getByRole('link', { name: '我的' }));
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/mine/index' }]);
});

const answers: boolean[] = [];

function Withdrawing() {
  const ask = useConfirm();
  const onPress = async () => {
    answers.push(await ask({ title: '撤回申请吗', text: '内容会保留', yes: '撤回申请', no: '保留申请', danger: true }));
  };
  return (
    <Screen title="进度">
      <Button onPress={() => void onPress()}>撤回</Button>
    </Screen>
  );
}

it('asks before what cannot be undone, with buttons that say what they do', async () => {
  answers.length = 0;
  render(<Withdrawing />);
  fireEvent.click(screen.getByRole('button', { name: '撤回' }));
  expect(screen.getByRole('alertdialog', { name: '撤回申请吗' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤回' })).toBeNull();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('保留申请'));
  fireEvent.click(screen.getByRole('button', { name: '撤回申请' }));
  await waitFor(() => expect(answers).toEqual([true]));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('takes leaving the sheet for a no', async () => {
  answers.length = 0;
  render(<Withdrawing />);
  fireEvent.click(screen.getByRole('button', { name: '撤回' }));
  fireEvent.click(screen.getByRole('button', { name: '保留申请' }));
  await waitFor(() => expect(answers).toEqual([false]));
});

it('closes the sheet with Escape, and takes it for a no', async () => {
  answers.length = 0;
  render(<Withdrawing />);
  fireEvent.click(screen.getByRole('button', { name: '撤回' }));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await waitFor(() => expect(answers).toEqual([false]));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('says a line on the page that is seen, long enough to read it, and lets it go', () => {
  jest.useFakeTimers();
  const text = '编号已复制';
  function Copying() {
    const say = useSay();
    return (
      <Screen title="我的">
        <Button onPress={() => say(text)}>复制</Button>
      </Screen>
    );
  }
  render(
    <>
      <Screen title="下面的一页">下面</Screen>
      <Copying />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: '复制' }));
  expect(screen.getAllByText(text)).toHaveLength(1);
  act(() => {
    jest.advanceTimersByTime(readingTimeMs(text));
  });
  expect(screen.queryByText(text)).toBeNull();
  jest.useRealTimers();
});
