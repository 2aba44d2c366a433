import type { StaffMember } from '@contract/appointment';
import { PersonId, UnionId } from '@contract/ids';
import { EpochMs, addDays, shanghaiDay } from '@contract/time';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../testing/server';
import { phone, resetPhone } from '../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { lastDayOf } from './role-term';
import { StaffDesk } from './staff-desk';

const today = shanghaiDay(EpochMs.parse(Date.now()));
const beicai = { unionId: UnionId.parse('beicai'), unionName: '北蔡镇总工会' };
const number = `p${'B'.repeat(22)}`;

const aRole = (different: Partial<StaffMember['roles'][number]> = {}): StaffMember['roles'][number] => ({
  ...beicai,
  role: 'clerk',
  until: addDays(today, 100),
  ...different,
});
const gu: StaffMember = {
  personId: PersonId.parse(`p${'A'.repeat(22)}`),
  name: '顾敏',
  isSelf: true,
  roles: [aRole({ role: 'administrator' })],
};
const chen: StaffMember = { personId: PersonId.parse(number), name: '陈晓燕', isSelf: false, roles: [aRole()] };

const show = () =>
  render(
    <Screen title="人员与角色" staff>
      <StaffDesk />
    </Screen>,
  );
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const answerSheet = (name: string) =>
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name }));
const line = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.change(line(name), { target: { value } });
const sent = (name: string) => asked.filter((question) => question.name === name).map(({ input }) => input);
const extendChen = '延长陈晓燕在北蔡镇总工会的工会干事任期';
const dismissChen = '解除陈晓燕在北蔡镇总工会的工会干事角色';

async function fillIn() {
  show();
  fireEvent.click(await screen.findByRole('button', { name: '添加人员' }));
  type('对方的编号', ` ${number}\n`);
  type('姓名', '陈晓燕');
  fireEvent.click(screen.getByRole('radio', { name: /^工会干事/ }));
  fireEvent.click(screen.getByRole('radio', { name: /^一年/ }));
}

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.path = 'features/review/pages/staff/index';
  whenAsked('member.listStaff', { ok: true, value: { staff: [gu, chen] } });
});

it('says who does what until when, and in words what ends soon', async () => {
  const soon = { ...chen, roles: [aRole({ until: addDays(today, 12) }), aRole({ role: 'volunteer', until: today })] };
  whenAsked('member.listStaff', { ok: true, value: { staff: [gu, soon] } });
  show();
  expect(await screen.findByText('还有12天到期')).toBeTruthy();
  expect(screen.getByText('今天到期')).toBeTruthy();
  expect(screen.getByText('共2人')).toBeTruthy();
});

it('leaves one’s own roles to another administrator', async () => {
  show();
  expect(await screen.findByText('您本人的角色由其他管理员延长或解除。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /顾敏/ })).toBeNull();
});

it('tells of a wrong number beside its field, and sends nothing', async () => {
  await fillIn();
  type('对方的编号', 'p123');
  fireEvent.blur(line('对方的编号'));
  expect(line('对方的编号').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toBe('编号以字母p开头，共23位，区分大小写，请对照检查');
  press('添加人员');
  expect(screen.getByText('有内容需要填写或修改，请查看标出的地方')).toBeTruthy();
  expect(timesAsked('member.appoint')).toBe(0);
});

it('asks for everything that is not filled in, each at its place', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: '添加人员' }));
  press('添加人员');
  expect(screen.getAllByText('请填写这一项')).toHaveLength(2);
  expect(screen.getByText('请选择角色')).toBeTruthy();
  expect(screen.getByText('请选择任期')).toBeTruthy();
});

