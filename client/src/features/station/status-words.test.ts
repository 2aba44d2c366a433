import { OpenStatus } from '@contract/opening';
import type { OpenReason } from '@contract/opening';
import { clockText, statusWords } from './status-words';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
/** A Sunday. */
const now = at('2026-11-22T10:00');

/** A reason as the wire carries it: the contract brands it. */
const says = (state: OpenStatus['state'], ...reasons: readonly object[]) =>
  statusWords(OpenStatus.parse({ state, reasons }), now);

const byRule = (from: string, until: string, more: object = {}) => ({
  because: 'by-rule-open' satisfies OpenReason['because'],
  from: at(from),
  until: at(until),
  attendance: 'staffed',
  allDay: false,
  ...more,
});

it('says in one word whether one gets in, in the same words everywhere', () => {
  expect(says('open').short).toBe('开着');
  expect(says('closed').short).toBe('关着');
  expect(says('doubtful').short).toBe('待核实');
});

it.each<readonly [string, OpenStatus['state'], object]>([
  ['值班人员 8:02 已到岗', 'open', { because: 'on-duty', since: at('2026-11-22T08:02') }],
  ['值班人员 昨天 22:00 已到岗', 'open', { because: 'on-duty', since: at('2026-11-21T22:00') }],
  ['3 人刚刚确认开门', 'open', { because: 'confirmed', people: 3, lastAt: at('2026-11-22T09:52') }],
  ['2 人 9:20 确认开门', 'open', { because: 'confirmed', people: 2, lastAt: at('2026-11-22T09:20') }],
  ['1 人刚刚说开着，正在核实', 'doubtful', { because: 'confirmed', people: 1, lastAt: at('2026-11-22T09:59') }],
  ['1 人反映关着门，正在核实', 'doubtful', { because: 'reported-locked', people: 1, lastAt: at('2026-11-22T09:59') }],
  ['3 人反映关着门', 'closed', { because: 'reported-locked', people: 3, lastAt: at('2026-11-22T09:59') }],
  ['台风，关闭至 11月25日', 'closed', { because: 'closure', reason: '台风', until: at('2026-11-26T00:00') }],
  ['台风，关闭至 明天', 'closed', { because: 'closure', reason: '台风', until: at('2026-11-24T00:00') }],
  ['检修，关闭至 14:00', 'closed', { because: 'closure', reason: '检修', until: at('2026-11-22T14:00') }],
  ['9:00–17:00 开放', 'open', byRule('2026-11-22T09:00', '2026-11-22T17:00')],
  ['9:00–17:00 开放，自助进门', 'open', byRule('2026-11-22T09:00', '2026-11-22T17:00', { attendance: 'unattended' })],
  ['8:00–24:00 开放', 'open', byRule('2026-11-22T08:00', '2026-11-23T00:00')],
  ['9:00–次日 6:00 开放', 'open', byRule('2026-11-22T09:00', '2026-11-23T06:00')],
  ['开放到 11:00', 'open', byRule('2026-11-21T22:00', '2026-11-22T11:00')],
  ['0:00–11月24日 17:00 开放', 'open', byRule('2026-11-22T00:00', '2026-11-24T17:00')],
  [
    '24 小时，自助进门',
    'open',
    byRule('2026-11-22T00:00', '2026-11-23T00:00', { allDay: true, attendance: 'unattended' }),
  ],
  ['24 小时，有人值守', 'open', byRule('2026-11-22T00:00', '2026-11-23T00:00', { allDay: true })],
  ['13:30 开门', 'closed', { because: 'by-rule-closed', opensAt: at('2026-11-22T13:30') }],
  ['平时 13:30 开门', 'open', { because: 'by-rule-closed', opensAt: at('2026-11-22T13:30') }],
  ['明天 8:30 开门', 'closed', { because: 'by-rule-closed', opensAt: at('2026-11-23T08:30') }],
  ['11月27日 8:30 开门', 'closed', { because: 'by-rule-closed', opensAt: at('2026-11-27T08:30') }],
  ['近两周不开放', 'closed', { because: 'by-rule-closed', opensAt: null }],
  ['开放时间待登记', 'doubtful', { because: 'hours-unknown' }],
])('says why: %s', (words, state, reason) => {
  expect(says(state, reason).reason).toBe(words);
});

it('keeps every reason, the strongest first', () => {
  const { reason, reasons } = says(
    'open',
    { because: 'on-duty', since: at('2026-11-22T08:02') },
    { because: 'reported-locked', people: 1, lastAt: at('2026-11-22T09:59') },
  );
  expect(reason).toBe('值班人员 8:02 已到岗');
  expect(reasons).toEqual(['值班人员 8:02 已到岗', '1 人反映关着门']);
});

it('tells the time of Shanghai wherever the phone thinks it is', () => {
  expect(clockText(at('2026-11-22T00:05'))).toBe('0:05');
  expect(clockText(at('2026-11-22T23:59'))).toBe('23:59');
});
