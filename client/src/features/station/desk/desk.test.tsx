import { StationId } from '@contract/ids';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import DeskPage from '../pages/desk';
import { StationDesk } from './station-desk';
import type { Desk } from './use-desk';

const stationId = StationId.parse('jinqiao-99');
const at = (text: string) => EpochMs.parse(Date.parse(`${text}+08:00`));

const aDesk = (different: Partial<Desk> = {}): Desk => ({
  stationId,
  name: '金桥镇户外职工爱心接力站',
  status: { state: 'open', reasons: [{ because: 'on-duty', since: at('2026-11-22T08:02') }] },
  closure: null,
  reports: [],
  awaitsAnswer: false,
  facilities: [
    { code: 'microwave', count: 2, state: 'ok', checkedAt: at('2026-11-20T09:00') },
    { code: 'water', count: 1, state: 'broken', checkedAt: null },
  ],
  bottles: 6,
  visitsToday: 31,
  mayEdit: true,
  doorCode: 's.K7M2P9QX.6SN2J2M2',
  isShared: true,
  scores: [],
  ...different,
});

const show = (...desks: readonly [Desk, ...Desk[]]) => {
  const [first, ...later] = desks.map((value) => ({ ok: true, value }) as const);
  if (first !== undefined) whenAsked('station.showDesk', first, ...later);
  render(
    <Screen title="站点工作台" staff>
      <StationDesk stationId={stationId} />
    </Screen>,
  );
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inputOf = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
const reported = aDesk({
  status: { state: 'doubtful', reasons: [{ because: 'reported-locked', people: 1, lastAt: at('2026-11-22T14:05') }] },
  reports: [{ says: 'locked', at: at('2026-11-22T14:05'), atTheDoor: true }],
  awaitsAnswer: true,
});

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('says whether the station is open and why, and how many came today', async () => {
  show(aDesk());
  expect(await screen.findByText('开着')).toBeTruthy();
  expect(screen.getByText(/值班人员.*8:02 已到岗/)).toBeTruthy();
  expect(screen.getByText('今天到访 31 人次')).toBeTruthy();
});

it('marks a microwave as broken with one tap more, and says so', async () => {
  show(
    aDesk(),
    aDesk({ facilities: [{ code: 'microwave', count: 2, state: 'broken', checkedAt: at('2026-11-22T10:00') }] }),
  );
  whenAsked('station.markFacility', { ok: true, value: { facilities: [] } });
  fireEvent.click(await screen.findByRole('button', { name: /^微波炉，正常，数量 2/ }));
  press('微波炉坏了');
  expect(await screen.findByText('已记下：微波炉坏了')).toBeTruthy();
  expect(inputOf('station.markFacility')).toEqual([{ stationId, code: 'microwave', state: 'broken', count: 2 }]);
  expect(await screen.findByRole('button', { name: /^微波炉，坏了，数量 2/ })).toBeTruthy();
});

it('lists one of the six that nobody registered, and lets it be registered', async () => {
  show(aDesk());
  whenAsked('station.markFacility', { ok: true, value: { facilities: [] } });
  fireEvent.click(await screen.findByRole('button', { name: /^冰箱，没有登记/ }));
  press('多一');
  press('冰箱正常');
  await waitFor(() =>
    expect(inputOf('station.markFacility')).toEqual([{ stationId, code: 'fridge', state: 'ok', count: 2 }]),
  );
});

it('tells before answering what those who reported will read', async () => {
  show(reported, aDesk());
  whenAsked('station.answerReports', { ok: true, value: { status: aDesk().status } });
  expect(await screen.findByText('说门关着，人在门口')).toBeTruthy();
  press('已开门');
  expect(screen.getByRole('alertdialog').textContent).toContain('反映的人会看到“已开门”');
  expect(timesAsked('station.answerReports')).toBe(0);
  press('答复已开门');
  await waitFor(() =>
    expect(inputOf('station.answerReports')).toEqual([{ stationId, answer: 'opened', until: null, reason: null }]),
  );
  expect(await screen.findByText('没有等待答复的反映。')).toBeTruthy();
});

it('asks why and until when before it announces a closure to those who reported', async () => {
  show(reported);
  await screen.findByText('说门关着，人在门口');
  press('关闭至…');
  press('答复并公布关闭');
  expect(screen.getByText('请写明原因')).toBeTruthy();
  expect(screen.getByText('请选择关闭到什么时候')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: '为什么关着' }), { target: { value: '停水' } });
  const tomorrow = within(screen.getByRole('combobox', { name: '关闭到哪天' })).getAllByRole<HTMLOptionElement>(
    'option',
  )[2];
  fireEvent.change(screen.getByRole('combobox', { name: '关闭到哪天' }), { target: { value: tomorrow?.value } });
  fireEvent.change(screen.getByRole('combobox', { name: '关闭到几点' }), { target: { value: '510' } });
  press('答复并公布关闭');
  expect(screen.getByRole('alertdialog').textContent).toMatch(/停水，关闭至 .*08:30/);
  press('再核实一下');
  expect(timesAsked('station.answerReports')).toBe(0);
});