it('appoints once, however often one presses, and shows the list anew', async () => {
  whenAsked('member.appoint', { ok: true, value: chen });
  await fillIn();
  press('添加人员');
  press('添加人员');
  expect(await screen.findByText('陈晓燕担任工会干事')).toBeTruthy();
  expect(sent('member.appoint')).toEqual([
    {
      personId: number,
      name: '陈晓燕',
      role: 'clerk',
      unionId: 'beicai',
      until: lastDayOf('year', EpochMs.parse(Date.now())),
    },
  ]);
  await waitFor(() => expect(timesAsked('member.listStaff')).toBe(2));
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('appoints for another union than one’s own', async () => {
  const weifang = { unionId: UnionId.parse('weifang'), name: '潍坊新村街道总工会' };
  whenAsked('member.searchUnions', {
    ok: true,
    value: { unions: [{ ...weifang, level: 'street', parentName: '浦东新区总工会' }] },
  });
  whenAsked('member.appoint', { ok: false, refusal: 'outside-your-unions' });
  await fillIn();
  press(/^北蔡镇总工会/);
  press('添加人员');
  expect(screen.getByText('请选择工会')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: /^潍坊新村街道总工会/ }));
  press('添加人员');
  expect(await screen.findByText(/^这家工会不在您管理的范围内/)).toBeTruthy();
  expect(sent('member.appoint')).toEqual([expect.objectContaining({ unionId: 'weifang' })]);
  expect(line('姓名').value).toBe('陈晓燕');
});

it('keeps what was typed when the line is dead, and when one looks at the list in between', async () => {
  whenAsked('member.appoint', 'no-network');
  await fillIn();
  press('添加人员');
  expect(await screen.findByText('网络不可用，请检查网络后重试')).toBeTruthy();
  press('先不添加');
  press('添加人员');
  expect(line('姓名').value).toBe('陈晓燕');
});

it('prolongs a role, only to a day after its own', async () => {
  whenAsked('member.listStaff', {
    ok: true,
    value: { staff: [{ ...chen, roles: [aRole({ until: addDays(today, 300) })] }] },
  });
  whenAsked('member.appoint', { ok: true, value: chen });
  show();
  fireEvent.click(await screen.findByRole('button', { name: extendChen }));
  expect(screen.queryByRole('radio', { name: /^半年/ })).toBeNull();
  press('延长任期');
  expect(screen.getByRole('alert').textContent).toBe('请选择延长多久');
  fireEvent.click(screen.getByRole('radio', { name: /^一年/ }));
  press('延长任期');
  press('延长任期');
  expect(await screen.findByRole('button', { name: extendChen })).toBeTruthy();
  expect(sent('member.appoint')).toEqual([
    expect.objectContaining({ personId: number, until: lastDayOf('year', EpochMs.parse(Date.now())) }),
  ]);
});

it('asks before it dismisses, and does nothing on a no', async () => {
  whenAsked('member.dismiss', { ok: true, value: { ...chen, roles: [] } });
  show();
  fireEvent.click(await screen.findByRole('button', { name: dismissChen }));
  answerSheet('保留角色');
  expect(await screen.findByRole('button', { name: dismissChen })).toBeTruthy();
  expect(timesAsked('member.dismiss')).toBe(0);
  press(dismissChen);
  whenAsked('member.listStaff', { ok: true, value: { staff: [gu] } });
  answerSheet('解除角色');
  expect(await screen.findByText('陈晓燕不再担任工会干事')).toBeTruthy();
  expect(sent('member.dismiss')).toEqual([{ personId: number, role: 'clerk', unionId: 'beicai' }]);
  expect(screen.queryByText('陈晓燕')).toBeNull();
});

it.each([
  ['outside-your-unions', '这个角色属于其他工会，须由那家工会的管理员解除'],
  ['changed-meanwhile', '这个人的角色刚刚有变动，名单已重新载入，请核对后再办理'],
  ['role-not-held', '这个角色已经解除，名单已更新'],
] as const)('says in words why nobody was dismissed: %s', async (refusal, text) => {
  whenAsked('member.dismiss', { ok: false, refusal });
  show();
  fireEvent.click(await screen.findByRole('button', { name: dismissChen }));
  answerSheet('解除角色');
  expect(await screen.findByText(text)).toBeTruthy();
});

it('leads somebody who is no administrator home', async () => {
  whenAsked('member.listStaff', { ok: false, refusal: 'not-allowed' });
  show();
  fireEvent.click(await screen.findByRole('button', { name: '回到首页' }));
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/home/index' }]);
});
