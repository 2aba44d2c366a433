import type { AnswerFor } from '@contract/contracts';
import { Task } from '@contract/duty-upkeep';
import type { Steward } from '@contract/duty-upkeep';
import { render, screen } from '@testing-library/react';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { DutyHere } from '../here/duty-here';
import { doneText } from '../tasks/tasks-copy';
import StewardshipsPage from './stewardships';
import TasksPage from './tasks';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

/** The microwave is broken, and nobody has said that they will see to it. */
const aTask = (about: About<Task> = {}): Task =>
  Task.parse({
    key: 'facility:microwave',
    kind: 'facility',
    facility: 'microwave',
    item: null,
    about: null,
    words: null,
    since: shiftNow - 3_600_000,
    reports: 0,
    claimedBy: null,
    ...about,
  });
const drops = {
  code: 'cooling-drops',
  name: '藿香正气水',
  unit: '盒',
  isMedicine: true,
  quantity: 3,
  atLeast: 5,
  expiresOn: '2026-10-31',
};
const expired = aTask({ key: 'expired:cooling-drops', kind: 'expired', facility: null, item: drops });
const incident = (words: string | null) =>
  aTask({ key: 'incident:w00000000001', kind: 'incident', facility: null, about: 'somebody-unwell', words });
const list = (...tasks: readonly Task[]) => ({
  ok: true as const,
  value: { stationName: '曹路镇户外职工驿站', tasks: [...tasks], done: [] },
});
const aSteward = (about: About<Steward> = {}) =>
  ({
    stewardId: 'w00000000002',
    stationId: 'caolu-1',
    stationName: '曹路镇户外职工驿站',
    calledName: '小王',
    state: 'accepted',
    since: shiftNow,
    closed: 4,
    tasks: 2,
    ...about,
  }) as Steward & { tasks: number };
const stewards = (...stewardships: readonly ReturnType<typeof aSteward>[]) => ({
  ok: true as const,
  value: { stewardships: [...stewardships] },
});

