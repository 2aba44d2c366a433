import gcoord from 'gcoord';
import type { Page } from 'playwright-core';
import type { RequestKey } from '../types/evidence';
import { StationId } from '../types/ids';
import type { Opening } from '../types/opening';
import type { StationForm } from '../types/station-form';
import { hands } from './hands';
import { ask } from './served';
import type { World } from './world';
import { beginWorld } from './world';

const relay = StationId.parse('jinqiaozhenhuwaizhigongaixinjielizhan');
const station = 'features/station/pages/station/index';
const presence = 'features/station/pages/presence/index';
const checkIn = 'features/station/pages/check-in/index';

/** Open whatever the clock says while the test runs. */
const allDay: Opening = {
  sessions: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 0, attendance: 'staffed', season: null }],
  onHolidays: 'as-usual',
  holidaySessions: [],
};

describe('a rider comes to a station', () => {
  let world: World;
  let tended: StationId;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await beginWorld();
    tended = await stationOf('曹路镇');
    await change('administrator', tended, { opening: allDay, waterQuota: 2 });
    await change('station-head', relay, { opening: allDay });
    await asked('administrator', 'station.restock', {
      stationId: tended,
      bottles: 24,
      requestKey: 'delivery-of-the-mornin' as RequestKey,
    });
  });
  afterAll(() => world.end());

  const asked: typeof askOf = (...question) => askOf(...question);
  async function askOf<Name extends Parameters<typeof ask>[2]>(
    persona: string,
    name: Name,
    input: Parameters<typeof ask<Name>>[3],
  ) {
    const answer = await ask(world.cloud.address, `persona:${persona}`, name, input);
    if (answer?.ok !== true) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
    return answer.value;
  }

  async function stationOf(street: string): Promise<StationId> {
    const { stations } = await asked('rider', 'station.search', { text: street, from: null });
    const found = stations.find((one) => one.street === street && one.place !== null);
    if (found === undefined) throw new Error(`no station in ${street}`);
    return found.stationId;
  }

  async function change(persona: string, stationId: StationId, wish: Partial<StationForm>): Promise<void> {
    const { form, revision } = await asked(persona, 'station.showForm', { stationId });
    const requestKey = 'hours-for-the-journeys' as RequestKey;
    await asked(persona, 'station.save', { stationId, revision, requestKey, form: { ...form, ...wish } });
  }

  const phone = async (...words: Parameters<World['phone']>): Promise<Page> => {
    const page = await world.phone(...words);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    return page;
  };

  /** In front of a station, with leave to say so. */
  const atDoor = async (page: Page, stationId: StationId): Promise<void> => {
    const { place } = await asked('rider', 'station.show', { stationId, code: null });
    if (place === null) throw new Error(`nobody surveyed ${stationId}`);
    const { transform, GCJ02, WGS84 } = gcoord;
    const [longitude, latitude] = transform([place.longitude, place.latitude], GCJ02, WGS84);
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ longitude, latitude, accuracy: 20 });
  };

  const reportLocked = async (persona: string): Promise<Page> => {
    const page = await phone(persona, { at: `${station}?id=${relay}` });
    await atDoor(page, relay);
    await hands(page).press('反映：门关着');
    await hands(page).press('我就在门口，门关着');
    await hands(page).reads('记下了，谢谢您');
    return page;
  };

  it('is counted by the letters on the screen of whoever is on duty, once, and takes two bottles', async () => {
    const screen = await phone('volunteer', { at: `${presence}?id=${tended}`, width: 1280, height: 800 });
    const shown = screen.getByText(/^([0-9A-Z]{4,5} ){3}[0-9A-Z]{5}$/);
    const rider = await phone('rider');
    const { press, write, reads } = hands(rider);

    await press('扫码打卡');
    await write('码下面的字母和数字', 'AAAA BBBB CCCCC DDDDD');
    await press('打卡');
    await reads('没有认出，请核对字母和数字');

    await write('码下面的字母和数字', (await shown.innerText()).toLowerCase());
    await press('打卡');
    await reads('已打卡');
    await reads('您扫了值班人员的码');
    await press('外卖骑手');
    await reads('打卡时记为“外卖骑手”');

    await press('取一瓶水');
    await reads('已取 1 / 2 瓶');
    await press('再取一瓶水');
    await reads('已取 2 / 2 瓶');

    const again = await phone('rider', { at: `${checkIn}?code=${encodeURIComponent(await shown.innerText())}` });
    await hands(again).reads('今天这次已记过');
    await hands(again).press('取一瓶水');
    await hands(again).reads(/今天能取的瓶装水已经取完/);
    const { bottles, visitsToday } = await asked('volunteer', 'station.showDesk', { stationId: tended });
    expect({ bottles, visitsToday }).toEqual({ bottles: 22, visitsToday: 1 });
  });

  it('puts the map right in two taps, and hears what became of it', async () => {
    const rider = await reportLocked('rider');
    await hands(rider).reads('待核实');
    await hands(rider).reads('1 人反映关着门，正在核实');

    const second = await reportLocked('member');
    await hands(second).reads('关着');
    await hands(second).reads('2 人反映关着门');

    await asked('station-head', 'station.answerReports', {
      stationId: relay,
      answer: 'opened',
      until: null,
      reason: null,
    });
    await hands(rider).goTo(world.cloud.address, 'pages/home/index');
    await rider.reload();
    await hands(rider).press(/有了答复/);
    // Only the page of one's own reports says when; the line on the first page says 已开门 too.
    await hands(rider).reads(/\d 答复$/);
    await hands(rider).reads('已开门');
    await hands(rider).goTo(world.cloud.address, 'pages/home/index');
    await rider.reload();
    await hands(rider).reads('工会站点');
    await rider.waitForLoadState('networkidle');
    expect(await rider.getByText(/有了答复/).count()).toBe(0);
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
