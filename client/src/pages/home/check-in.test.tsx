import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, whenAsked } from '../../../testing/server';
import { phone, resetPhone } from '../../../testing/taro-api';
import HomePage from '.';

beforeEach(() => {
  resetServer();
  resetPhone();
});

it.each([
  ['somebody who is not signed in', { ok: false, refusal: 'sign-in-needed' } as const],
  ['somebody whose line is dead', 'no-network' as const],
])('is one tap away from checking in for %s', async (_, self) => {
  whenAsked('member.showSelf', self);
  render(<HomePage />);
  fireEvent.click(await screen.findByRole('button', { name: '扫码打卡' }));
  await act(async () => Promise.resolve());
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/check-in/index' }]);
});