const open = async (Page: () => React.JSX.Element, parameters: Record<string, string> = {}): Promise<void> => {
  phone.parameters = parameters;
  render(<Page />);
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

describe('small tasks', () => {
  const openTasks = (): Promise<void> => open(TasksPage, { id: 'caolu-1' });

  it('are claimed at a tap, and the list says who', async () => {
    const mine = { calledName: '小王', isSelf: true, at: shiftNow };
    whenAsked('duty.listTasks', list(aTask()), list(aTask({ claimedBy: mine })));
    whenAsked('duty.claimTask', { ok: true, value: { task: aTask({ claimedBy: mine }) } });
    await openTasks();
    await press('我来做：微波炉坏了');
    expect(sent('duty.claimTask')).toEqual({ stationId: 'caolu-1', key: 'facility:microwave', claim: true });
    expect(screen.getByText('您说过要做')).toBeTruthy();
    expect(screen.getByRole('button', { name: '我做不了了' })).toBeTruthy();
  });

  it('that another does are not offered twice', async () => {
    whenAsked('duty.listTasks', list(aTask({ claimedBy: { calledName: '李师傅', isSelf: false, at: shiftNow } })));
    await openTasks();
    expect(screen.getByText('李师傅在做')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^我来做/ })).toBeNull();
  });

  it('of the shelf are done with what is there now', async () => {
    whenAsked('duty.listTasks', list(expired), list());
    whenAsked('duty.closeTask', { ok: true, value: { tasks: [] } });
    await openTasks();
    expect(screen.getByText('2026年10月31日到期。请取下来，别给人用。')).toBeTruthy();
    await press('做好了：藿香正气水过期了');
    await press('做好了，交给大家看');
    expect(screen.getByText('请填数字，没有就填 0')).toBeTruthy();
    expect(timesAsked('duty.closeTask')).toBe(0);
    type('现在货架上有几盒', '12');
    type('最早的到期日', '2028-05-31');
    await press('做好了，交给大家看');
    expect(sent('duty.closeTask')).toMatchObject({ quantity: 12, expiresOn: '2028-05-31', note: '' });
    expect(screen.getByText('现在没有要做的事')).toBeTruthy();
  });

  it('that were not done after all say what is missing', async () => {
    whenAsked('duty.listTasks', list(expired));
    whenAsked('duty.closeTask', { ok: false, refusal: 'still-expired' });
    await openTasks();
    await press('做好了：藿香正气水过期了');
    type('现在货架上有几盒', '3');
    await press('做好了，交给大家看');
    expect(screen.getByText(/请填新的到期日/)).toBeTruthy();
  });

  it('leave an incident to staff, who alone read what was written', async () => {
    whenAsked('duty.listTasks', list(incident(null)));
    await openTasks();
    expect(screen.getByText('已经告诉站长，由站长来办。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^做好了/ })).toBeNull();
  });

  it('show staff who reported an incident and its picture, at a press alone', async () => {
    whenAsked('duty.listTasks', list(incident('中暑，已送医')));
    const found = { kind: 'somebody-unwell', words: '中暑，已送医', photo: 'QUJD', at: shiftNow, by: '陆桂芳' };
    whenAsked('duty.showIncident', { ok: true, value: found } as unknown as AnswerFor<'duty.showIncident'>);
    await openTasks();
    expect(timesAsked('duty.showIncident')).toBe(0);
    await press('看照片和报告人');
    expect(sent('duty.showIncident')).toMatchObject({ incidentId: 'w00000000001' });
    expect(screen.getByText(/陆桂芳/)).toBeTruthy();
    expect(screen.queryByText('没有拍照片')).toBeNull();
  });

  it('let staff close an incident', async () => {
    whenAsked('duty.listTasks', list(incident('中暑，已送医')));
    await openTasks();
    expect(screen.getByText('中暑，已送医')).toBeTruthy();
    expect(screen.getByRole('button', { name: '做好了：有人不舒服' })).toBeTruthy();
  });

  it('lead somebody for whom they are not to becoming a steward', async () => {
    whenAsked('duty.listTasks', { ok: false, refusal: 'not-for-you' });
    await openTasks();
    await press('我来当管家');
    expect(phone.opened[0]?.url).toBe('/features/duty/pages/stewardships/index?id=caolu-1');
  });

  it.each([
    ['facility:microwave', 'microwave', '微波炉'],
    ['cleaning:floor', 'floor', '地面'],
    ['short:water', '瓶装水', '瓶装水'],
    ['incident:w00000000001', 'quarrel', '有人争吵'],
    ['facility:microwave', '换了一台新的', '换了一台新的'],
  ])('that were done are told in words: %s with %s is %s', (key, about, words) => {
    expect(doneText(key, about)).toBe(words);
  });
});

describe('looking after a station', () => {
  it('begins with a name to be called by', async () => {
    whenAsked('duty.listStewardships', stewards(), stewards(aSteward({ state: 'asked' })));
    whenAsked('duty.offerSteward', { ok: true, value: { steward: aSteward({ state: 'asked' }) } });
    await open(StewardshipsPage, { id: 'caolu-1', name: encodeURIComponent('曹路镇户外职工驿站') });
    expect(screen.getByRole('heading', { name: '照看：曹路镇户外职工驿站' })).toBeTruthy();
    await press('我愿意照看');
    expect(screen.getByText('请写一个称呼')).toBeTruthy();
    type('大家怎么称呼您', ' 小王 ');
    await press('我愿意照看');
    expect(sent('duty.offerSteward')).toEqual({ stationId: 'caolu-1', calledName: '小王', offer: true });
    expect(screen.getByText('等站长答复')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '我愿意照看' })).toBeNull();
  });

  it('shows what is to be done there, and leads to it', async () => {
    whenAsked('duty.listStewardships', stewards(aSteward()));
    await open(StewardshipsPage);
    expect(screen.getByText('有 2 件小任务')).toBeTruthy();
    expect(screen.getByText('您已经做好 4 件，谢谢您')).toBeTruthy();
    await press('看看曹路镇户外职工驿站的小任务');
    expect(phone.opened[0]?.url).toBe('/features/duty/pages/tasks/index?id=caolu-1');
  });

  it('ends when one says so twice', async () => {
    whenAsked('duty.listStewardships', stewards(aSteward()), stewards());
    whenAsked('duty.offerSteward', { ok: true, value: { steward: null } });
    await open(StewardshipsPage);
    await press('不再照看曹路镇户外职工驿站');
    expect(timesAsked('duty.offerSteward')).toBe(0);
    await press('不再照看');
    expect(sent('duty.offerSteward')).toEqual({ stationId: 'caolu-1', calledName: '小王', offer: false });
    expect(screen.getByText('您还没有照看站点')).toBeTruthy();
  });

  it('is for members: whoever is none is told how to become one', async () => {
    whenAsked('duty.listStewardships', stewards());
    whenAsked('duty.offerSteward', { ok: false, refusal: 'not-a-member' });
    await open(StewardshipsPage, { id: 'caolu-1' });
    type('大家怎么称呼您', '小王');
    await press('我愿意照看');
    expect(screen.getByText(/管家要先是工会会员/)).toBeTruthy();
  });
});

