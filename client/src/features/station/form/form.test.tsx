import { StationId } from '@contract/ids';
import { StationForm } from '@contract/station-form';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { draftFields, draftOf, newDraft } from './draft';
import { readDraft } from './read-draft';
import { StationEditor } from './station-editor';
import type { ShownForm } from './use-station-form';

const stationId = StationId.parse('jinqiao-99');
const form: StationForm = StationForm.parse({
  name: '金桥镇户外职工爱心接力站',
  tier: null,
  parentId: null,
  category: 'relay',
  features: ['all-day'],
  signNo: '99',
  city: '上海市',
  district: '浦东新区',
  street: '金桥镇',
  address: '金高路1296号',
  place: { longitude: 121.6, latitude: 31.27 },
  phone: null,
  areaM2: 45.5,
  unionId: 'jinqiao',
  openedOn: '2019-05',
  opening: {
    sessions: [{ days: [1, 2, 3, 4, 5], from: 510, until: 1_020, attendance: 'staffed', season: null }],
    onHolidays: 'closed',
    holidaySessions: [],
  },
  facilities: [{ code: 'microwave', count: 2, state: 'ok', checkedAt: null }],
  zones: [{ zoneId: 'reading', name: '阅读区', capacity: 12, areaM2: null }],
  services: ['法律咨询', '健康咨询'],
  meals: [{ name: '午餐', priceYuan: 18, about: '两荤两素', hours: '周一至周五 11:00-13:00' }],
  swap: { operator: '中国铁塔', slots: 12 },
  outlet: { partner: '中国银行', agreedFrom: null, agreedUntil: '2027-06-30' },
  awards: [{ name: '最美站点', year: 2023, level: 'national' }],
  grades: [{ grade: 'standard', from: '2023-05-01' }],
  waterQuota: 2,
  doorId: null,
  notice: null,
});

const shown = (different: Partial<ShownForm> = {}): ShownForm => ({
  stationId,
  revision: 3,
  form,
  unionName: '金桥镇总工会',
  changes: [],
  ...different,
});

const change = {
  revision: 4,
  at: EpochMs.parse(Date.parse('2026-11-22T10:05:00+08:00')),
  by: '陈晓燕',
  office: '金桥镇总工会',
  act: 'edited' as const,
  fields: [{ field: 'phone', before: '', after: '021-58990000' }],
};

const show = () =>
  render(
    <Screen title="站点资料" staff>
      <StationEditor stationId={stationId} />
    </Screen>,
  );
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const saved = () =>
  asked
    .filter(({ name }) => name === 'station.save')
    .map(({ input }) => input as { revision: number; requestKey: string; form: StationForm });
const openBasics = async () => fireEvent.click(await screen.findByRole('button', { name: /^基本信息/ }));

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('station.showForm', { ok: true, value: shown() });
});

it('has a place for every field of a form, and gives back what it was given', () => {
  expect([...draftFields].sort()).toEqual(Object.keys(StationForm.shape).sort());
  expect(readDraft(draftOf(form))).toEqual({ ok: true, form });
});

it('reads full-width numbers, and says where there is no number', () => {
  const draft = draftOf(form);
  const read = readDraft({ ...draft, areaM2: '４５．５' });
  expect(read.ok && read.form.areaM2).toBe(45.5);
  expect(readDraft({ ...draft, areaM2: '约四十' })).toEqual({ ok: false, problems: { areaM2: '请填写数字' } });
  expect(readDraft({ ...draft, place: { longitude: '121.6', latitude: '' } })).toEqual({
    ok: false,
    problems: { place: '经度和纬度要一起填写' },
  });
});

it('names what a new station lacks, before anything is sent', () => {
  const read = readDraft(newDraft);
  expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual([
    'address',
    'category',
    'name',
    'street',
    'unionId',
  ]);
});

it('saves what was changed, with the revision it began from, and goes to the desk', async () => {
  whenAsked('station.save', { ok: true, value: { stationId, revision: 4 } });
  show();
  await openBasics();
  write('电话', '021-58990000');
  press('保存');
  await waitFor(() =>
    expect(phone.opened).toEqual([{ by: 'redirectTo', url: '/features/station/pages/desk/index?id=jinqiao-99' }]),
  );
  expect(saved()[0]).toMatchObject({ revision: 3, form: { ...form, phone: '021-58990000' } });
  expect(phone.storage.has('station-form:jinqiao-99')).toBe(false);
});

