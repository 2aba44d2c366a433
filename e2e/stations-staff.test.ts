import type { Page } from 'playwright-core';
import { StationId } from '../types/ids';
import { hands } from './hands';
import { ask } from './served';
import type { World } from './world';
import { beginWorld } from './world';

const relay = StationId.parse('jinqiaozhenhuwaizhigongaixinjielizhan');
const at = (page: string, id: string = relay): string => `features/station/pages/${page}/index?id=${id}`;
const onDesk = { width: 1280, height: 900 } as const;

const heading = [
  '名称',
  '类别',
  '绿标编号',
  '市',
  '区县',
  '街镇',
  '地址',
  '所属工会',
  '层级',
  '经度',
  '纬度',
  '开放时间',
];
const ROWS = 200;

/** A table as a clerk types it: every row a station of 金桥镇 that is not there yet. */
function aTable(different: Readonly<Record<number, Readonly<Record<string, string>>>> = {}): Buffer {
  const rows = Array.from({ length: ROWS }, (_, nth) => {
    const line = nth + 2;
    const row: Record<string, string> = {
      名称: `试点路${line}号接力站`,
      类别: '户外职工爱心接力站',
      绿标编号: String(90_000 + line),
      市: '上海市',
      区县: '浦东新区',
      街镇: '金桥镇',
      地址: `试点路${line}号`,
      所属工会: 'jinqiao',
      层级: '4',
      经度: (121.6 + nth / 100_000).toFixed(5),
      纬度: '31.26',
      开放时间: '周一至周五 8:30-17:00；节假日 休息',
      ...different[line],
    };
    return heading.map((column) => row[column] ?? '').join(',');
  });
  return Buffer.from(`\uFEFF${[heading.join(','), ...rows].join('\r\n')}\r\n`, 'utf8');
}

describe('staff keep the stations', () => {
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

  const found = async (text: string): Promise<number> => {
    const answer = await ask(world.cloud.address, 'persona:rider', 'station.search', { text, from: null });
    if (answer?.ok !== true) throw new Error(`station.search answered ${JSON.stringify(answer)}`);
    return answer.value.stations.filter(({ name }) => name.includes(text)).length;
  };

  it('a head finds the microwave broken, visitors read it at once, and the case ends when it is mended', async () => {
    const head = await phone('station-head');
    await hands(head).press(/^我的站点/);
    await hands(head).write('查找站点', '99');
    await hands(head).press(/^金桥镇户外职工爱心接力站/);
    await hands(head).press(/^微波炉，有/);
    await hands(head).press('微波炉坏了');
    await hands(head).reads('已记下：微波炉坏了');

    const rider = await phone('rider', { at: at('station') });
    await hands(rider).reads(/坏了/);
    const queue = await phone('station-head', { at: 'features/review/pages/queue/index' });
    await hands(queue).press(/微波炉坏了/);
    await hands(queue).press(/^微波炉，坏了/);
    await hands(queue).press('微波炉正常');
    await hands(queue).reads('已记下：微波炉正常');
    const after = await phone('station-head', { at: 'features/review/pages/queue/index' });
    await hands(after).reads('没有待办');
  });

  it('the second of two people who change one station is shown what the first one changed, and loses nothing', async () => {
    const first = await phone('station-head', { at: at('edit'), ...onDesk });
    const second = await phone('administrator', { at: at('edit'), ...onDesk });
    await hands(second).reads('基本信息');

    await hands(first).write('电话', '021-58990000');
    await hands(first).press('保存');
    await hands(first).reads('已保存');

    await hands(second).write('地址', '金高路1296号一楼');
    await hands(second).press('保存');
    await hands(second).reads('同事刚刚修改了这个站点');
    await hands(second).reads(/^电话：.* → 021-58990000$/);
    await hands(second).press('保存');
    await hands(second).reads('已保存');

    const form = await ask(world.cloud.address, 'persona:administrator', 'station.showForm', { stationId: relay });
    expect(form).toMatchObject({ value: { form: { phone: '021-58990000', address: '金高路1296号一楼' } } });
  });

  it('a table with one bad row changes nothing, and goes in once it is put right', async () => {
    const clerk = await phone('administrator', { at: 'features/station/pages/import/index', ...onDesk });
    const hand = hands(clerk);
    const choose = async (button: string, buffer: Buffer): Promise<void> => {
      const asked = clerk.waitForEvent('filechooser');
      await hand.press(button);
      await (await asked).setFiles({ name: '站点.csv', mimeType: 'text/csv', buffer });
    };

    await choose('选择 CSV 文件', aTable({ 57: { 地址: '=HYPERLINK("x")' }, 120: { 绿标编号: '90057' } }));
    await hand.reads(/^有 \d+ 处问题，没有导入任何站点$/);
    await hand.reads('第 57 行');
    await hand.reads(/像是公式，不能导入/);
    await hand.reads('第 120 行');
    await clerk.getByText('这个绿标编号在表里不止一处').first().waitFor();
    expect(await found('试点路2号接力站')).toBe(0);

    await choose('重新选择文件', aTable());
    await hand.press(`导入 ${ROWS} 个站点`);
    await hand.press('导入站点');
    await clerk.getByText(`已写入 ${ROWS} 个站点`).waitFor();
    expect(await found('试点路2号接力站')).toBe(1);

    await clerk.reload();
    // The whole district, page after page.
    const saved = clerk.waitForEvent('download');
    await hand.press('导出全部站点');
    expect((await saved).suggestedFilename()).toMatch(/^工会站点-\d{4}-\d{2}-\d{2}\.csv$/);
  });

  it('a head announces a repair, whoever opens the station reads it, and nobody once it is taken back', async () => {
    const head = await phone('station-head', { at: at('station') });
    await hands(head).press(/^发布站点公告/);
    await hands(head).write('标题', '饮水机周五上午检修');
    await hands(head).write('正文', '请先用隔壁站点的热水。');
    await hands(head).press('发布');
    await hands(head).reads('请先用隔壁站点的热水。');

    const rider = await phone(null, { at: at('station') });
    await hands(rider).press(/^饮水机周五上午检修/);
    await hands(rider).reads('请先用隔壁站点的热水。');
    await hands(head).press(/^撤回$/);
    await head.getByRole('alertdialog').getByRole('button', { name: '撤回', exact: true }).click();
    await hands(head).reads('已撤回');
    await rider.reload();
    await hands(rider).reads('没有找到这篇内容，可能已经撤回');
  });

  it('a clerk publishes a policy for everybody, and somebody who is not signed in reads it from the first page', async () => {
    const clerk = await phone('clerk', { at: 'features/station/pages/articles/index' });
    await hands(clerk).press('发布');
    await hands(clerk).write('标题', '高温津贴怎么领');
    await hands(clerk).write('正文', '到所在单位工会登记。');
    await hands(clerk).press('发布');
    await hands(clerk).reads('到所在单位工会登记。');
    const rider = await phone(null, { at: 'pages/home/index' });
    await hands(rider).press(/^政策与公告/);
    await hands(rider).choose('政策');
    await hands(rider).press(/^高温津贴怎么领/);
    await hands(rider).reads('到所在单位工会登记。');
  });

  it('anybody opens the list behind a published figure', async () => {
    const page = await phone(null, { at: 'pages/mine/index' });
    await hands(page).press(/^公布的数字/);
    await hands(page).reads('456 = 378 + 44 + 34');
    await hands(page).press('全家，378 个');
    await hands(page).press('再看一些');
    await page.getByRole('listitem').nth(39).waitFor();
  });

  it('shows nobody an error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
