import { randomBytes } from 'node:crypto';
import type { Page, Request } from 'playwright-core';
import type { OutputOf } from '../types/contract';
import type { ActionName, ActionOf, InputFor } from '../types/contracts';
import type { ShiftId } from '../types/ids';
import { StationId, TemplateId } from '../types/ids';
import { EpochMs, shanghaiDay, startOfDay } from '../types/time';
import { hands } from './hands';
import type { World } from './world';
import { beginWorld } from './world';
import { doneAt, letOff } from './soon-shift';

const MINUTE_MS = 60_000;
const newKey = () => randomBytes(16).toString('base64url') as never;
const onDuty = (shiftId: ShiftId): string => `features/duty/pages/on-duty/index?id=${shiftId}`;

describe('a volunteer on duty', () => {
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

  /** What somebody does on a phone that is not looked at. */
  const done = async <Name extends ActionName>(
    who: string,
    name: Name,
    input: InputFor<Name>,
  ): Promise<OutputOf<ActionOf<Name>>> => {
    const [domain = '', action] = name.split('.');
    const { result } = await world.cloud.call(domain, { action, input }, { openid: `local-${who}` });
    const answer = result as { ok: boolean; value?: OutputOf<ActionOf<Name>> };
    if (!answer.ok || answer.value === undefined) throw new Error(`${who}: ${name} answered ${JSON.stringify(answer)}`);
    return answer.value;
  };

  const stationNamed = async (text: string): Promise<StationId> => {
    const { stations } = await done('rider', 'station.search', { text, from: null });
    const [first] = stations;
    if (first === undefined) throw new Error(`no station is called ${text}`);
    return first.stationId;
  };

  /** A shift that begins in ten minutes, and who has it: they may clock in. */
  const shiftFor = async (who: string, stationId: StationId): Promise<ShiftId> => {
    const startsAt = EpochMs.parse(Date.now() + 10 * MINUTE_MS);
    const firstDay = shanghaiDay(startsAt);
    const from = Math.floor((startsAt - startOfDay(firstDay)) / MINUTE_MS);
    await done('administrator', 'duty.saveRoster', {
      stationId,
      revision: 0,
      form: {
        templates: [
          {
            templateId: TemplateId.parse('t00001'),
            title: '上午班',
            turns: [],
            weekdays: [1, 2, 3, 4, 5, 6, 7],
            from,
            until: (from + 240) % 1_440,
            needs: [{ role: 'door', count: 2, skill: null }],
            standby: 0,
            firstDay,
            lastDay: null,
            skipsHolidays: false,
          },
        ],
        releaseHours: 0,
        swapNeedsHead: false,
      },
    });
    await letOff(doneAt(world.cloud.address), who);
    await done(who, 'duty.saveVolunteer', {
      form: { calledName: '孙阿姨', stationId, birthYear: 1970, skills: [], thanks: false },
      terms: '2026-11',
    });
    const { shifts } = await done(who, 'duty.listOpenShifts', { days: 2, from: null });
    const own = shifts.find((shift) => shift.stationId === stationId && shift.notMine.length === 0);
    if (own === undefined) throw new Error('there is no shift to take');
    const { shiftId } = own;
    await done(who, 'duty.take', { shiftId, role: 'door', requestKey: newKey() });
    return shiftId;
  };

  /** What was reported; the phone may still be sending it. */
  const incidentAt = async (stationId: StationId): Promise<string> => {
    for (;;) {
      const { tasks } = await done('administrator', 'duty.listTasks', { stationId });
      const found = tasks.find(({ kind }) => kind === 'incident');
      if (found !== undefined) return found.key;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };

  /** What is on the station's screen right now. */
  const codeAt = async (stationId: StationId): Promise<string> => {
    const { codes } = await done('administrator', 'station.presenceCodes', { stationId });
    const now = Date.now();
    const code = codes.find(({ from, until }) => from <= now && now < until)?.code;
    if (code === undefined) throw new Error('no code stands right now');
    return code;
  };

  it('taps twenty times without a network, and each arrives once and in order when it is back', async () => {
    const stationId = await stationNamed('曹路');
    const shiftId = await shiftFor('volunteer', stationId);
    const page = await phone('volunteer', { at: onDuty(shiftId) });
    const { press, write, reads } = hands(page);
    await reads(/会变的码：最可靠/);
    const sent: string[][] = [];
    page.on('request', (request: Request) => {
      const { action, input } = (request.postDataJSON() ?? {}) as {
        action?: string;
        input?: { taps: { tapped: { did: string } }[] };
      };
      if (action === 'recordTaps') sent.push((input?.taps ?? []).map(({ tapped }) => tapped.did));
    });
    await write('输入码下面的字母和数字', await codeAt(stationId));
    await page.context().setOffline(true);
    await press('用这些字母签到');
    await reads('签到发出去以后，地图上就会显示开着');
    await press('开门清单');
    await press('其余都是好的');
    await press('保存清单');
    for (let visitor = 0; visitor < 16; visitor += 1) await press('来了一位');
    await reads('16 位');
    await press(/^给下一班留话/);
    await write('留的话', '水少了');
    await press('留给下一班');
    await press(/^离岗签退，/);
    await write('为什么不做清单', '有急事');
    await press('不扫码，直接签退');
    await press('签退');
    await reads('还有 20 条没有发出去，有网时自动发');
    expect(await done('volunteer', 'duty.showDuty', { shiftId })).toMatchObject({ state: 'held', visitors: 0 });

    sent.length = 0;
    await page.context().setOffline(false);
    await page
      .getByText(/没有发出去/)
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
    const inOrder = [
      'clock-in',
      'opening-list',
      ...Array.from({ length: 16 }, () => 'visitors'),
      'handover',
      'clock-out',
    ];
    expect(sent.at(-1)).toEqual(inOrder);
    const after = await done('volunteer', 'duty.showDuty', { shiftId });
    expect(after).toMatchObject({ state: 'served', visitors: 16, ownNote: '水少了' });
    expect(after.clockedOutAt).toBeGreaterThan(after.clockedInAt ?? Infinity);
    await reads('谢谢您，这一班辛苦了');

    // Opened again, it sends nothing twice.
    sent.length = 0;
    await page.reload();
    await reads(/接待 16 位/);
    expect(sent).toEqual([]);
    expect(await done('volunteer', 'duty.showDuty', { shiftId })).toMatchObject({ visitors: 16 });
  });

  it('clocks in, and a stranger reads on the map that somebody is there; an incident comes with its photo', async () => {
    const stationId = StationId.parse('jinqiaozhenhuwaizhigongaixinjielizhan');
    const shiftId = await shiftFor('station-head', stationId);
    const page = await phone('station-head', { at: onDuty(shiftId) });
    const { press, write, reads, choose } = hands(page);
    await reads(/会变的码：最可靠/);
    await write('输入码下面的字母和数字', await codeAt(stationId));
    await press('用这些字母签到');
    await reads(/值班人员 .* 已到岗/);
    const stranger = await phone(null, { at: `features/station/pages/station/index?id=${stationId}` });
    await hands(stranger).reads(/值班人员 .* 已到岗/);

    await press(/^报告一件事/);
    await choose('东西坏了');
    const asked = page.waitForEvent('filechooser');
    await press('拍一张照片');
    const picture = await page.screenshot({ fullPage: true });
    await (await asked).setFiles({ name: 'door.png', mimeType: 'image/png', buffer: picture });
    await reads('照片已经放好');
    await press('报告给站长');
    await reads('已报 1 件');
    const key = await incidentAt(stationId);
    const { photo } = await done('administrator', 'duty.showIncident', {
      stationId,
      incidentId: key.replace('incident:', '') as never,
    });
    expect(photo).toMatch(/^\/9j\//);
    expect(photo?.length).toBeLessThanOrEqual(90_000);
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