it('leaves answering to the head where somebody is only on duty', async () => {
  show({ ...reported, mayEdit: false });
  expect(await screen.findByText('反映由站长或工会干事答复。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '已开门' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^修改站点资料/ })).toBeNull();
});

it('says that a colleague has answered already, and reads the desk anew', async () => {
  show(reported, aDesk());
  whenAsked('station.answerReports', { ok: false, refusal: 'nothing-reported' });
  await screen.findByText('说门关着，人在门口');
  press('当时开着');
  press('答复当时开着');
  expect(await screen.findByText('这些反映已经由同事答复，不用再办')).toBeTruthy();
  expect(screen.getByText('没有等待答复的反映。')).toBeTruthy();
});

it('counts a delivery once when its answer is lost and it is sent again', async () => {
  show(aDesk(), aDesk({ bottles: 30 }));
  whenAsked('station.restock', 'no-network', 'no-network', { ok: true, value: { bottles: 30 } });
  fireEvent.click(await screen.findByRole('button', { name: '送到 24 瓶' }));
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  press('送到 24 瓶');
  expect(await screen.findByText('已记下，现在有 30 瓶')).toBeTruthy();
  const keys = inputOf('station.restock').map((input) => (input as { requestKey: string }).requestKey);
  expect(new Set(keys).size).toBe(1);
  press('送到 24 瓶');
  await waitFor(() => expect(timesAsked('station.restock')).toBe(4));
  const later = inputOf('station.restock').map((input) => (input as { requestKey: string }).requestKey);
  expect(new Set(later).size).toBe(2);
});

it('takes no number of bottles that is none', async () => {
  show(aDesk());
  fireEvent.change(await screen.findByRole('textbox', { name: '数量（瓶）' }), { target: { value: '0' } });
  press('送到这些');
  expect(screen.getByText('请填写 1 至 9999 的整数')).toBeTruthy();
  expect(timesAsked('station.restock')).toBe(0);
});

it('welcomes a member by the card’s code, and says so when the visit was counted before', async () => {
  show(aDesk());
  whenAsked('station.admitMember', {
    ok: true,
    value: {
      maskedName: '王*军',
      unionName: '北蔡镇总工会',
      state: 'active',
      visitedAt: at('2026-11-22T09:00'),
      isNew: false,
    },
  });
  fireEvent.change(await screen.findByRole('textbox', { name: '会员卡上的码' }), { target: { value: 'us1.abc' } });
  press('核对并接待');
  expect(await screen.findByRole('heading', { name: '可以进站' })).toBeTruthy();
  expect(screen.getByText('王*军')).toBeTruthy();
  expect(screen.getByText(/09:00已记过，不重复计数/)).toBeTruthy();
  press('接待下一位');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '会员卡上的码' }).value).toBe('');
});

it('says why a member cannot be received, and what needs no card', async () => {
  show(aDesk());
  whenAsked('station.admitMember', { ok: false, refusal: 'not-a-shared-home' });
  fireEvent.change(await screen.findByRole('textbox', { name: '会员卡上的码' }), { target: { value: 'us1.abc' } });
  press('核对并接待');
  expect(await screen.findByRole('heading', { name: '现在不能进站' })).toBeTruthy();
  expect(screen.getByText(/饮水、休息、用厕所不需要会员卡/)).toBeTruthy();
});

