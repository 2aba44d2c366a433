import type { AnswerFor } from '@contract/contracts';
import type { DutyPage, TapRefusal, Tapped } from '@contract/duty-tap';
import { tapActions } from '@contract/duty-tap';
import { ShiftId } from '@contract/ids';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { aColleague, aDutyPage, dutyAt, onDutyPage } from '../../../../testing/a-duty-page';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import OnDutyPage from '../pages/on-duty';
import { tapStore } from './tap-store';

const shiftId = ShiftId.parse('d00000000001');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const pass = (seconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));
const open = async (): Promise<void> => {
  phone.path = 'features/duty/pages/on-duty/index';
  phone.parameters = { id: shiftId };
  render(<OnDutyPage />);
  await pass(0);
};
const reopen = async (): Promise<void> => {
  cleanup();
  await open();
};
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(1);
};
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
};
const online = async (): Promise<void> => {
  await act(async () => {
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(1_000);
  });
};

type Recorded = AnswerFor<'duty.recordTaps'>;
type Sent = { readonly phoneNow: number; readonly taps: readonly { key: string; at: number; tapped: Tapped }[] };

/** Every call that was made, read as the server reads it. */
const calls = (): readonly Sent[] =>
  asked.filter(({ name }) => name === 'duty.recordTaps').map(({ input }) => tapActions.recordTaps.input.parse(input));

/** The server answers with this page, and takes every tap but those of which it is told otherwise. */
function whenTapped(page: () => DutyPage, refusals: Partial<Record<Tapped['did'], TapRefusal>> = {}): void {
  whenAsked('duty.recordTaps', { ok: false, fault: 'unused' });
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const body = JSON.parse(typeof options?.body === 'string' ? options.body : '{}') as { action: string; input: Sent };
    if (body.action !== 'recordTaps') return fetchBefore(address, options);
    await fetchBefore(address, options);
    const outcomes = body.input.taps.map(({ key, tapped: { did } }) => {
      const refusal = refusals[did] ?? null;
      return { key, outcome: refusal === null ? 'new' : 'refused', refusal };
    });
    const answer = { ok: true, value: { outcomes, page: page(), clockOff: null } } as Recorded;
    return { json: () => Promise.resolve(answer) } as Response;
  };
}

/** Where the phone says it is; null when the person says no. */
function standAt(place: { longitude: number; latitude: number } | null): void {
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (found: (value: object) => void, failed: (reason: object) => void) =>
        place === null ? failed({ code: 1 }) : found({ coords: place }),
    },
  });
}

