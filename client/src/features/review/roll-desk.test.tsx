import type { AnswerFor } from '@contract/contracts';
import { CardNumber, PersonId } from '@contract/ids';
import type { FoundMember } from '@contract/membership';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../testing/server';
import { resetPhone } from '../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { RollDesk } from './roll-desk';

const member: FoundMember = {
  personId: PersonId.parse(`p${'A'.repeat(22)}`),
  cardNumber: CardNumber.parse('202612345678'),
  maskedName: '王*军',
  state: 'active',
  unionName: '北蔡镇总工会',
  since: EpochMs.parse(1_763_000_000_000),
  may: { suspend: true, restore: false, retain: true, correct: true },
};

const show = () =>
  render(
    <Screen title="会员名册" staff>
      <RollDesk />
    </Screen>,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('says at the field that a number is incomplete, and asks nothing', () => {
  show();
  type('会员证号', '2026');
  fireEvent.blur(screen.getByRole('textbox', { name: '会员证号' }));
  expect(screen.getByRole('alert').textContent).toBe('会员证号是12位数字，请检查');
  press('查询');
  expect(asked).toEqual([]);
});

it('suspends with a note, after asking', async () => {
  whenAsked('member.findMember', { ok: true, value: member });
  whenAsked('member.suspend', {
    ok: true,
    value: { ...member, state: 'suspended', may: { suspend: false, restore: true, retain: false, correct: true } },
  });
  show();
  type('会员证号', '2026 1234 5678');
  press('查询');
  await screen.findByText('王*军');
  expect(screen.queryByRole('button', { name: '恢复会籍' })).toBeNull();
  press('暂停会籍');
  press('暂停会籍');
  expect(screen.getByText('请填写这一项')).toBeTruthy();
  expect(screen.queryByRole('alertdialog')).toBeNull();
  type('说明', '本人书面要求');
  press('暂停会籍');
  expect(timesAsked('member.suspend')).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: '暂停会籍' }));
  expect(await screen.findByText('已暂停')).toBeTruthy();
  expect(asked.find(({ name }) => name === 'member.suspend')?.input).toEqual({
    cardNumber: '202612345678',
    note: '本人书面要求',
  });
});

it('tells why nobody was found', async () => {
  whenAsked('member.findMember', { ok: false, refusal: 'member-not-found' });
  show();
  type('会员证号', '202612345678');
  press('查询');
  expect(await screen.findByText(/没有查到这个会员证号/)).toBeTruthy();
});

const found = async () => {
  whenAsked('member.findMember', { ok: true, value: member });
  show();
  type('会员证号', '202612345678');
  press('查询');
  await screen.findByText('王*军');
};
const wrongNumber = '310115198803070020';
const rightNumber = '310115198803070029';

it('says at the field that a document number is wrong, and corrects nothing', async () => {
  await found();
  press('更正姓名或证件');
  type('正确的证件号码', wrongNumber);
  fireEvent.blur(screen.getByRole('textbox', { name: '正确的证件号码' }));
  expect(screen.getByRole('alert').textContent).toBe('号码有误，请对照证件检查');
  type('更正依据', '当面核对了身份证原件');
  press('更正登记');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  type('正确的证件号码', '');
  press('更正登记');
  expect(screen.getByRole('alert').textContent).toBe('请填写要更正的姓名或证件号码，至少一项');
  expect(timesAsked('member.correctRecord')).toBe(0);
});

it('corrects name and document once however often one presses, and keeps no number on the screen', async () => {
  let answer: (reply: AnswerFor<'member.correctRecord'>) => void = () => undefined;
  whenAsked('member.correctRecord', new Promise((resolve) => (answer = resolve)));
  await found();
  press('更正姓名或证件');
  type('正确的姓名', ' 王小君 ');
  type('正确的证件号码', '310115 19880307 0029');
  press('更正登记');
  expect(screen.getByText('请填写这一项')).toBeTruthy();
  type('更正依据', '当面核对了身份证原件');
  const action = screen.getByRole('button', { name: '更正登记' });
  fireEvent.click(action);
  fireEvent.click(action);
  expect(timesAsked('member.correctRecord')).toBe(0);
  const yes = within(screen.getByRole('alertdialog')).getByRole('button', { name: '更正登记' });
  fireEvent.click(yes);
  fireEvent.click(yes);
  await waitFor(() => expect(timesAsked('member.correctRecord')).toBe(1));
  fireEvent.click(action);
  answer({ ok: true, value: { ...member, maskedName: '王*君' } });
  expect(await screen.findByRole('heading', { name: '王*君' })).toBeTruthy();
  expect(screen.getByText('登记已更正，会员姓名：王*君')).toBeTruthy();
  expect(asked.filter(({ name }) => name === 'member.correctRecord').map(({ input }) => input)).toEqual([
    {
      cardNumber: '202612345678',
      name: '王小君',
      document: { kind: 'id-card', number: rightNumber },
      note: '当面核对了身份证原件',
    },
  ]);
  press('更正姓名或证件');
  expect(screen.getByRole('textbox', { name: '正确的证件号码' })).toHaveProperty('value', '');
  expect(document.body.innerHTML).not.toMatch(/0029|0307/);
});

it('keeps what was typed when the number belongs to somebody else', async () => {
  whenAsked('member.correctRecord', { ok: false, refusal: 'id-card-in-use' });
  await found();
  press('更正姓名或证件');
  type('正确的证件号码', rightNumber);
  type('更正依据', '当面核对了身份证原件');
  press('更正登记');
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '更正登记' }));
  expect(await screen.findByText(/已经用于另一份入会申请或会籍，没有更正/)).toBeTruthy();
  expect(screen.getByRole('textbox', { name: '正确的证件号码' })).toHaveProperty('value', rightNumber);
});

it('offers no correction where the server allows none', async () => {
  whenAsked('member.findMember', { ok: true, value: { ...member, may: { ...member.may, correct: false } } });
  show();
  type('会员证号', '202612345678');
  press('查询');
  await screen.findByText('王*军');
  expect(screen.queryByRole('button', { name: '更正姓名或证件' })).toBeNull();
});
