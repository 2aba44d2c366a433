import type { Page } from 'playwright-core';
import { anIdCard } from '../cloudfunctions/testing/made-up-id-card';
import { hands } from './hands';
import type { World } from './world';
import { beginWorld } from './world';

const card = 'features/member/pages/card/index';
const membership = 'features/member/pages/membership/index';
const queue = 'features/review/pages/queue/index';
const idCard = anIdCard(321, '19980316');

describe('a rider joins, moves and leaves', () => {
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
      if (line.type() === 'error') faults.push(line.text());
    });
    return page;
  };

  const fillIn = async (rider: Page): Promise<void> => {
    const { press, pressTwice, tick, choose, pick, write, reads } = hands(rider);
    await press('加入工会');
    await tick(/同意用我的资料办理入会/);
    await tick(/同意用我的证件号码核对身份/);
    await press('同意并继续');
    await choose(/外卖骑手/);
    await pick('在哪个街镇工作', '北蔡镇');
    await press('保存并继续');
    await reads('北蔡镇总工会');
    await press('选这家工会，继续');
    await write('姓名', '李小飞');
    await write('手机号', '139 1234 5678');
    await write('证件号码', `${idCard.slice(0, 17)}0`.replace(idCard, `${idCard.slice(0, 17)}1`));
    await press('保存并继续');
    await reads(/请检查|核对/);
    await write('证件号码', idCard.toLowerCase());
    // In gloves one taps twice: the signature that comes to lie under the finger is not given by it.
    await pressTwice('保存并继续');
    await reads('入会申请书');
    await press('我自愿加入并提交');
    await reads('申请已经提交');
  };

  const correctName = async (rider: Page): Promise<void> => {
    await hands(rider).write('姓名', '李晓飞');
    await hands(rider).press('保存并继续');
    await hands(rider).press('我自愿加入并提交');
    await hands(rider).reads('申请已经提交');
  };

  /** What a scanner would read off the rider's screen. */
  const codeOn = async (): Promise<string> => {
    const { result } = await world.cloud.call('member', { action: 'showCard', input: {} }, { openid: 'local-rider' });
    return (result as { value: { code: string } }).value.code;
  };

  const decideTransfer = async (clerk: string, yes: string): Promise<void> => {
    const desk = await phone(clerk, { at: queue });
    await hands(desk).press(/李\*飞/);
    await hands(desk).press(yes);
    await hands(desk).reads(/已同意/);
  };

  it('from the first screen to a verified card, a new union and goodbye', async () => {
    const rider = await phone('rider');
    await fillIn(rider);
    await hands(rider).reads('北蔡镇总工会');
    await hands(rider).reads('剩余10个工作日');

    // The clerk wants the name as on the document.
    const clerk = await phone('clerk', { at: queue });
    await hands(clerk).press(/李\*飞/);
    await hands(clerk).reads('139****5678');
    await hands(clerk).choose(/退回补正/);
    await hands(clerk).tick(/姓名与证件不一致/);
    await hands(clerk).press('退回补正');
    await hands(clerk).reads(/已退回补正/);

    // The rider corrects it on another day.
    const later = await phone('rider');
    await hands(later).press('查看并补正');
    await hands(later).press('去补正');
    await hands(later).reads(/姓名与证件不一致/);
    await correctName(later);

    // The clerk looks the number up for a purpose, and says yes.
    const again = await phone('clerk', { at: queue });
    await hands(again).press(/李\*飞/);
    await hands(again).reads('李晓飞');
    await hands(again).press('查看完整号码');
    await hands(again).choose('核对证件');
    await hands(again).press('查看并记录');
    await hands(again).reads(idCard);
    await hands(again).choose(/批准入会/);
    for (const point of [/符合条件/, /本人自愿/, /手续完备/]) await hands(again).tick(point);
    await hands(again).press('批准入会');
    await hands(again).reads(/已批准入会/);

    // Somebody at a door checks the card.
    const holder = await phone('rider', { at: card });
    await hands(holder).reads('李晓飞');
    const checker = await phone('volunteer', { at: 'features/member/pages/verify/index' });
    await hands(checker).write('会员卡上的码', await codeOn());
    await hands(checker).press('核验');
    await hands(checker).reads('有效');
    await hands(checker).reads('李*飞');

    // Work moves to another street, and the membership with it.
    const moving = await phone('rider', { at: membership });
    await hands(moving).press('申请转会');
    await hands(moving).write('要转入哪家工会', '潍坊');
    await hands(moving).press(/潍坊新村街道总工会/);
    await hands(moving).write('转会原因', '换到潍坊的站点');
    await hands(moving).press('提交转会申请');
    await hands(moving).press('提交转会申请');
    await hands(moving).reads('原工会转出');
    await decideTransfer('clerk', '同意转出');
    await decideTransfer('clerk-weifang', '同意接收');
    const moved = await phone('rider', { at: membership });
    await hands(moved).reads('潍坊新村街道总工会');

    // And leaves.
    await hands(moved).pressTwice('退出工会');
    await hands(moved).reads('退出工会？');
    await hands(moved).press('退出工会');
    await hands(moved).reads('您已退出工会');
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
