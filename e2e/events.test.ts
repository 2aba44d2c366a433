import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { holidayOn, weekdayOf } from '../cloudfunctions/runtime/holidays';
import type { ActionName, InputFor } from '../types/contracts';
import { SERIES_AHEAD_DAYS } from '../types/event-series';
import type { EventId } from '../types/ids';
import { StationId, UnionId } from '../types/ids';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { hands } from './hands';
import type { World } from './world';
import { beginWorld } from './world';

const HOUR_MS = 3_600_000;
/** Of days from 1 Monday to 7 Sunday. */
const FRIDAY = 5;
const newKey = () => randomBytes(16).toString('base64url') as never;
const eventPage = (id: EventId): string => `features/event/pages/event/index?id=${id}`;

type Form = InputFor<'event.save'>['form'];

describe('an event from its publication to its door', () => {
  let world: World;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await beginWorld();
  });
  afterAll(() => world.end());

  const phone = async (...words: Parameters<World['phone']>): Promise<Page> => {
    const page = await world.phone(...words);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      // A browser without a network says so itself.
      if (line.type() === 'error' && !/ERR_INTERNET_DISCONNECTED/.test(line.text())) faults.push(line.text());
    });
    return page;
  };

  /** What somebody else does meanwhile, on a phone that is not looked at. */
  const done = async <Name extends ActionName>(who: string, name: Name, input: InputFor<Name>): Promise<unknown> => {
    const [domain = '', action] = name.split('.');
    const { result } = await world.cloud.call(domain, { action, input }, { openid: `local-${who}` });
    const answer = result as { ok: boolean; value?: unknown };
    if (!answer.ok) throw new Error(`${who}: ${name} answered ${JSON.stringify(answer)}`);
    return answer.value;
  };

  const publish = async (more: Partial<Form>): Promise<EventId> => {
    const now = Date.now();
    const at = (hours: number): EpochMs => EpochMs.parse(now + hours * HOUR_MS);
    const form: Form = {
      title: '午间瑜伽',
      kind: 'fitness',
      cover: 'leaf',
      text: '带一条毛巾。',
      provider: null,
      unionId: UnionId.parse('beicai'),
      stationId: StationId.parse('beicaizhenzhigongfuwuzongzhan'),
      zoneId: null,
      sessions: [{ startsAt: at(100), endsAt: at(101) }],
      opensAt: at(-1),
      closesAt: at(96),
      cancelBy: at(96),
      audience: { who: 'everyone', occupations: [], age: null },
      quotas: [{ group: 'anyone', places: 10 }],
      places: 'first-come',
      family: null,
      fields: [],
      walkIns: false,
      fee: null,
      programme: null,
      contact: null,
      ...more,
    };
    const { eventId, revision } = (await done('clerk', 'event.save', {
      eventId: null,
      revision: 0,
      requestKey: newKey(),
      form,
    })) as { eventId: EventId; revision: number };
    await done('clerk', 'event.publish', { eventId, revision });
    return eventId;
  };

  const register = (who: string, eventId: EventId, more: Partial<InputFor<'event.register'>> = {}) =>
    done(who, 'event.register', {
      eventId,
      requestKey: newKey(),
      slip: null,
      name: '测试员',
      quota: null,
      children: [],
      guardianConsent: null,
      saysAge: false,
      answers: {},
      ...more,
    }) as Promise<{ state: string; admissionCode: string | null; lot: string }>;

  it('a member registers, cancels and comes back, a double tap each time', async () => {
    const eventId = await publish({ title: '三进三出的瑜伽' });
    const member = await phone('member', { at: eventPage(eventId) });
    const { press, pressTwice, reads } = hands(member);
    await reads('三进三出的瑜伽');
    await press('报名');
    await reads('谁来参加');
    await pressTwice('报名');
    await reads('报名成功');
    await press('好的');
    await reads('入场码');
    await press('取消报名');
    await reads('取消这次报名？');
    await press('取消报名');
    await reads('您取消了这次报名');
    await press('再次报名');
    await reads('谁来参加');
    await press('再次报名');
    await reads('报名成功');
  });

  it('a family waits at a full event and gets in, all together', async () => {
    const eventId = await publish({
      title: '亲子陶艺',
      kind: 'parent-child',
      quotas: [{ group: 'anyone', places: 3 }],
      family: { mostChildren: 2, ageFrom: 3, ageUpTo: 12 },
    });
    for (const who of ['potter-1', 'potter-2', 'potter-3']) await register(who, eventId);
    const mother = await phone('member', { at: eventPage(eventId) });
    const { press, write, tick, reads } = hands(mother);
    await press('候补报名');
    await write('第 1 个孩子：孩子怎么称呼', '乐乐');
    await write('第 1 个孩子：几岁', '6');
    await tick(/我是孩子的监护人/);
    await press('候补报名');
    await reads('候补中');
    await reads(/您排在第一位/);

    // One place is too few for two people; the second makes it fit.
    await done('potter-1', 'event.cancel', { eventId, reason: null });
    const between = (await done('member', 'event.show', { eventId })) as { viewer: { own: { state: string } } };
    expect(between.viewer.own.state).toBe('waiting');
    await done('potter-2', 'event.cancel', { eventId, reason: null });
    const later = await phone('member', { at: eventPage(eventId) });
    await hands(later).reads('有名额留给您');
    await hands(later).press('接受名额');
    await hands(later).reads(/报名成功，一共 2 人/);
    const inbox = await phone('member', { at: 'features/event/pages/inbox/index' });
    await hands(inbox).reads(/亲子陶艺/);
  });

  it('a host without a network notes who came, and says so; with one, each arrives once', async () => {
    const now = Date.now();
    const at = (hours: number): EpochMs => EpochMs.parse(now + hours * HOUR_MS);
    const eventId = await publish({
      title: '正在进行的义诊',
      sessions: [{ startsAt: at(0.4), endsAt: at(2) }],
      closesAt: at(0.3),
      cancelBy: at(0.3),
      walkIns: true,
    });
    const guests = await Promise.all(['guest-1', 'guest-2', 'guest-3'].map((who) => register(who, eventId)));
    const host = await phone('clerk', { at: `features/event/pages/host/index?id=${eventId}` });
    const { press, write, reads } = hands(host);
    await reads(/已签到 0 人，应到 3 人/);
    await host.context().setOffline(true);
    for (const { admissionCode } of guests) {
      await write('入场码', admissionCode ?? '');
      await press('记下签到');
      await reads('已记下，还没上传');
    }
    await press('多一人');
    await reads(/4 条已记下，还没上传/);
    expect(await host.getByText('签到成功').filter({ visible: true }).count()).toBe(0);
    const attended = async () => {
      const { figures } = (await done('clerk', 'event.showDesk', { eventId })) as {
        figures: { attended: number; walkIns: number };
      };
      return [figures.attended, figures.walkIns];
    };
    expect(await attended()).toEqual([0, 0]);

    await host.context().setOffline(false);
    await reads(/已签到 3 人，应到 3 人/);
    expect(await attended()).toEqual([3, 1]);
    // Opened again, it sends nothing twice.
    await host.reload();
    await reads(/已签到 3 人，应到 3 人/);
    expect(await attended()).toEqual([3, 1]);
  });

  it('a clerk publishes a weekly series, and a date of it is found by whoever looks', async () => {
    const clerk = await phone('clerk', { at: 'features/event/pages/edit-series/index' });
    const { press, write, pick, reads } = hands(clerk);
    const today = shanghaiDay(EpochMs.parse(Date.now()));
    await write('系列名称', '周五公益理发');
    // Every Friday is what a new series begins with.
    await reads(/每周五/);
    const seen = (label: string) => clerk.getByLabel(label, { exact: true }).filter({ visible: true }).last();
    await seen('开始时间').fill('12:00');
    await seen('结束时间').fill('13:00');
    await seen('从哪天开始').fill(addDays(today, 1));
    await seen('到哪天为止').fill(addDays(today, 60));
    await press('看看是哪些天');
    await reads(/一共 \d+ 天/);
    await write('查找站点', '职工服务总站');
    await press(/北蔡镇职工服务总站/);
    await write('标题', '公益理发');
    await pick('类别', '一小时服务');
    await write('名额（人）', '12');
    await press('发布系列活动');
    await reads('发布这个系列？');
    await press('发布系列活动');
    await reads('系列活动已保存');
    const ahead = Array.from({ length: SERIES_AHEAD_DAYS }, (_, nth) => addDays(today, nth + 1));
    const fridays = ahead.filter((day) => weekdayOf(day) === FRIDAY && holidayOn(day) === null);
    await reads(`新排 ${fridays.length} 场`);
    const stranger = await phone(null, { at: 'pages/events/index' });
    await hands(stranger).reads('公益理发');
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
