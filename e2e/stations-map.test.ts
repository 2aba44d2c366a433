import type { Page } from 'playwright-core';
import type { RequestKey } from '../types/evidence';
import type { Opening } from '../types/opening';
import { hands } from './hands';
import { ask } from './served';
import type { World } from './world';
import { beginWorld } from './world';

const map = 'pages/stations/index';
/** Of the station with the green sign NO.99, in 金桥镇. */
const relay = '金桥镇户外职工爱心接力站';

/** Open whatever the clock says while the test runs. */
const allDay: Opening = {
  sessions: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 0, attendance: 'staffed', season: null }],
  onHolidays: 'as-usual',
  holidaySessions: [],
};

/** What the browser complains of, and what it fetches from elsewhere. */
function listen(page: Page, address: string): { readonly faults: string[]; readonly elsewhere: string[] } {
  const faults: string[] = [];
  const elsewhere: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  return { faults, elsewhere };
}

const pins = (page: Page) => page.locator('.leaflet-marker-pane').getByRole('button');
const rows = (page: Page) => page.getByRole('list', { name: '站点' }).getByRole('listitem');

/** Waits until nothing in the list is closed or doubtful, and something is there. */
const onlyOpen = (page: Page) =>
  page.waitForFunction(() => {
    const found = [...document.querySelectorAll('[role=list][aria-label=站点] [role=listitem]')];
    return found.length > 0 && found.every(({ textContent }) => textContent.includes('开着'));
  });

let world: World;
beforeAll(async () => {
  world = await beginWorld();
});
afterAll(() => world.end());

describe('a rider looks for a station', () => {
  beforeAll(() => openAllDay('99'));

  /** Its table of hours says open around the clock; everything else stays as it was. */
  async function openAllDay(signNo: string): Promise<void> {
    const { stations } = await asked('station.search', { text: signNo, from: null });
    const [found] = stations;
    if (found === undefined) throw new Error(`nobody has the sign ${signNo}`);
    const { stationId } = found;
    const { form, revision } = await asked('station.showForm', { stationId });
    await asked('station.save', {
      stationId,
      revision,
      requestKey: 'open-around-the-clock-' as RequestKey,
      form: { ...form, opening: allDay },
    });
  }

  const asked: typeof askOf = (...question) => askOf(...question);
  async function askOf<Name extends Parameters<typeof ask>[2]>(name: Name, input: Parameters<typeof ask<Name>>[3]) {
    const answer = await ask(world.cloud.address, 'persona:administrator', name, input);
    if (answer?.ok !== true) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
    return answer.value;
  }

  it('without telling where they are: a street, two filters, a pin, and why it is open', async () => {
    const rider = await world.phone(null, { at: map });
    const heard = listen(rider, world.cloud.address);
    const { press, reads, tick } = hands(rider);
    await reads(/^这一带 \d+ 个站点$/);
    await press('选街镇');
    await press(/^浦东新区/);
    await press(/^金桥镇/);
    await reads('以金桥镇为中心');
    await tick('饮水');
    await tick('现在开着');
    await onlyOpen(rider);

    // Closer until single stations stand on the map, then one of them.
    for (let nth = 0; nth < 3; nth += 1) await press('放大地图');
    const open = pins(rider).filter({ has: rider.getByText('开', { exact: true }) });
    await open.first().waitFor();
    await open.first().dispatchEvent('click');
    await reads(/有人值守|自助进门|开放|已到岗|确认开门/);
    await rider.getByRole('button', { name: '详情' }).filter({ visible: true }).waitFor();
    expect(heard.elsewhere).toEqual([]);
    expect(heard.faults).toEqual([]);
  });

  it('types the number on the green sign, and is shown the station', async () => {
    const rider = await world.phone(null, { at: map });
    const { press, write, reads } = hands(rider);
    await write('找站点', '99');
    await reads(/NO\.99$/);
    await press(new RegExp(`^${relay}.*NO\\.99$`));
    await reads('24 小时，有人值守');
    await press('详情');
    await rider.waitForURL(/station\/index\?id=/);
  });

  it('lets the phone say where it is, and has the nearest first', async () => {
    const rider = await world.phone(null, { at: map });
    await rider.context().grantPermissions(['geolocation'], { origin: world.cloud.address });
    await rider.context().setGeolocation({ latitude: 31.2637, longitude: 121.5803 });
    const { press, reads } = hands(rider);
    await press('离我最近');
    await reads('按离您的远近');
    const distances = await rows(rider).filter({ hasText: '开着' }).locator('[class*=distance]').allInnerTexts();
    const metres = distances.map((words) => parseFloat(words) * (words.includes('公里') ? 1_000 : 1));
    expect(metres.length).toBeGreaterThan(3);
    expect(metres).toEqual([...metres].sort((one, other) => one - other));
    expect(metres[0]).toBeLessThan(2_000);
  });

  it('goes on with streets when the phone may not tell', async () => {
    const rider = await world.phone(null, { at: map });
    await rider.context().clearPermissions();
    const { press, reads } = hands(rider);
    await press('离我最近');
    await reads(/可以选一个街镇，或移动地图/);
    await press('选街镇');
    await press(/^浦东新区/);
    await press(/^周家渡街道/);
    await reads('以周家渡街道为中心');
  });

  it('comes back on another day to where they looked, and for what', async () => {
    const rider = await world.phone(null, { at: map });
    const { press, reads, tick } = hands(rider);
    await press('选街镇');
    await press(/^浦东新区/);
    await press(/^曹路镇/);
    await tick('充电');
    await reads(/符合条件/);
    await rider.reload();
    await reads(/符合条件/);
    expect(await rider.getByRole('checkbox', { name: '充电', checked: true }).count()).toBe(1);
    await rows(rider).filter({ hasText: '曹路镇' }).first().waitFor();
  });

  it('reads the list, and is told, when neither map nor network come', async () => {
    const rider = await world.phone(null, { at: map });
    const { press, reads, tick } = hands(rider);
    await reads(/^这一带/);
    await rider.route('**/v1/functions/**', (route) => route.abort());
    await tick('饮水');
    await reads('网络不可用，请检查网络后重试');
    expect(await rows(rider).count()).toBeGreaterThan(3);
    await rider.unroute('**/v1/functions/**');
    await press('重新加载');
    await reads(/符合条件/);
  });

  it('does all of it on a keyboard', async () => {
    const desk = await world.phone(null, { at: map, width: 1280, height: 800 });
    await pins(desk).first().waitFor();
    const before = await desk.getByText(/^这一带/).innerText();
    await pins(desk).first().focus();
    await desk.keyboard.press('Enter');
    await desk.waitForFunction((words) => !document.body.innerText.includes(words), before);
    const shown = await desk.getByText(/^这一带/).innerText();
    await desk.getByRole('region', { name: '站点地图' }).focus();
    for (let nth = 0; nth < 8; nth += 1) {
      await desk.keyboard.press('ArrowRight');
      await desk.waitForTimeout(300);
    }
    await desk.waitForFunction((words) => !document.body.innerText.includes(words), shown);
  });
});