beforeEach(() => {
  jest.useFakeTimers({ now: dutyAt + 2 * MINUTE_MS });
  resetServer();
  resetPhone();
  standAt(null);
  whenAsked('duty.showDuty', { ok: true, value: aDutyPage() });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('arriving', () => {
  it('says which shift it is, what the map shows, and what each way of clocking in is worth', async () => {
    await open();
    expect(screen.getByRole('heading', { name: '曹路镇户外职工驿站' })).toBeTruthy();
    expect(screen.getByText('今天 8:00–12:00')).toBeTruthy();
    expect(screen.getByText('关着')).toBeTruthy();
    expect(screen.getByText(/会变的码：最可靠/)).toBeTruthy();
  });

  it('reads the note of the shift before', async () => {
    whenAsked('duty.showDuty', {
      ok: true,
      value: aDutyPage({ lastNote: { words: '冰箱灯坏了', by: '王师傅', at: dutyAt - 12 * HOUR_MS } }),
    });
    await open();
    expect(screen.getByText('冰箱灯坏了')).toBeTruthy();
    expect(screen.getByText(/王师傅/)).toBeTruthy();
  });

  it('says from when one may clock in, and asks for no code before', async () => {
    jest.setSystemTime(dutyAt - HOUR_MS);
    whenAsked('duty.showDuty', { ok: true, value: aDutyPage({ asOf: dutyAt - HOUR_MS }) });
    await open();
    expect(screen.getByText('还没到签到时间，今天 7:30 起可以签到')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await pass(31 * 60);
    expect(screen.getByRole('textbox', { name: '输入码下面的字母和数字' })).toBeTruthy();
  });

  it('clocks in by the letters though the place is refused, and tells what it rests on', async () => {
    whenTapped(() => onDutyPage());
    await open();
    type('输入码下面的字母和数字', 'RABCD EFGH');
    await press('用这些字母签到');
    expect(calls()[0]?.taps[0]).toMatchObject({
      at: dutyAt + 2 * MINUTE_MS,
      tapped: { did: 'clock-in', code: 'RABCD EFGH', place: null },
    });
    expect(screen.getByText('值班人员 8:02 已到岗')).toBeTruthy();
    expect(screen.getByText('扫了变化的码')).toBeTruthy();
  });

  it('sends the place with the code where the phone tells it', async () => {
    standAt({ longitude: 121.68, latitude: 31.28 });
    whenTapped(() => onDutyPage());
    await open();
    type('输入码下面的字母和数字', 'SABCDEFGH');
    await press('用这些字母签到');
    const [first] = calls()[0]?.taps ?? [];
    expect(first?.tapped).toMatchObject({ did: 'clock-in', place: { longitude: expect.any(Number) as number } });
  });

  it('asks for something to read before it sends nothing', async () => {
    await open();
    await press('用这些字母签到');
    expect(screen.getByText('请输入码下面的字母和数字')).toBeTruthy();
    expect(timesAsked('duty.recordTaps')).toBe(0);
  });

  it('says what to do when the phone does not tell its place', async () => {
    await open();
    await press('用位置签到');
    expect(screen.getByText(/没有拿到您的位置/)).toBeTruthy();
    expect(timesAsked('duty.recordTaps')).toBe(0);
  });

  it('says why clocking in was refused, and keeps it in sight until it is read', async () => {
    whenTapped(() => aDutyPage({ asOf: dutyAt + 3 * MINUTE_MS }), { 'clock-in': 'other-station' });
    await open();
    type('输入码下面的字母和数字', 'SABCDEFGH');
    await press('用这些字母签到');
    expect(screen.getByText(/这是另一个站点的码/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '用这些字母签到' })).toBeTruthy();
    await reopen();
    expect(screen.getByText(/这是另一个站点的码/)).toBeTruthy();
    await press('知道了：到岗签到');
    expect(screen.queryByText(/这是另一个站点的码/)).toBeNull();
  });
});

describe('on duty', () => {
  beforeEach(() => {
    jest.setSystemTime(dutyAt + 5 * MINUTE_MS);
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage() });
  });

  it('opens the door with one list: facilities, shelf and cleaning in one save', async () => {
    whenTapped(() => onDutyPage({ openingDoneAt: dutyAt + 6 * MINUTE_MS, asOf: dutyAt + 6 * MINUTE_MS }));
    await open();
    await press('开门清单');
    expect(screen.getByText('已经过期，请取下来，换上新的')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '微波炉，坏了' }));
    const seen: (string | null)[] = [];
    // jsdom lays nothing out, so nothing scrolls there.
    Element.prototype.scrollIntoView = function () {
      seen.push(this.textContent);
    };
    await press('保存清单');
    expect(screen.getByText('还没有看：冰箱')).toBeTruthy();
    expect(seen).toEqual(['还没有看：冰箱']);
    await press('其余都是好的');
    await press('瓶装水，减');
    type('藿香正气水的数量', '6');
    fireEvent.change(screen.getByLabelText('藿香正气水最早的到期日'), { target: { value: '2027-05-31' } });
    fireEvent.click(screen.getByRole('checkbox', { name: '地面干净，不滑' }));
    await press('保存清单');
    const [first] = calls()[0]?.taps ?? [];
    expect(first?.tapped).toMatchObject({
      did: 'opening-list',
      facilities: [
        { code: 'microwave', works: false },
        { code: 'fridge', works: true },
      ],
      counted: [
        { code: 'water', quantity: 47, expiresOn: null },
        { code: 'cooling-drops', quantity: 6, expiresOn: '2027-05-31' },
      ],
    });
    expect(screen.getByText('8:06 已做')).toBeTruthy();
  });

  it('keeps what was filled in when one goes back and comes again', async () => {
    await open();
    await press('开门清单');
    fireEvent.click(screen.getByRole('radio', { name: '微波炉，坏了' }));
    await press('先不做，回去');
    await press('开门清单');
    expect(screen.getByRole('radio', { name: '微波炉，坏了' }).getAttribute('aria-checked')).toBe('true');
  });

  it('leads from a list back to the page of the shift by the arrow at the top', async () => {
    await open();
    await press('开门清单');
    await press('返回');
    expect(screen.getByRole('heading', { name: '曹路镇户外职工驿站' })).toBeTruthy();
    expect(phone.opened).toEqual([]);
  });

  it('counts visitors with the big button once the list is done, and takes a slip of the finger back', async () => {
    const done = { openingDoneAt: dutyAt, closingDoneAt: null };
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage(done) });
    whenAsked('duty.recordTaps', 'no-network');
    await open();
    expect(screen.getByRole('button', { name: '少一位' }).getAttribute('aria-disabled')).toBe('true');
    await press('来了一位');
    await press('来了一位');
    await press('少一位');
    expect(screen.getByText('1 位')).toBeTruthy();
    expect(screen.getByText('其中 1 位未发送')).toBeTruthy();
    expect(screen.getByText('还有 3 条没有发出去，有网时自动发')).toBeTruthy();
  });

  it('reports an incident, and asks what it is', async () => {
    whenTapped(() => onDutyPage({ incidents: 1, asOf: dutyAt + 6 * MINUTE_MS }));
    await open();
    await press(/^报告一件事/);
    await press('报告给站长');
    expect(screen.getByText('请选一项')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '有人不舒服' }));
    await press('报告给站长');
    expect(calls()[0]?.taps[0]?.tapped).toEqual({ did: 'incident', kind: 'somebody-unwell', words: '', photo: null });
    expect(screen.getByText('已报 1 件')).toBeTruthy();
  });

  it('vouches for a colleague who is there, once', async () => {
    const colleagues = [
      aColleague('李阿姨', { number: 'V00000001', isSelf: true }),
      aColleague('张阿姨'),
      aColleague('王师傅', { number: 'V00000003', state: 'held' }),
    ];
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ colleagues }) });
    whenTapped(() => onDutyPage({ colleagues, asOf: dutyAt + 6 * MINUTE_MS }));
    await open();
    expect(screen.queryByRole('button', { name: '我看见王师傅在' })).toBeNull();
    await press('我看见张阿姨在');
    expect(calls()[0]?.taps[0]?.tapped).toEqual({ did: 'vouch', number: 'V00000002' });
    expect(screen.queryByRole('button', { name: '我看见张阿姨在' })).toBeNull();
    await reopen();
    expect(screen.getByText(/您已作证/)).toBeTruthy();
  });

  it('shows the code of the station at a tap', async () => {
    await open();
    await press(/^出示站点的码/);
    expect(phone.opened.at(-1)?.url).toBe('/features/station/pages/presence/index?id=caolu-1');
  });

  it('leaves a note for the next shift', async () => {
    whenTapped(() => onDutyPage({ ownNote: '水少了', asOf: dutyAt + 6 * MINUTE_MS }));
    await open();
    await press(/^给下一班留话/);
    type('留的话', ' 水少了 ');
    await press('留给下一班');
    expect(calls()[0]?.taps[0]?.tapped).toEqual({ did: 'handover', words: '水少了' });
    expect(screen.getByRole('button', { name: /^给下一班留话，写好了/ })).toBeTruthy();
  });

  it('tells of a phone whose clock is three hours fast', async () => {
    const answer = onDutyPage({ openingDoneAt: dutyAt, asOf: dutyAt + 6 * MINUTE_MS });
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    await open();
    whenAsked('duty.recordTaps', { ok: true, value: { outcomes: [], page: answer, clockOff: 3 * HOUR_MS } });
    await press('来了一位');
    expect(screen.getByText(/您手机的时间快了 3 小时/)).toBeTruthy();
  });
});

