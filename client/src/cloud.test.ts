import { asked, resetServer, timesAsked, whenAsked } from '../testing/server';
import '../testing/taro-api';
import { call } from './cloud';

beforeEach(resetServer);

it('sends the action, its input and the version to the function of its domain', async () => {
  whenAsked('station.listStreets', { ok: true, value: { streets: [] } });
  await expect(call('station.listStreets', {})).resolves.toEqual({ ok: true, value: { streets: [] } });
  expect(asked).toEqual([{ name: 'station.listStreets', input: {}, authorization: null }]);
});

it('asks once more when the line fails, and says so only when it fails again', async () => {
  whenAsked('station.listStreets', 'no-network', { ok: true, value: { streets: [] } });
  await expect(call('station.listStreets', {})).resolves.toMatchObject({ ok: true });
  whenAsked('station.listStreets', 'no-network');
  await expect(call('station.listStreets', {})).resolves.toEqual({ ok: false, fault: 'network' });
  expect(timesAsked('station.listStreets')).toBe(4);
});

it('does not ask again what was answered, be it with no or with a fault', async () => {
  whenAsked('member.showSelf', { ok: false, refusal: 'sign-in-needed' });
  await call('member.showSelf', {});
  whenAsked('member.showSelf', { ok: false, fault: '7F3K2' });
  await expect(call('member.showSelf', {})).resolves.toEqual({ ok: false, fault: '7F3K2' });
  expect(timesAsked('member.showSelf')).toBe(2);
});

it.each([
  ['nothing', null],
  ['a page of HTML', '<html>'],
  ['a yes without a value', { ok: true }],
  ['an empty no', { ok: false }],
])('takes %s for a fault instead of trusting it', async (_, answer) => {
  whenAsked('member.showSelf', answer as never);
  await expect(call('member.showSelf', {})).resolves.toEqual({ ok: false, fault: 'unreadable' });
});

it('gives up on a server that does not answer', async () => {
  jest.useFakeTimers();
  globalThis.fetch = (_, options) =>
    new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const answer = call('station.listStreets', {});
  await jest.advanceTimersByTimeAsync(15_000);
  await jest.advanceTimersByTimeAsync(15_000);
  await expect(answer).resolves.toEqual({ ok: false, fault: 'network' });
  jest.useRealTimers();
});
