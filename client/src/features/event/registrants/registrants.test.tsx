import { EventId } from '@contract/ids';
import { eventContract } from '@contract/event';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { hidePage, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { answerLines } from './answer-lines';
import { RegistrantsList } from './registrants-list';

const eventId = EventId.parse('e00000000000');
const now = Date.parse('2026-11-27T09:00:00+08:00');

const aRow = (about: object = {}) => ({
  lot: '7K2M9Q4T',
  maskedName: '王*明',
  state: 'confirmed',
  people: 1,
  quota: 'anyone',
  registeredAt: now - 86_400_000,
  attended: [],
  answers: { q1: '骑车' },
  hasSensitive: false,
  missed: null,
  excuse: null,
  ...about,
});
const rows = (...items: readonly object[]) =>
  ({ ok: true, value: eventContract.listRegistrants.output.parse({ items, next: null }) }) as const;
const aForm = { title: '午间瑜伽', sessions: [{}], fields: [{ fieldId: 'q1', label: '怎么来' }] };
const show = async (): Promise<void> => {
  render(
    <Screen title="报名名单" staff>
      <RegistrantsList eventId={eventId} />
    </Screen>,
  );
  await act(async () => jest.advanceTimersByTimeAsync(0));
};
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => jest.advanceTimersByTimeAsync(0));
};
const inputOf = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
const revealed = () => ({
  ok: true as const,
  value: { name: '王小明', children: [{ name: '王乐乐', age: 6 }], answers: { q2: '花生过敏' } },
});

beforeEach(() => {
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
  whenAsked('event.showForm', { ok: true, value: { form: aForm } as never });
});
afterEach(() => jest.useRealTimers());

it('lists who registered without a name, with what they answered', async () => {
  whenAsked('event.listRegistrants', rows(aRow(), aRow({ lot: '8K2M9Q4T', maskedName: '李*', people: 3 })));
  await show();
  expect(screen.getByText('王*明')).toBeTruthy();
  expect(screen.getAllByText('怎么来：骑车')).toHaveLength(2);
  expect(screen.getByText('3 人，一位大人带 2 个孩子')).toBeTruthy();
  expect(timesAsked('event.reveal')).toBe(0);
});

it('shows those of one state alone', async () => {
  whenAsked('event.listRegistrants', rows(aRow()), rows());
  await show();
  fireEvent.click(screen.getByRole('checkbox', { name: '候补' }));
  await act(async () => jest.advanceTimersByTimeAsync(0));
  expect(inputOf('event.listRegistrants').pop()).toEqual({ eventId, state: 'waiting' });
  expect(screen.getByText('没有这样的报名')).toBeTruthy();
});

it('shows a name only for a purpose, for a minute', async () => {
  whenAsked('event.listRegistrants', rows(aRow({ people: 2, hasSensitive: true })));
  whenAsked('event.reveal', revealed());
  await show();
  await press('查看姓名：王*明');
  await press('查看');
  expect(screen.getByText('请写明用途，至少2个字')).toBeTruthy();
  expect(timesAsked('event.reveal')).toBe(0);
  fireEvent.change(screen.getByRole('textbox', { name: '用途' }), { target: { value: '联系改时间' } });
  await press('查看');
  expect(screen.getByText('王小明')).toBeTruthy();
  expect(screen.getByText('王乐乐，6 岁')).toBeTruthy();
  expect(screen.getByText('花生过敏')).toBeTruthy();
  expect(inputOf('event.reveal')).toEqual([{ eventId, lot: '7K2M9Q4T', purpose: '联系改时间' }]);
  await act(async () => jest.advanceTimersByTimeAsync(60_000));
  expect(screen.queryByText('王小明')).toBeNull();
});

it('hides a name when the page is left', async () => {
  whenAsked('event.listRegistrants', rows(aRow()));
  whenAsked('event.reveal', revealed());
  await show();
  await press('查看姓名：王*明');
  fireEvent.change(screen.getByRole('textbox', { name: '用途' }), { target: { value: '联系改时间' } });
  await press('查看');
  act(() => hidePage());
  expect(screen.queryByText('王小明')).toBeNull();
});

it('lets staff forgive somebody who said why they did not come', async () => {
  const excuse = { reason: 'ill', words: '发烧了' };
  whenAsked(
    'event.listRegistrants',
    rows(aRow({ missed: 'excuse-waits', excuse })),
    rows(aRow({ missed: 'excused', excuse })),
  );
  whenAsked('event.decideExcuse', { ok: true, value: { missed: 'excused' } });
  await show();
  expect(screen.getByText('没来的说明：生病，发烧了')).toBeTruthy();
  await press('谅解，不计：王*明');
  expect(screen.getByText('没有来，已谅解')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^谅解/ })).toBeNull();
  expect(inputOf('event.decideExcuse')).toEqual([{ eventId, lot: '7K2M9Q4T', isAgreed: true }]);
});

it('asks once more before a miss counts all the same', async () => {
  whenAsked('event.listRegistrants', rows(aRow({ missed: 'excuse-waits', excuse: { reason: 'work', words: null } })));
  await show();
  await press('仍计一次：王*明');
  expect(screen.getByRole('alertdialog').textContent).toContain('不影响驿站、饮水和帮扶');
  await press('再看看');
  expect(timesAsked('event.decideExcuse')).toBe(0);
});

it('says so to somebody of another union', async () => {
  whenAsked('event.listRegistrants', { ok: false, refusal: 'outside-your-unions' });
  await show();
  expect(screen.getByText('这个活动不在您负责的工会范围内')).toBeTruthy();
});

it('says answers as one would', () => {
  const questions = [{ fieldId: 'q1', label: '会游泳吗' }];
  expect(answerLines({ q1: true, gone: ['素', '清真'], n: 42 }, questions)).toEqual([
    { label: '会游泳吗', value: '是' },
    { label: 'gone', value: '素、清真' },
    { label: 'n', value: '42' },
  ]);
});
