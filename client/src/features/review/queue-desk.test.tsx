import { CaseId, EventId, StationId } from '@contract/ids';
import type { CaseSummary } from '@contract/review';
import { EpochMs, ShanghaiDay } from '@contract/time';
import { fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../testing/server';
import { phone, resetPhone } from '../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import QueuePage from './pages/queue';
import { QueueDesk } from './queue-desk';

const idOf = (letter: string, kind = 'enrolment') => CaseId.parse(`${kind}:p${letter.repeat(22)}:1`);

const aCase = (letter: string, maskedName: string, different: Partial<CaseSummary> = {}): CaseSummary => ({
  caseId: idOf(letter),
  kind: 'enrolment',
  maskedName,
  occupation: 'courier',
  stationId: null,
  facility: null,
  eventId: null,
  office: '北蔡镇总工会',
  openedAt: EpochMs.parse(1_763_000_000_000),
  dueAt: EpochMs.parse(Date.parse('2099-12-05T00:00:00+08:00')),
  dueDay: ShanghaiDay.parse('2099-12-04'),
  workingDaysLeft: 9,
  countsIn: 'working-days',
  timesMovedUp: 0,
  ...different,
});

const wang = aCase('A', '王*明', { timesMovedUp: 1 });
const zhao = aCase('B', '赵*');
const moving = aCase('C', '孙*', { caseId: idOf('C', 'transfer-release'), kind: 'transfer-release' });

const waiting = (...items: CaseSummary[]) =>
  whenAsked('review.listPending', { ok: true, value: { items, next: null } });
const show = () =>
  render(
    <Screen title="待办" staff>
      <QueueDesk />
    </Screen>,
  );
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  resetServer();
  resetPhone();
});

it('says in words what is due and what came up from below', async () => {
  waiting(wang);
  show();
  expect(await screen.findByText('还剩9个工作日，12月4日（周五）到期')).toBeTruthy();
  expect(screen.getByText('下级到期移交')).toBeTruthy();
});

it('says what is broken at which station, and leads to its desk', async () => {
  const microwave = aCase('A', '金桥镇户外职工爱心接力站', {
    caseId: CaseId.parse('facility:jinqiao-99.microwave:4'),
    kind: 'facility',
    occupation: null,
    stationId: StationId.parse('jinqiao-99'),
    facility: 'microwave',
    office: '金桥镇总工会（站长）',
  });
  waiting(microwave, wang);
  show();
  expect(await screen.findByText('微波炉坏了')).toBeTruthy();
  press(/^金桥镇户外职工爱心接力站，微波炉坏了，金桥镇总工会（站长），还剩9个工作日/);
  expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/desk/index?id=jinqiao-99' }]);
});

it('does not offer a station’s case among those that are approved together', async () => {
  const door = aCase('A', '金桥镇户外职工爱心接力站', {
    caseId: CaseId.parse('locked-door:jinqiao-99:1'),
    kind: 'locked-door',
    occupation: null,
    stationId: StationId.parse('jinqiao-99'),
    countsIn: 'hours',
  });
  waiting(door, wang, zhao);
  show();
  await screen.findByText('有人反映关门');
  press('批量批准');
  expect(screen.getByRole('checkbox', { name: /^金桥镇/ }).getAttribute('aria-disabled')).toBe('true');
});

it('leads to the desk of the event when somebody asks for its list or was not content', async () => {
  const wanted = aCase('A', '秋季健康讲座', {
    caseId: CaseId.parse('event-export:eabc234defgh:1'),
    kind: 'event-export',
    occupation: null,
    eventId: EventId.parse('eabc234defgh'),
  });
  waiting(wanted, wang);
  show();
  expect(await screen.findByText('申请导出名单')).toBeTruthy();
  press(/^秋季健康讲座，申请导出名单，北蔡镇总工会/);
  expect(phone.opened).toHaveLength(1);
  expect(phone.opened[0]?.url).toMatch(/eventId=eabc234defgh$/);
});

