import { CardCheck } from '@contract/membership';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import VerifyPage from '../pages/verify';

const aCheck = (about: object = {}): CardCheck =>
  CardCheck.parse({
    valid: true,
    state: 'active',
    maskedName: '王*军',
    unionName: '北蔡镇总工会',
    checkedAt: 1_773_036_000_000,
    ...about,
  });

const openPage = (): void => void render(<VerifyPage />);
const press = async (name: RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => Promise.resolve());
};
const check = async (code: string): Promise<void> => {
  fireEvent.change(screen.getByRole('textbox', { name: '会员卡上的码' }), { target: { value: code } });
  await press(/^核验/);
};

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('says 有效 with the masked name and the union, and is ready for the next card', async () => {
  whenAsked('member.verifyCard', { ok: true, value: aCheck() });
  openPage();
  await check(' US1.code ');
  expect(asked[0]?.input).toEqual({ code: 'US1.code' });
  expect(screen.getByRole('heading', { name: '有效' })).toBeTruthy();
  expect(screen.getByText('王*军')).toBeTruthy();
  await press(/验下一张/);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '会员卡上的码' }).value).toBe('');
});

it('says 无效 and why', async () => {
  whenAsked('member.verifyCard', { ok: true, value: aCheck({ valid: false, state: 'suspended' }) });
  openPage();
  await check('US1.code');
  expect(screen.getByRole('heading', { name: '无效' })).toBeTruthy();
  expect(screen.getByText('会员卡已暂停使用')).toBeTruthy();
});

it.each([
  ['code-expired', '这个码过期了', /等二维码换新后再扫/],
  ['code-used', '这个码已经用过', /可能是截图/],
  ['code-unreadable', '读不出这个码', /再扫一次/],
] as const)('for %s says what to do', async (refusal, title, wayOn) => {
  whenAsked('member.verifyCard', { ok: false, refusal });
  openPage();
  await check('US1.code');
  expect(screen.getByRole('heading', { name: title })).toBeTruthy();
  expect(screen.getByText(wayOn)).toBeTruthy();
});

it('asks for a code before it asks the server', async () => {
  openPage();
  await press(/^核验/);
  expect(screen.getByText('请粘贴或输入会员卡上的码')).toBeTruthy();
  expect(timesAsked('member.verifyCard')).toBe(0);
});
