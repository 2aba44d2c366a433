import { act, renderHook } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../testing/server';
import '../testing/taro-api';
import { useDeed } from './use-deed';

const words = {
  'nothing-to-withdraw': '没有可以撤回的申请',
  'already-decided': '工会已经审批',
  'changed-meanwhile': '内容有变化',
};

beforeEach(resetServer);

it('sends once, however often the button is pressed', async () => {
  whenAsked('member.withdraw', { ok: true, value: { state: 'withdrawn' } });
  const { result } = renderHook(() => useDeed('member.withdraw', words));
  await act(async () => {
    const first = result.current.run({});
    const second = result.current.run({});
    expect(second).toBe(first);
    await first;
  });
  expect(result.current.step).toEqual({ at: 'done', value: { state: 'withdrawn' } });
  expect(timesAsked('member.withdraw')).toBe(1);
});

it('gives the sentence of the refusal', async () => {
  whenAsked('member.withdraw', { ok: false, refusal: 'already-decided' });
  const { result } = renderHook(() => useDeed('member.withdraw', words));
  await act(() => result.current.run({}));
  expect(result.current.step).toEqual({ at: 'refused', refusal: 'already-decided', text: '工会已经审批', fields: {} });
});

it('gives a sentence for every field that is wrong', async () => {
  whenAsked('member.withdraw', {
    ok: false,
    refusal: 'input-invalid',
    fields: [{ path: 'document.number', problem: 'check-digit' }],
  });
  const { result } = renderHook(() => useDeed('member.withdraw', words));
  await act(() => result.current.run({}));
  expect(result.current.step).toMatchObject({
    at: 'refused',
    fields: { 'document.number': '号码有误，请对照证件检查' },
  });
});

it('can be tried again after the network failed', async () => {
  whenAsked('member.withdraw', 'no-network', 'no-network', { ok: true, value: { state: 'withdrawn' } });
  const { result } = renderHook(() => useDeed('member.withdraw', words));
  await act(() => result.current.run({}));
  expect(result.current.step).toEqual({ at: 'failed', text: '网络不可用，请检查网络后重试' });
  await act(() => result.current.run({}));
  expect(result.current.step.at).toBe('done');
});

it('does not compile without a sentence for every refusal', () => {
  // @ts-expect-error already-decided and changed-meanwhile have none
  renderHook(() => useDeed('member.withdraw', { 'nothing-to-withdraw': '没有可以撤回的申请' }));
});