it('says to whoever clocked in without a code that they cannot vouch', async () => {
  const colleagues = [aColleague('李阿姨', { number: 'V00000001', isSelf: true }), aColleague('张阿姨')];
  whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ colleagues }) });
  whenTapped(() => onDutyPage({ colleagues, asOf: dutyAt + 6 * MINUTE_MS }), { vouch: 'evidence-needed' });
  await open();
  await press('我看见张阿姨在');
  expect(screen.getByText('您自己签到时没有扫码，暂时不能替同事作证')).toBeTruthy();
  expect(screen.getByRole('button', { name: '我看见张阿姨在' })).toBeTruthy();
});

describe('leaving', () => {
  const atEnd = { openingDoneAt: dutyAt, asOf: dutyAt + 4 * HOUR_MS };
  beforeEach(() => {
    jest.setSystemTime(dutyAt + 4 * HOUR_MS);
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage(atEnd) });
  });
  const served = (about: object = {}) =>
    onDutyPage({
      ...atEnd,
      state: 'served',
      closingDoneAt: dutyAt + 4 * HOUR_MS,
      clockedOutAt: dutyAt + 4 * HOUR_MS,
      minutes: [
        { evidence: 'rotating-code', minutes: 200 },
        { evidence: 'assumed', minutes: 38 },
      ],
      visitors: 12,
      asOf: dutyAt + 4 * HOUR_MS + MINUTE_MS,
      ...about,
    });

  it('asks for the closing list first, and then for clocking out', async () => {
    whenTapped(() => onDutyPage({ ...atEnd, closingDoneAt: dutyAt + 4 * HOUR_MS, asOf: dutyAt + 5 * HOUR_MS }));
    await open();
    await press('关门清单');
    fireEvent.click(screen.getByRole('checkbox', { name: '电器关了' }));
    await press('保存清单');
    const [first] = calls()[0]?.taps ?? [];
    expect(first?.tapped).toMatchObject({ did: 'closing-list' });
    expect(screen.getByRole('button', { name: '离岗签退' })).toBeTruthy();
  });

  it('thanks, and tells the minutes by what they rest on; without evidence they count for nothing', async () => {
    whenAsked('duty.showDuty', { ok: true, value: served() });
    await open();
    expect(screen.getByText('谢谢您，这一班辛苦了')).toBeTruthy();
    expect(screen.getByText('共 3 小时 20 分')).toBeTruthy();
    expect(screen.getByText('没有凭据，不计入')).toBeTruthy();
    expect(screen.getByText('8:02–12:00，接待 12 位')).toBeTruthy();
  });

  it('lets the last one leave without the list only with a reason', async () => {
    whenTapped(() => served());
    await open();
    await press(/^离岗签退，/);
    await press('不扫码，直接签退');
    expect(screen.getByText('请写几个字的原因')).toBeTruthy();
    type('为什么不做清单', '有急事');
    await press('不扫码，直接签退');
    expect(screen.getByText(/您是最后一位/, { selector: '[role=alertdialog] *' })).toBeTruthy();
    await press('签退');
    expect(calls()[0]?.taps[0]?.tapped).toEqual({
      did: 'clock-out',
      code: null,
      place: null,
      withoutList: '有急事',
    });
    expect(screen.getByText('谢谢您，这一班辛苦了')).toBeTruthy();
  });

  it('asks for no list while a colleague stays', async () => {
    const colleagues = [aColleague('李阿姨', { number: 'V00000001', isSelf: true }), aColleague('张阿姨')];
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ ...atEnd, colleagues }) });
    whenTapped(() => served());
    await open();
    await press('离岗签退');
    expect(screen.queryByText('关门清单还没有做')).toBeNull();
    type('输入码下面的字母和数字', 'RABCDEFGH');
    await press('用这些字母签退');
    await press('继续值班');
    expect(timesAsked('duty.recordTaps')).toBe(0);
    await press('用这些字母签退');
    await press('签退');
    expect(calls()[0]?.taps[0]?.tapped).toMatchObject({ did: 'clock-out', code: 'RABCDEFGH', withoutList: null });
  });

  it('says that the time after a forgotten clock counts for nothing', async () => {
    whenAsked('duty.showDuty', { ok: true, value: served({ state: 'run-out', clockedOutAt: null }) });
    await open();
    expect(screen.getByText('这一班忘了签退')).toBeTruthy();
  });
});