it('does not say that somebody took back what nobody decided in time', async () => {
  waiting();
  whenAsked('review.listDecided', {
    ok: true,
    value: {
      items: [
        {
          caseId: CaseId.parse('event-export:eabc234defgh:1'),
          kind: 'event-export',
          maskedName: '秋季健康讲座',
          stationId: null,
          eventId: EventId.parse('eabc234defgh'),
          office: '北蔡镇总工会',
          outcome: 'lapsed',
          decidedAt: EpochMs.parse(1_763_000_000_000),
          decidedBy: null,
        },
      ],
      next: null,
    },
  });
  show();
  fireEvent.click(await screen.findByText('查看已办'));
  expect(await screen.findByText('到期未办')).toBeTruthy();
  expect(screen.getByText('北蔡镇总工会')).toBeTruthy();
  expect(screen.queryByText(/本人/)).toBeNull();
});

it('leads on when nothing waits', async () => {
  waiting();
  whenAsked('review.listDecided', { ok: true, value: { items: [], next: null } });
  show();
  expect(await screen.findByText('没有待办')).toBeTruthy();
  press('查看已办');
  expect(await screen.findByText('还没有已办')).toBeTruthy();
});

it('opens a case', async () => {
  waiting(wang);
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^王\*明/ }));
  expect(phone.opened[0]?.url).toBe(`/features/review/pages/case/index?caseId=${encodeURIComponent(wang.caseId)}`);
});

it('approves several only after the three points were repeated, and tells what became of each', async () => {
  waiting(wang, zhao, moving);
  whenAsked('member.approveMany', {
    ok: true,
    value: {
      outcomes: [
        { caseId: wang.caseId, outcome: 'approved' },
        { caseId: zhao.caseId, outcome: 'case-decided-already' },
      ],
    },
  });
  show();
  await screen.findByText('王*明');
  press('批量批准');
  expect(screen.getByRole('checkbox', { name: /^孙/ }).getAttribute('aria-disabled')).toBe('true');
  press('批准所选申请');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /^王/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^赵/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^孙/ }));
  press('批准所选2份');
  const sheet = screen.getByRole('alertdialog', { name: '批准2份入会申请？' });
  expect(sheet.textContent).toMatch(/符合条件.*本人自愿.*手续完备/s);
  expect(timesAsked('member.approveMany')).toBe(0);
  press('批准2份申请');
  expect(await screen.findByText('已由同事办理')).toBeTruthy();
  expect(screen.getByText('已批准')).toBeTruthy();
  expect(asked.find(({ name }) => name === 'member.approveMany')?.input).toEqual({
    caseIds: [wang.caseId, zhao.caseId],
    checks: { qualifies: true, voluntary: true, complete: true },
  });
});

it('takes no more than twenty at once', async () => {
  waiting(...Array.from({ length: 21 }, (_, place) => aCase(String.fromCharCode(65 + place), `某${place}*`)));
  show();
  await screen.findByText('某0*');
  press('批量批准');
  screen.getAllByRole('checkbox').forEach((box) => fireEvent.click(box));
  expect(screen.getByRole('button', { name: '批准所选20份' })).toBeTruthy();
  expect(screen.getByText('一次最多勾选20份')).toBeTruthy();
});

it('asks nothing at a desk where nobody is signed in, and says how signing in goes', async () => {
  render(<QueuePage />);
  expect(await screen.findByRole('heading', { name: '工会工作台登录' })).toBeTruthy();
  expect(asked).toEqual([]);
});

it('tells somebody without a role whom the page is for', async () => {
  whenAsked('review.listPending', { ok: false, refusal: 'not-allowed' });
  show();
  expect(await screen.findByText('这里供工会干事使用')).toBeTruthy();
  press('回到首页');
  expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/home/index' }]);
});
