import { CardNumber, PersonId } from '@contract/ids';
import type { FoundMember } from '@contract/membership';
import { EpochMs } from '@contract/time';
import { fireEvent, render, screen } from '@testing-library/react';
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
  may: { suspend: true, restore: false, retain: true },
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
    value: { ...member, state: 'suspended', may: { suspend: false, restore: true, retain: false } },
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