it('announces a closure after showing what the map will say, and takes it back', async () => {
  const closure = { from: at('2026-11-22T00:00'), until: at('2099-11-23T17:00'), reason: '台风' };
  show(aDesk(), aDesk({ closure }), aDesk());
  whenAsked('station.setClosure', { ok: true, value: { status: aDesk().status } });
  await screen.findByText('没有公布关闭，按开放时间开门。');
  press('公布关闭');
  fireEvent.change(screen.getByRole('textbox', { name: '原因' }), { target: { value: ' 台风 ' } });
  press('公布关闭');
  const sheet = screen.getByRole('alertdialog');
  expect(sheet.textContent).toContain('站点页和地图会显示：台风，关闭至');
  fireEvent.click(within(sheet).getByRole('button', { name: '公布关闭' }));
  expect(await screen.findByText(/台风，关闭至 2099年11月23日（.*）17:00/)).toBeTruthy();
  expect((inputOf('station.setClosure')[0] as { closure: { reason: string } }).closure.reason).toBe('台风');
  press('取消关闭');
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '取消关闭' }));
  await waitFor(() => expect(inputOf('station.setClosure')[1]).toEqual({ stationId, closure: null }));
});

it('shows the letters below the printed code', async () => {
  show(aDesk());
  await screen.findByText('开着');
  press('显示打印码');
  const [onScreen] = screen.getAllByText('K7M2');
  expect(onScreen?.parentElement?.textContent).toBe('K7M2P9QX6SN2J2M2');
  expect(screen.getByRole('img', { name: '门口的打卡二维码' })).toBeTruthy();
});

it('puts the code on a sheet of its own, with the station’s name and number and what to do, while it is shown', async () => {
  show(aDesk());
  whenAsked('station.show', { ok: false, refusal: 'station-not-found' });
  await screen.findByText('开着');
  const sheet = () => document.querySelector('.print-sheet');
  expect(sheet()).toBeNull();
  press('显示打印码');
  expect(sheet()?.textContent).toBe(
    '金桥镇户外职工爱心接力站打开微信小程序“工会驿站”，点“扫码打卡”扫一扫扫不了时，输入这些字母和数字K7M2P9QX6SN2J2M2',
  );
  press('收起打印码');
  expect(sheet()).toBeNull();
});

it('offers the code on duty before all else', async () => {
  show(aDesk());
  await screen.findByText('开着');
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names.filter((name) => name !== '')[0]).toBe('出示当班码');
});

it('leaves out what somebody on duty can only look at', async () => {
  show(aDesk({ mayEdit: false }));
  await screen.findByText('开着');
  expect(screen.queryByText('达标自评')).toBeNull();
  expect(screen.queryByText('临时关闭')).toBeNull();
});

it('says of a facility that nobody has looked at only that it is there', async () => {
  show(aDesk({ facilities: [{ code: 'aircon', count: 1, state: 'ok', checkedAt: null }] }));
  expect(await screen.findByRole('button', { name: /^空调，有，数量 1，还没有查看过/ })).toBeTruthy();
});

it('asks to try again where a card could not be read', async () => {
  show(aDesk());
  whenAsked('station.admitMember', { ok: false, refusal: 'code-unreadable' });
  fireEvent.change(await screen.findByRole('textbox', { name: '会员卡上的码' }), { target: { value: 'us1.abc' } });
  press('核对并接待');
  fireEvent.click(await screen.findByRole('button', { name: '再试一次' }));
  expect(screen.getByRole('button', { name: '核对并接待' })).toBeTruthy();
});

it('leads to the code on duty, the public page and the form', async () => {
  show(aDesk());
  await screen.findByText('开着');
  for (const name of [/^出示当班码/, /^看站点页/, /^修改站点资料/]) press(name);
  expect(phone.opened.map(({ url }) => url)).toEqual(
    ['presence', 'station', 'edit'].map((page) => `/features/station/pages/${page}/index?id=jinqiao-99`),
  );
});

it('asks nothing of an address that names no station', () => {
  phone.parameters = { id: '<script>' };
  render(<DeskPage />);
  expect(asked).toEqual([]);
});

it('says what a standard still lacks, and takes the ticks of the head', async () => {
  const items = [
    { code: 'name', met: false, isKnown: false },
    { code: 'map', met: true, isKnown: true },
  ];
  const score = { standard: 'acftu-6', items, met: 1, assessedAt: null, assessedBy: null } as const;
  show(aDesk({ scores: [{ ...score, items: [...items] }] }));
  expect(await screen.findByText('全总“六有”：符合 1 项，共 2 项')).toBeTruthy();
  expect(screen.getByText('还差：统一的标识名称')).toBeTruthy();
  press('自评：全总“六有”');
  expect(screen.queryByRole('checkbox', { name: '地图的查询功能' })).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: '统一的标识名称' }));
  whenAsked('station.assess', { ok: true, value: { scores: [] } });
  press('保存自评');
  await waitFor(() => expect(inputOf('station.assess')).toEqual([{ stationId, standard: 'acftu-6', met: ['name'] }]));
});
