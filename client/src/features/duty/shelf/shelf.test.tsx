import type { AnswerFor } from '@contract/contracts';
import { StationId } from '@contract/ids';
import { fireEvent, render, screen } from '@testing-library/react';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { ShelfDesk } from './shelf-desk';

type Shelf = AnswerFor<'duty.showShelf'>;
const item = (code: string, name: string, quantity: number, expiresOn: string | null = null) => ({
  code, name, unit: '盒', isMedicine: expiresOn !== null, quantity, atLeast: 4, expiresOn,
}); // prettier-ignore
const shelf = (items: readonly object[], revision = 2): Shelf =>
  ({ ok: true, value: { stationName: '曹路镇户外职工驿站', revision, items, deliveries: [] } }) as unknown as Shelf;
const open = async (): Promise<void> => {
  render(
    <Screen title="">
      <ShelfDesk stationId={StationId.parse('caolu-1')} />
    </Screen>,
  );
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  localStorage.clear();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
  globalThis.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

it('tells what is short, and what is out of date from the day after the printed one', async () => {
  whenAsked(
    'duty.showShelf',
    shelf([
      item('plasters', '创可贴', 1),
      item('bandage', '纱布绷带', 9, '2026-11-23'),
      item('burn-cream', '烫伤膏', 9, '2026-11-22'),
    ]),
  );
  await open();
  expect(screen.getAllByText(/^(够用|不够了|过期了，请取下来)$/).map((tag) => tag.textContent)).toEqual([
    '不够了', '够用', '过期了，请取下来',
  ]); // prettier-ignore
});

it('writes down what arrived, once over a bad line', async () => {
  whenAsked('duty.showShelf', shelf([item('plasters', '创可贴', 1)]));
  whenAsked('duty.deliver', 'no-network', 'no-network', { ok: true, value: { quantity: 21 } });
  await open();
  await press('创可贴到货了');
  await press('记下到货');
  expect(timesAsked('duty.deliver')).toBe(0);
  type('到了多少（盒）', '20');
  type('谁给的', '浦东新区总工会');
  await press('记下到货');
  const first = sent('duty.deliver');
  expect(first).toMatchObject({ code: 'plasters', quantity: 20, expiresOn: null, donor: '浦东新区总工会' });
  await press('记下到货');
  expect(sent('duty.deliver')).toEqual(first);
  expect(timesAsked('duty.showShelf')).toBe(2);
});

it('saves what belongs on the shelf, with things of the station’s own', async () => {
  whenAsked('duty.showShelf', shelf([item('plasters', '创可贴', 1)]));
  whenAsked('duty.saveShelf', { ok: true, value: { revision: 3 } });
  await open();
  await press('改一改');
  fireEvent.change(screen.getByLabelText('加一样常用的'), { target: { value: 'water' } });
  await press('加一样别的');
  await press('保存该有什么');
  expect(timesAsked('duty.saveShelf')).toBe(0);
  type('名称', '雨伞');
  await press('保存该有什么');
  expect(sent('duty.saveShelf')).toMatchObject({
    revision: 2,
    items: [
      { code: 'plasters', atLeast: 4 },
      { code: 'water', unit: '瓶', atLeast: 1 },
      { code: expect.stringMatching(/^own-[a-z0-9]{8}$/) as string, name: '雨伞', unit: '个' },
    ],
  });
});

it('adds up what arrived in a year at all stations, at a tap', async () => {
  whenAsked('duty.showShelf', shelf([item('plasters', '创可贴', 8)]));
  const donors = ['浦东新区总工会'];
  whenAsked(
    'duty.sumDeliveries',
    { ok: true, value: { items: [{ name: '躺椅', quantity: 750, stations: 30, donors }], isWhole: true } },
    { ok: true, value: { items: [], isWhole: true } },
  );
  await open();
  expect(timesAsked('duty.sumDeliveries')).toBe(0);
  await press(/^2026 年一共到了多少/);
  expect(screen.getByText('躺椅 750')).toBeTruthy();
  expect(screen.getByText('到了 30 个站点，浦东新区总工会给的')).toBeTruthy();
  await press('看上一年');
  expect(sent('duty.sumDeliveries')).toEqual({ year: 2025 });
  expect(screen.getByText('这一年还没有记过到货')).toBeTruthy();
});
