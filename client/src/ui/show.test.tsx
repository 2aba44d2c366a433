import { act, fireEvent, render, screen } from '@testing-library/react';
import '../../testing/taro-api';
import { Asked } from './asked';
import { Empty } from './empty';
import { Facts } from './facts';
import { Notice } from './notice';
import { Panel } from './panel';
import { QrCode, utf8 } from './qr-code';
import { Row, Rows } from './rows';
import { Steps } from './steps';
import { SwitchRow } from './switch-row';

it('says a warning at once and everything else when there is time', () => {
  render(
    <>
      <Notice tone="danger" title="没有提交成功">
        请稍后重试
      </Notice>
      <Notice tone="good">已提交</Notice>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('没有提交成功');
  expect(screen.getByRole('status').textContent).toContain('已提交');
});

it('has rows that lead somewhere and rows that only tell', () => {
  const onPress = jest.fn();
  render(
    <Rows label="会籍">
      <Row title="会员卡" value="有效" onPress={onPress} />
      <Row title="会员证号" value="202600001234" />
    </Rows>,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '会员卡，有效' }));
  expect(onPress).toHaveBeenCalledTimes(1);
});

it('says how far along one is', () => {
  const { rerender } = render(<Steps labels={['工作', '本人', '确认']} at={1} />);
  expect(screen.getByRole('img', { name: '第2步，共3步：本人' })).toBeTruthy();
  rerender(<Steps labels={['工作', '本人', '确认']} at={3} />);
  expect(screen.getByRole('img', { name: '已全部完成' })).toBeTruthy();
});

it('shows facts, panels and switches by name', () => {
  const onChange = jest.fn();
  render(
    <Panel title="审批中">
      <Facts items={[{ label: '审批单位', value: '陆家嘴街道总工会' }]} />
      <SwitchRow title="长辈模式" on={false} onChange={onChange} />
    </Panel>,
  );
  expect(screen.getByRole('heading', { name: '审批中' })).toBeTruthy();
  expect(screen.getByRole('listitem').textContent).toBe('审批单位陆家嘴街道总工会');
  fireEvent.click(screen.getByRole('switch', { name: '长辈模式' }));
  expect(onChange).toHaveBeenCalledWith(true);
});

it('draws a code with a quiet edge of four squares, and does not read it out', () => {
  const { container } = render(<QrCode text="https://example.org/c/1" label="会员码" />);
  expect(screen.getByRole('img', { name: '会员码' })).toBeTruthy();
  const path = container.querySelector('path')?.getAttribute('d') ?? '';
  const places = Array.from(path.matchAll(/M(\d+) (\d+)h1/g), ([, x, y]) => Math.min(Number(x), Number(y)));
  expect(Math.min(...places)).toBe(4);
});

it('encodes a code without the help of a browser', () => {
  expect(Buffer.from(utf8('工会驿站 c/1?x=ü%')).toString('utf8')).toBe('工会驿站 c/1?x=ü%');
});

it('offers a way on where there is nothing', () => {
  render(
    <Asked question={{ at: 'loaded', value: { items: [], next: null } }} empty={<Empty title="还没有登记站点" />}>
      {() => <p>列表</p>}
    </Asked>,
  );
  expect(screen.getByRole('heading', { name: '还没有登记站点' })).toBeTruthy();
  expect(screen.queryByText('列表')).toBeNull();
});

it('tells one after five seconds that the network is slow', () => {
  jest.useFakeTimers();
  render(<Asked question={{ at: 'loading' }}>{() => null}</Asked>);
  expect(screen.queryByText(/网络较慢/)).toBeNull();
  act(() => {
    jest.advanceTimersByTime(5_000);
  });
  expect(screen.getByText('网络较慢，正在继续加载')).toBeTruthy();
  jest.useRealTimers();
});
