import type { AnswerFor } from '@contract/contracts';
import { render, screen } from '@testing-library/react';
import { aShift, shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { GapsList } from './gaps-list';

type Gaps = AnswerFor<'duty.listGaps'>;

const page = (items: readonly object[], next: string | null = null): Gaps =>
  ({ ok: true, value: { items, next } }) as unknown as Gaps;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <GapsList />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

it('says when and where somebody is wanted and how soon, and leads to the week of that station', async () => {
  const gap = { shift: aShift(), people: 2, stage: '4h' };
  whenAsked('duty.listGaps', page([gap], 'next'), page([{ ...gap, shift: aShift({ shiftId: 'd00000000099' }) }]));
  await open();
  expect(screen.getByText(/8:00–12:00/)).toBeTruthy();
  expect(screen.getByText(/^缺 2 人，四小时内 · /)).toBeTruthy();
  await press('再看一些');
  expect(sent('duty.listGaps')).toEqual({ cursor: 'next' });
  const [first] = screen.getAllByRole('button', { name: /缺 2 人/ });
  first?.click();
  expect(phone.opened.at(-1)?.url).toMatch(/duty\/pages\/board\/index\?id=.+&day=2026-11-24/);
});

it('says that everybody is found, and where to go on', async () => {
  whenAsked('duty.listGaps', page([]));
  await open();
  expect(screen.getByText('四周里的班都有人了')).toBeTruthy();
  await press('我负责的站点');
  expect(phone.opened.at(-1)?.url).toMatch(/station\/pages\/own\/index$/);
});
