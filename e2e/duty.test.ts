import gcoord from 'gcoord';
import type { Page } from 'playwright-core';
import type { ShiftId } from '../types/ids';
import { EpochMs, addDays, shanghaiDay } from '../types/time';
import { hands } from './hands';
import type { Done } from './soon-shift';
import { auntiesStation as stationId, codeOnScreen, doneAt, soonShift } from './soon-shift';
import type { World } from './world';
import { beginWorld } from './world';

const station = `features/station/pages/station/index?id=${stationId}`;
const duty = (name: string, about = '') => `features/duty/pages/${name}/index${about}`;

describe('a volunteer keeps a station open', () => {
  let world: World;
  let done: Done;
  let shiftId: ShiftId;
  let auntie: Page;
  let stranger: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await beginWorld();
    done = doneAt(world.cloud.address);
    shiftId = await soonShift(done);
    auntie = await phone('volunteer', { at: 'pages/mine/index', width: 360, height: 740 });
    await auntie.evaluate(() => localStorage.setItem('elder-mode', JSON.stringify({ data: 'on' })));
    await auntie.reload();
  });
  afterAll(() => world.end());

  const phone = async (...words: Parameters<World['phone']>): Promise<Page> => {
    const page = await world.phone(...words);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    return page;
  };

  const standAtDoor = async (page: Page): Promise<void> => {
    const { place } = await done('volunteer', 'station.show', { stationId, code: null });
    if (place === null) throw new Error('nobody surveyed the station');
    const { transform, GCJ02, WGS84 } = gcoord;
    const [longitude, latitude] = transform([place.longitude, place.latitude], GCJ02, WGS84);
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ longitude, latitude, accuracy: 20 });
  };

  /** Nothing sticks out to the side. */
  const fits = async (page: Page): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1);
  };

  it('takes the last place with a double tap, and has it once; whoever comes second reads that it is taken', async () => {
    const zhou = await phone('volunteer-zhou', { at: duty('shift', `?id=${shiftId}`), width: 360, height: 740 });
    await hands(zhou).reads('门口接待 还缺 1 人');
    const { press, pressTwice, reads } = hands(auntie);
    await fits(auntie);
    await press(/^值班/);
    await reads('孙阿姨 · 曹路恒越广场户外服务站');
    await fits(auntie);
    await press('看看可以领的班');
    await fits(auntie);
    await press(/机动班/);
    await reads('门口接待 还缺 1 人');
    await fits(auntie);
    await pressTwice('我来值（门口接待）');
    await reads('您领了这一班');
    await fits(auntie);

    const { shift, colleagues } = await done('volunteer', 'duty.showShift', { shiftId });
    expect(shift.needs.map(({ free }) => free)).toEqual([0]);
    expect(colleagues.filter(({ isSelf }) => isSelf)).toHaveLength(1);
    expect(colleagues).toHaveLength(2);

    await hands(zhou).press('我来值（门口接待）');
    await hands(zhou).reads('人已经满了');
    await fits(zhou);
    await zhou.reload();
    await hands(zhou).reads('这一班您现在领不了');
    await fits(zhou);
  });

  it('clocks in by the letters on the screen, and a stranger reads that somebody is there', async () => {
    await standAtDoor(auntie);
    const { press, write, reads } = hands(auntie);
    await press('去签到、值班');
    await reads(/会变的码：最可靠/);
    await fits(auntie);
    await write('输入码下面的字母和数字', (await codeOnScreen(done)).toLowerCase());
    await press('用这些字母签到');
    await reads('扫了变化的码');
    await auntie.getByText('签到发出去以后，地图上就会显示开着').waitFor({ state: 'hidden' });
    await fits(auntie);

    stranger = await phone(null, { at: station });
    await hands(stranger).reads('开着');
    await hands(stranger).reads(/值班人员 .* 已到岗/);
    await fits(stranger);
  });

  it('finds in the opening list what is out of date and what is broken, and the map says so', async () => {
    const { press, choose, reads } = hands(auntie);
    await press('开门清单');
    await reads('已经过期，请取下来，换上新的');
    await press('保存清单');
    await reads(/还没有看：空调.*微波炉/);
    await fits(auntie);
    await choose('微波炉，坏了');
    await press('其余都是好的');
    await press('都弄好了');
    await press('保存清单');
    // Sent, not only kept on the phone.
    await reads(/\d+:\d\d 已做$/);
    await fits(auntie);

    await stranger.reload();
    await hands(stranger).reads(/^坏了 · /);
    await fits(stranger);
  });

  it('hears from whoever came for a rest that the air conditioner is broken; the map waits until somebody has looked', async () => {
    const member = await phone('member', { at: station, width: 360, height: 740 });
    const { press, reads } = hands(member);
    await press(/^东西坏了、没有了/);
    await reads('什么坏了、没有了');
    await fits(member);
    await press('空调，报修');
    await reads(/不记您的名字/);
    await press('告诉他们');
    await reads('已经有人说过，管家会来看');
    await fits(member);
    const { facilities } = await done('member', 'station.show', { stationId, code: null });
    expect(facilities.find(({ code }) => code === 'aircon')?.state).toBe('ok');
  });

  it('shows the steward what is to be done, who does it, and everybody reads that it works again', async () => {
    const rider = await phone('rider', { at: duty('tasks', `?id=${stationId}`) });
    const { press, write, reads } = hands(rider);
    await reads('藿香正气水过期了');
    await press('我来做：微波炉坏了');
    await reads('您说过要做');
    await fits(rider);
    await press('做好了：微波炉坏了');
    await write('想说一句', '换了一根电源线');
    await fits(rider);
    await press('做好了，交给大家看');
    await reads('最近做好的');
    await reads('1 位来过的人说坏了，请去看看。修好了，或者本来就是好的，点“做好了”。');
    await press('做好了：空调坏了');
    await press('做好了，交给大家看');
    await rider.getByText('空调坏了').waitFor({ state: 'hidden' });
    await press('做好了：藿香正气水过期了');
    await write('现在货架上有几盒', '6');
    const today = shanghaiDay(EpochMs.parse(Date.now()));
    await rider.getByLabel('最早的到期日', { exact: true }).fill(addDays(today, 300));
    await fits(rider);
    await press('做好了，交给大家看');
    await rider.getByText('藿香正气水过期了').waitFor({ state: 'hidden' });
    await fits(rider);
    const { stewardships } = await done('rider', 'duty.listStewardships', {});
    expect(stewardships.map(({ closed }) => closed)).toEqual([5]);

    await stranger.reload();
    await hands(stranger).reads('曹路恒越广场户外服务站');
    await stranger.getByText(/^坏了 · /).waitFor({ state: 'hidden' });
  });

  it('writes to the next shift, closes and leaves; what the page says of minutes is true', async () => {
    const { press, write, reads } = hands(auntie);
    await press('来了一位');
    await press('来了一位');
    await reads('2 位');
    await press(/^给下一班留话/);
    await write('留的话', '微波炉坏了，已经报了');
    await fits(auntie);
    await press('留给下一班');
    await reads('写好了');
    await press(/^离岗签退，/);
    await reads('关门清单还没有做');
    await fits(auntie);
    await press('做关门清单');
    await press('都弄好了');
    await fits(auntie);
    await press('保存清单');
    await press(/^离岗签退$/);
    await fits(auntie);
    await press('用位置签退');
    await reads('您是最后一位，签退以后，地图上会显示站点没有人值班。');
    await fits(auntie);
    await press('签退');
    await reads('谢谢您，这一班辛苦了');
    await reads(/接待 2 位/);
    await auntie
      .getByText('签退已经记下，发出去以后就能看到时长。')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
    await fits(auntie);

    const { state, minutes, ownNote } = await done('volunteer', 'duty.showDuty', { shiftId });
    const served = minutes.reduce((sum, one) => sum + one.minutes, 0);
    expect({ state, ownNote }).toEqual({ state: 'served', ownNote: '微波炉坏了，已经报了' });
    // A shift that has not begun yet gives as many minutes as one came early, a quarter of an hour at most.
    expect(served).toBeLessThan(15);
    await reads(served === 0 ? '在岗不到 1 分钟，没有可以计入的时长' : `共 ${served} 分钟`);

    await stranger.reload();
    await hands(stranger).reads('曹路恒越广场户外服务站');
    await stranger.getByText(/已到岗/).waitFor({ state: 'hidden' });
  });

  it('asks a certificate of eight weeks, the head issues it, and a stranger verifies it until it is revoked', async () => {
    const { press, reads } = hands(auntie);
    await press('回到“值班”');
    await fits(auntie);
    await press(/^我的服务时长/);
    await reads('从开始到现在');
    await fits(auntie);
    await press('申请服务证明');
    await reads('办好会告诉您');
    const from = addDays(shanghaiDay(EpochMs.parse(Date.now())), -70);
    await auntie.getByLabel('从哪天').fill(from);
    await fits(auntie);
    await press('交给工会办理');
    await reads('等工会办理');
    await fits(auntie);

    const head = await phone('head-caolu', { at: duty('waiting') });
    await hands(head).reads('要开服务证明');
    await hands(head).write('负责人姓名', '站长陆敏');
    await hands(head).write('联系方式', '021-5860 0000');
    await fits(head);
    await hands(head).press(/^核对好了，开证明/);
    await hands(head).reads('已经答复，并告诉了本人');
    await fits(head);

    await auntie.reload();
    await press(new RegExp(`${Number(from.slice(5, 7))}月${Number(from.slice(8))}日至.*已出具`));
    await reads('站长陆敏');
    await fits(auntie);
    const { certificates } = await done('volunteer', 'duty.listOwnHours', { before: null });
    const issued = certificates.find(({ issuer }) => issuer?.responsible === '站长陆敏');
    if (issued?.code == null) throw new Error('the certificate has no code');
    expect(issued.minutes).toBeGreaterThan(600);

    const { goTo, write, press: tap, reads: finds } = hands(stranger);
    await goTo(world.cloud.address, duty('verify-certificate'));
    const verify = async (): Promise<void> => {
      await write('核验码', issued.code ?? '');
      await tap('核验');
    };
    await verify();
    await finds('证明有效');
    await finds('孙*姨');
    await fits(stranger);

    const { certificateId } = issued;
    await done('head-caolu', 'duty.revokeCertificate', { certificateId, reason: '姓名写错了' });
    await tap('再核验一份');
    await verify();
    await finds('证明已撤销');
    await fits(stranger);
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