describe('what does not work or is gone', () => {
  const things = (isKnown: boolean) => ({
    ok: true as const,
    value: {
      things: [
        { key: 'facility:microwave', facility: 'microwave', name: null, isKnown },
        { key: 'short:water', facility: null, name: '瓶装水', isKnown: false },
      ],
    },
  });
  const openHere = async (): Promise<void> => {
    await open(() => (
      <Screen title="">
        <DutyHere stationId={aSteward().stationId} name="曹路镇户外职工驿站" />
      </Screen>
    ));
    expect(timesAsked('duty.listReportable')).toBe(0);
    await press(/^东西坏了、没有了/);
  };

  it('is told in two presses, once, and reads as known from then on', async () => {
    whenAsked('duty.listReportable', things(false) as never, things(true) as never);
    whenAsked('duty.reportNeed', { ok: true, value: { isNew: true } });
    await openHere();
    await press('微波炉，报修');
    expect(screen.getByText(/不记您的名字/)).toBeTruthy();
    await press('不用了');
    expect(timesAsked('duty.reportNeed')).toBe(0);
    await press('微波炉，报修');
    await press('告诉他们');
    await settle();
    expect(sent('duty.reportNeed')).toMatchObject({ stationId: 'caolu-1', key: 'facility:microwave' });
    expect(screen.getByText('已经有人说过，管家会来看')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '微波炉，报修' })).toBeNull();
  });

  it('is said in words where a station has nothing to tell of', async () => {
    whenAsked('duty.listReportable', { ok: true, value: { things: [] } });
    await openHere();
    expect(screen.getByText('这里还没有登记设施和用品')).toBeTruthy();
    expect(screen.getByText('有什么坏了、缺了，请告诉在场的志愿者')).toBeTruthy();
  });

  it('is refused in words to whoever is far away', async () => {
    whenAsked('duty.listReportable', things(false) as never);
    whenAsked('duty.reportNeed', { ok: false, refusal: 'too-far' });
    await openHere();
    await press('瓶装水，报缺');
    await press('告诉他们');
    await settle();
    expect(screen.getByText('您离站点还有一段路，到了门口再告诉我们')).toBeTruthy();
  });

  it('reads as a task with how many people said so', async () => {
    whenAsked('duty.listTasks', list(aTask({ reports: 2 })));
    await open(TasksPage, { id: 'caolu-1' });
    expect(screen.getByText(/^2 位来过的人说坏了/)).toBeTruthy();
  });
});

describe('those who keep a station open', () => {
  const openHere = async (): Promise<void> => {
    await open(() => <DutyHere stationId={aSteward().stationId} name="曹路镇户外职工驿站" />);
    expect(timesAsked('duty.listThanks')).toBe(0);
    await press(/^这里的志愿者/);
  };

  it('are thanked by the names that they gave, at a tap', async () => {
    whenAsked('duty.showSittings', { ok: true, value: { sittings: [] } });
    whenAsked('duty.listThanks', { ok: true, value: { month: '2026-10', names: ['李阿姨', '张师傅'], others: 3 } });
    await openHere();
    expect(screen.getByText('李阿姨、张师傅，还有 3 位')).toBeTruthy();
    expect(screen.getByText('10月在这里值过班')).toBeTruthy();
    expect(screen.queryByText('谁来坐班')).toBeNull();
    await press(/^我来当管家/);
    expect(phone.opened[0]?.url).toContain('stewardships/index?id=caolu-1&name=');
  });

  it('sit there at hours that are told', async () => {
    const startsAt = shiftNow + 4 * 3_600_000;
    const sitting = { title: '劳模工作室', who: '陈师傅', startsAt, endsAt: startsAt + 2 * 3_600_000 };
    whenAsked('duty.showSittings', { ok: true, value: { sittings: [sitting] } } as never);
    whenAsked('duty.listThanks', { ok: true, value: { month: '2026-10', names: [], others: 0 } });
    await openHere();
    expect(screen.getByText('劳模工作室：陈师傅')).toBeTruthy();
    expect(screen.getByText(/14:00–16:00/)).toBeTruthy();
    await press(/^我想来值班/);
    expect(phone.opened[0]?.url).toContain('volunteer');
  });
});