it('shows at its field that a sign number is taken', async () => {
  whenAsked('station.save', { ok: false, refusal: 'sign-number-taken' });
  show();
  await openBasics();
  write('绿标编号', '100');
  press('保存');
  expect(await screen.findByText('这个绿标编号已经有别的站点在用，请核对')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: '绿标编号' }).getAttribute('aria-invalid')).toBe('true');
  write('绿标编号', '101');
  expect(screen.queryByText('这个绿标编号已经有别的站点在用，请核对')).toBeNull();
});

it('opens the folded part in which the server finds something wrong', async () => {
  whenAsked('station.save', {
    ok: false,
    refusal: 'input-invalid',
    fields: [{ path: 'form.outlet.agreedUntil', problem: 'date' }],
  });
  show();
  await screen.findByRole('button', { name: /^合作网点/ });
  press('保存');
  expect(await screen.findByText('日期有误，请检查')).toBeTruthy();
});

it('keeps what was typed on the device until it is saved', async () => {
  const { unmount } = show();
  await openBasics();
  write('名称', '金桥新站');
  unmount();
  show();
  expect(await screen.findByText('已恢复上次没有保存的内容。')).toBeTruthy();
  await openBasics();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('金桥新站');
  press('放弃这些内容');
  press('放弃内容');
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe(form.name));
  expect(phone.storage.size).toBe(0);
});

it('shows the second of two people what the first one changed, and takes both', async () => {
  const theirs = shown({ revision: 4, form: { ...form, phone: '021-58990000' }, changes: [change] });
  whenAsked('station.showForm', { ok: true, value: shown() }, { ok: true, value: theirs });
  whenAsked(
    'station.save',
    { ok: false, refusal: 'changed-meanwhile' },
    { ok: true, value: { stationId, revision: 5 } },
  );
  show();
  await openBasics();
  write('名称', '金桥新站');
  press('保存');
  expect(await screen.findByRole('heading', { name: '同事刚刚修改了这个站点' })).toBeTruthy();
  expect(screen.getByText('电话：空 → 021-58990000')).toBeTruthy();
  expect(screen.getByText('修改资料，陈晓燕，金桥镇总工会')).toBeTruthy();
  press('保存');
  await waitFor(() => expect(saved()).toHaveLength(2));
  expect(saved()[1]).toMatchObject({ revision: 4, form: { name: '金桥新站', phone: '021-58990000' } });
});

it('asks which one stands where both changed the same, and saves nothing before', async () => {
  const theirs = shown({ revision: 4, form: { ...form, name: '同事起的名' }, changes: [] });
  whenAsked('station.showForm', { ok: true, value: shown() }, { ok: true, value: theirs });
  whenAsked(
    'station.save',
    { ok: false, refusal: 'changed-meanwhile' },
    { ok: true, value: { stationId, revision: 5 } },
  );
  show();
  await openBasics();
  write('名称', '我起的名');
  press('保存');
  await screen.findByText('名称：您和同事都改了');
  press('保存');
  expect(await screen.findByText('请先选择用哪一个')).toBeTruthy();
  expect(timesAsked('station.save')).toBe(1);
  fireEvent.click(screen.getByRole('radio', { name: '用同事填的，同事起的名' }));
  press('保存');
  await waitFor(() => expect(saved()[1]?.form.name).toBe('同事起的名'));
});

it('adds a stretch of hours and shows the week that comes of it', async () => {
  whenAsked('station.save', { ok: true, value: { stationId, revision: 4 } });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^开放时间/ }));
  press('添一段时间');
  const days = screen.getAllByRole('checkbox', { name: '周六' });
  fireEvent.click(days[1] as HTMLElement);
  fireEvent.change(screen.getAllByRole('combobox', { name: '从' })[1] as HTMLElement, { target: { value: '1080' } });
  fireEvent.change(screen.getAllByRole('combobox', { name: '到' })[1] as HTMLElement, { target: { value: '1200' } });
  expect(screen.getAllByText('8:30–17:00（有人值守）、18:00–20:00（有人值守）')[0]).toBeTruthy();
  press('保存');
  await waitFor(() => expect(saved()[0]?.form.opening.sessions[1]?.days).toEqual([1, 2, 3, 4, 5, 6]));
});

it('sends the same wish again when its answer was lost', async () => {
  whenAsked('station.save', 'no-network', 'no-network', { ok: true, value: { stationId, revision: 4 } });
  show();
  await openBasics();
  write('电话', '021-1234567');
  press('保存');
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  press('保存');
  await waitFor(() => expect(saved()).toHaveLength(3));
  expect(new Set(saved().map(({ requestKey }) => requestKey)).size).toBe(1);
});
