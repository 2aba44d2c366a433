import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { RunningEmulator } from '../emulator';
import { startEmulator } from '../emulator';

/** A picture of one red dot. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

const greet = async (event: { readonly tier: string }): Promise<unknown> => {
  const database = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database();
  const { data } = (await database.collection('stations').where({ tier: event.tier }).get()) as { data: unknown[] };
  // eslint-disable-next-line no-console -- what a function prints is what is looked for
  console.log('found', data.length);
  return { found: data.length };
};

let folder: string;
let emulator: RunningEmulator;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  emulator = await startEmulator({
    port: 0,
    dataFile: join(folder, 'data.sqlite'),
    collections: [{ name: 'stations', indexes: [{ name: 'by_code', keys: [['code', 1]], unique: true }] }],
    functions: { handlers: { greet } },
    personas: [{ id: 'lin', name: '林师傅', about: '骑手', openid: 'openid-lin' }],
  });
  emulator.documents('stations').insertMany(
    Array.from({ length: 45 }, (_one, at) => ({
      _id: `station-${at}`,
      code: `S${at}`,
      name: `第${at}驿站`,
      tier: at % 3 === 0 ? 'district' : 'street',
      opened: new Date(at * 86_400_000),
    })),
  );
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal is a status that Chromium reports as an error, too.
    if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  await emulator.stop();
  await rm(folder, { recursive: true });
});

function browserPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [process.env['BROWSER_PATH'] ?? '', ...names.flatMap((name) => folders.map((one) => join(one, name)))];
  const path = found.find((one) => one !== '' && existsSync(one));
  if (path === undefined) throw new Error('No browser is here: npm test installs one.');
  return path;
}

const go = (section: string): Promise<void> => page.getByRole('link', { name: section, exact: true }).click();
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const seen = (text: string): Promise<void> => page.getByText(text).first().waitFor();

async function type(editor: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: editor }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

async function openStation(id: string): Promise<void> {
  await page.getByRole('searchbox').fill(id);
  await button('查找').click();
  await page.getByRole('button', { name: new RegExp(`^${id} `) }).click();
  await page.getByRole('textbox', { name: '文档内容' }).waitFor();
}

describe('the page of the emulator', () => {
  it('is where one comes out when no site is served', async () => {
    await page.goto(emulator.address);
    expect(page.url()).toBe(`${emulator.address}/emulator/`);
    await seen('选一个集合，看它的文档。');
  });

  it('pages through a collection', async () => {
    await page.getByRole('link', { name: /^stations/ }).click();
    await seen('第 1–20 份，共 45 份');
    await button('下一页').click();
    await seen('第 21–40 份，共 45 份');
    await button('下一页').click();
    await seen('第 41–45 份，共 45 份');
    expect(await button('下一页').isDisabled()).toBe(true);
  });

  it('finds a document and changes it', async () => {
    await page.getByRole('searchbox').fill("{ tier: 'street', code: /^S4/ }");
    await button('查找').click();
    await seen('共 5 份');
    await openStation('station-7');
    await type('文档内容', '{ _id: "station-7", code: "S7", name: "七号", seats: NumberLong("5"), rating: 4.0 }');
    await button('保存修改').click();
    await seen('已保存');
    expect(emulator.exportText()).toContain(
      '{"_id":"station-7","code":"S7","name":"七号","seats":{"$numberLong":"5"},"rating":{"$numberDouble":"4.0"}}',
    );
  });

  it('says which unique index refuses a change, and keeps what was typed', async () => {
    await type('文档内容', '{ _id: "station-7", code: "S8" }');
    await button('保存修改').click();
    await seen('唯一索引 by_code 不允许');
    expect(await page.getByRole('textbox', { name: '文档内容' }).innerText()).toContain('"S8"');
    await button('放弃修改').click();
    expect(emulator.documents('stations').get('station-7')).toEqual(expect.objectContaining({ code: 'S7' }));
  });

  it('says where what was typed cannot be read', async () => {
    await type('文档内容', '{ code: S8 }');
    await button('保存修改').click();
    await seen('第 1 行第 9 列：不认识 S8');
    await button('放弃修改').click();
  });

  it('removes a document, once it was asked twice', async () => {
    await openStation('station-44');
    await button('删除文档').click();
    await button('保留').click();
    expect(emulator.documents('stations').get('station-44')).toBeDefined();
    await button('删除文档').click();
    await button('删除').click();
    await seen('没有符合条件的文档');
    expect(emulator.documents('stations').get('station-44')).toBeUndefined();
  });

  it('adds a document', async () => {
    await button('新建文档').click();
    await type('新文档的内容', '{ _id: "station-44", code: "S44", opened: ISODate("2024-03-01T00:00:00Z") }');
    await button('存入文档').click();
    await page.getByRole('button', { name: /^station-44 / }).waitFor();
    expect(emulator.documents('stations').get('station-44')).toEqual({
      _id: 'station-44',
      code: 'S44',
      opened: new Date('2024-03-01T00:00:00Z'),
    });
  });

  it('calls a function as somebody and shows its answer and its log', async () => {
    await go('身份');
    await button('用这个身份调用').click();
    await seen('手动调用');
    await page.getByLabel('云函数').fill('greet');
    await type('event', "{ tier: 'street' }");
    await button('调用').click();
    await seen('请求数据库 1 次');
    expect(await page.getByRole('textbox', { name: '返回值' }).innerText()).toContain('"found": 28');
    expect(await page.getByLabel('日志').first().innerText()).toContain('found 28');
    await page.getByRole('button', { name: /greet.*openid:openid-lin/ }).waitFor();
  });

  it('shows the slow query of that function and the index it wants', async () => {
    await go('索引与慢查询');
    const row = page.getByRole('row', { name: /缺索引 \(tier 1\)/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('45 / 28');
    await page.getByRole('row', { name: /by_code code 1 唯一/ }).waitFor();
  });

  it('shows what WeChat would have delivered', async () => {
    emulator.outbox.add({
      at: new Date().toISOString(),
      function: 'greet',
      api: 'subscribeMessage.send',
      request: { touser: 'openid-lin', data: { thing1: { value: '驿站今晚开放' } } },
      answer: { errCode: 0, errMsg: 'ok' },
    });
    await go('发件箱');
    await page.getByRole('button', { name: /订阅消息.*openid-lin/ }).click();
    await seen('驿站今晚开放');
    await button('清空发件箱').click();
    await seen('发件箱是空的');
  });

  it('takes a picture, shows it, gives it back and removes it', async () => {
    const picture = join(folder, '封面.png');
    await writeFile(picture, Buffer.from(PICTURE, 'base64'));
    await go('文件');
    await page.getByLabel('文件', { exact: true }).setInputFiles(picture);
    await page.getByLabel('存到路径').fill('../封面.png');
    await button('上传').click();
    await seen('没有 .. 和空的一段');
    await page.getByLabel('存到路径').fill('pictures/封面.png');
    await button('上传').click();
    await seen('已上传 pictures/封面.png');
    await button('预览').click();
    const shown = page.getByRole('img', { name: 'pictures/封面.png 的预览' });
    await shown.waitFor();
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载' }).click();
    expect((await readFile(await (await download).path())).toString('base64')).toBe(PICTURE);
    await button('删除').click();
    await button('删除文件').click();
    await seen('还没有文件。');
  });

  it('saves all data to a file, empties a collection, and has everything back from the file', async () => {
    const before = emulator.exportText();
    await go('导入导出');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 45 份文档' }).click();
    const file = join(folder, 'set.ndjson');
    await (await download).saveAs(file);

    await go('集合与文档');
    await page.getByRole('link', { name: /^stations/ }).click();
    await button('清空集合').click();
    await button('全部删除').click();
    await seen('集合已清空');
    await seen('这个集合是空的');
    expect(emulator.exportText()).toBe('');

    await go('导入导出');
    await page.getByLabel('数据集文件').setInputFiles(file);
    expect(await button('导入').isDisabled()).toBe(true);
    await button('试一遍').click();
    await seen('可以导入，还什么都没有写。');
    await page.getByRole('row', { name: /stations 0 45 45/ }).waitFor();
    expect(emulator.exportText()).toBe('');
    await button('导入').click();
    await seen('已导入。');
    await page.getByRole('link', { name: '导出 45 份文档' }).waitFor();
    expect(emulator.exportText()).toBe(before);
  });

  it('lets nobody choose another file while one is tried out', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/emulator/api/import?*', async (route) => held.then(() => route.continue()));
    await button('试一遍').click();
    await page.getByRole('progressbar', { name: '导入的进度' }).waitFor();
    const choices = [page.getByLabel('数据集文件'), page.getByLabel('先清空文件里有的集合')];
    expect(await Promise.all(choices.map((choice) => choice.isDisabled()))).toEqual([true, true]);
    goOn();
    await seen('可以导入，还什么都没有写。');
    expect(await Promise.all(choices.map((choice) => choice.isDisabled()))).toEqual([false, false]);
    await page.unroute('**/emulator/api/import?*');
  });

  it('says which line of a file cannot be imported, and writes nothing', async () => {
    const file = join(folder, 'bad.ndjson');
    const good = await readFile(join(folder, 'set.ndjson'), 'utf8');
    await writeFile(file, `${good}{"collection":"stations","document":{"_id":"again","code":"S1"}}\n`);
    await page.getByLabel('数据集文件').setInputFiles(file);
    await button('试一遍').click();
    await seen('有 1 行不能导入，什么也没有写。');
    await seen('第 47 行：唯一索引 by_code 不允许');
    expect(await button('导入').isDisabled()).toBe(true);
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 375, height: 812 });
    for (const section of [
      'collections',
      'collections/stations',
      'queries',
      'calls',
      'timers',
      'personas',
      'outbox',
      'files',
      'data-set',
    ]) {
      await page.goto(`${emulator.address}/emulator/#/${section}`);
      await page.getByRole('main').getByRole('heading').first().waitFor();
      expect([section, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([section, 375]);
    }
    await page.goto(`${emulator.address}/emulator/#/queries`);
    await seen('缺索引');
    const rightmost = await page.getByRole('main').evaluate((main) => {
      return Math.max(...[...main.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().right));
    });
    expect(rightmost).toBeLessThanOrEqual(375);
  });

  it('says that the emulator has stopped', async () => {
    await emulator.stop();
    await seen('连不上本地云');
  });

  it('has complained of nothing on the way', () => {
    expect(complaints.filter((text) => !text.includes('ERR_CONNECTION'))).toEqual([]);
  });
});