describe('without a network', () => {
  it('keeps twenty taps, through a restart, and sends each once and in order when it is back', async () => {
    whenAsked('duty.recordTaps', 'no-network');
    await open();
    type('输入码下面的字母和数字', 'RABCDEFGH');
    await press('用这些字母签到');
    expect(screen.getByText('签到发出去以后，地图上就会显示开着')).toBeTruthy();
    expect(screen.getByText('关着')).toBeTruthy();
    await press('开门清单');
    await press('其余都是好的');
    await press('保存清单');
    for (let visitor = 0; visitor < 16; visitor += 1) await press('来了一位');
    whenAsked('duty.showDuty', 'no-network');
    await reopen();
    expect(screen.getByText('还有 18 条没有发出去，有网时自动发')).toBeTruthy();
    expect(screen.getByText('16 位')).toBeTruthy();
    await press(/^给下一班留话/);
    type('留的话', '水少了');
    await press('留给下一班');
    await press(/^离岗签退，/);
    type('为什么不做清单', '有急事');
    await press('不扫码，直接签退');
    await press('签退');
    expect(screen.getByText('还有 20 条没有发出去，有网时自动发')).toBeTruthy();
    expect(screen.getByText('签退已经记下，发出去以后就能看到时长。')).toBeTruthy();

    const before = calls().length;
    whenTapped(() => onDutyPage({ state: 'served', clockedOutAt: Date.now(), visitors: 16, asOf: Date.now() }));
    await online();
    const after = calls().slice(before);
    expect(after).toHaveLength(1);
    const taps = after[0]?.taps ?? [];
    expect(taps.map(({ tapped }) => tapped.did)).toEqual([
      'clock-in',
      'opening-list',
      ...Array.from({ length: 16 }, () => 'visitors'),
      'handover',
      'clock-out',
    ]);
    expect(new Set(taps.map(({ key }) => key)).size).toBe(20);
    expect(taps.map(({ at }) => at)).toEqual([...taps].map(({ at }) => at).sort((one, other) => one - other));
    expect(taps[0]?.at).toBe(dutyAt + 2 * MINUTE_MS);
    expect(screen.queryByText(/没有发出去/)).toBeNull();
    expect(screen.getByText(/接待 16 位/)).toBeTruthy();
    await pass(120);
    expect(calls()).toHaveLength(before + 1);
    expect(tapStore.read(shiftId)).toEqual([]);
  });

  it('sends the same keys again when only the answer was lost', async () => {
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    whenAsked('duty.recordTaps', 'no-network');
    await open();
    await press('来了一位');
    whenTapped(() => onDutyPage({ openingDoneAt: dutyAt, visitors: 1, asOf: dutyAt + 5 * MINUTE_MS }));
    await online();
    const keys = new Set(calls().flatMap(({ taps }) => taps.map(({ key }) => key)));
    expect(calls().length).toBeGreaterThan(1);
    expect(keys.size).toBe(1);
    expect(screen.getByText('1 位')).toBeTruthy();
  });

  it('counts nothing twice when one comes back to the page while taps wait', async () => {
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    whenAsked('duty.recordTaps', 'no-network');
    await open();
    await press('来了一位');
    // The server has heard the tap, and only its answer was lost.
    const heard = onDutyPage({ openingDoneAt: dutyAt, visitors: 1, asOf: dutyAt + 5 * MINUTE_MS });
    whenAsked('duty.showDuty', { ok: true, value: heard });
    await reopen();
    expect(screen.getByText('1 位')).toBeTruthy();
  });

  it('waits where the server is busy or failing, and throws nothing away', async () => {
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    whenAsked('duty.recordTaps', { ok: false, refusal: 'busy' }, { ok: false, fault: 'f0123' });
    await open();
    await press('来了一位');
    expect(screen.getByText('现在办理的人较多，请稍后重试')).toBeTruthy();
    await pass(15);
    expect(screen.getByText('服务出现问题，请稍后重试（问题编号 f0123）')).toBeTruthy();
    expect(tapStore.read(shiftId)).toHaveLength(1);
  });

  it('says so when the phone has no room, and sends nothing that it did not keep', async () => {
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    await open();
    jest.spyOn(phone.storage, 'set').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    await press('来了一位');
    expect(screen.getByText(/这部手机存不下新的记录/)).toBeTruthy();
    expect(timesAsked('duty.recordTaps')).toBe(0);
  });

  it('says why taps were not taken when the place at the shift is gone', async () => {
    whenAsked('duty.showDuty', { ok: true, value: onDutyPage({ openingDoneAt: dutyAt }) });
    whenAsked('duty.recordTaps', { ok: false, refusal: 'no-place' });
    await open();
    await press('来了一位');
    expect(screen.getByText(/这一班里没有您的名字/)).toBeTruthy();
    expect(screen.getByText('来了 1 位')).toBeTruthy();
  });
});

it('says that there is no such shift, and leads back', async () => {
  phone.parameters = { id: 'nonsense' };
  render(<OnDutyPage />);
  await pass(0);
  await press('回到“值班”');
  expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: '/features/duty/pages/volunteer/index' });
});

it.each([
  ['shift-not-found', /没有找到这一班/],
  ['no-place', /没有您的名字/],
  ['called-off', /取消了/],
] as const)('says it kindly when the server answers %s', async (refusal, words) => {
  whenAsked('duty.showDuty', { ok: false, refusal });
  await open();
  expect(screen.getByText(words)).toBeTruthy();
});
