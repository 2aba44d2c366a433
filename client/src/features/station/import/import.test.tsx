import { TextDecoder, TextEncoder } from 'node:util';
import { importColumns } from '@contract/station-import';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { harmless, parseTable, tableText } from './csv';
import { decodeTable } from './decode';
import { columnNames, columns, neededColumns } from './import-copy';
import { ImportDesk } from './import-desk';
import { readTable } from './read-table';

Object.assign(globalThis, { TextDecoder });

const heading = columns.map((column) => columnNames[column]);
const cellsOf = (about: Partial<Record<(typeof columns)[number], string>>): string[] =>
  columns.map((column) => about[column] ?? '');
const aRow = (nth: number) =>
  cellsOf({
    name: `第${nth}号站`,
    category: '户外职工爱心接力站',
    city: '上海市',
    district: '浦东新区',
    street: '金桥镇',
    address: `金高路${nth}号`,
    union: 'jinqiao',
  });
const bytesOf = (text: string): ArrayBuffer => new Uint8Array(new TextEncoder().encode(text)).buffer;

const wide = () =>
  Object.assign(window, { matchMedia: () => ({ matches: true, addEventListener() {}, removeEventListener() {} }) });

/** The file that the browser's own window hands over. */
const choose = (text: string, name = '站点.csv') => {
  const file = { name, arrayBuffer: () => Promise.resolve(bytesOf(text)) };
  const click = jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [file] });
    this.dispatchEvent(new Event('change'));
  });
  fireEvent.click(screen.getByRole('button', { name: /选择 CSV 文件|重新选择文件/ }));
  click.mockRestore();
};
const show = () =>
  render(
    <Screen title="导入和导出站点" staff>
      <ImportDesk />
    </Screen>,
  );
const inputs = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);

beforeEach(() => {
  resetServer();
  resetPhone();
  wide();
});
afterEach(() => {
  Reflect.deleteProperty(window, 'matchMedia');
});

describe('reading a table', () => {
  it('has a name for every column, in the order of the contract', () => {
    expect(columns).toEqual(importColumns);
  });

  it('reads UTF-8 with and without its mark, and GB18030, and refuses what is neither', () => {
    expect(decodeTable(bytesOf('\uFEFF名称'))).toBe('名称');
    expect(decodeTable(new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6]).buffer)).toBe('名称');
    expect(decodeTable(new Uint8Array([0xff, 0xfe, 0x0d, 0x54]).buffer)).toBeNull();
  });

  it('gives back what was written, whatever stands in a cell', async () => {
    const rows = [
      ['名称', '说明'],
      ['甲"站', '一,二\n三'],
      ['', ''],
    ];
    expect(await parseTable(await tableText(rows))).toEqual({ ok: true, rows });
  });

  it('reads tables parted by tabs or semicolons', async () => {
    expect(await parseTable('a\tb;c\n1\t2')).toMatchObject({
      rows: [
        ['a', 'b;c'],
        ['1', '2'],
      ],
    });
    expect(await parseTable('a;b\n1;2')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  it('takes a quotation mark in the middle of a cell as it was typed', async () => {
    expect(await parseTable('名称,地址\n甲,金高路"老"站')).toMatchObject({
      rows: [
        ['名称', '地址'],
        ['甲', '金高路"老"站'],
      ],
    });
  });

  it('names the line near which a quotation mark is missing', async () => {
    const parsed = await parseTable('名称,地址\n甲,"乙\n丙,丁');
    expect(parsed.ok).toBe(false);
  });

  it('keeps the numbers of the rows past empty ones, and says what an empty cell says', () => {
    const read = readTable([heading, aRow(1), [''], aRow(2)]);
    const rows = read.ok ? read.table.rows : [];
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rows[0]?.cells.phone).toBe('');
    const narrow = readTable([
      ['id', '电话'],
      ['s-1', ''],
    ]);
    expect(narrow.ok && narrow.table.rows[0]?.cells).toEqual({ id: 's-1', phone: '' });
  });

  it('finds a column by its name or its code, starred or not, and tells of those it does not know', () => {
    const read = readTable([[...neededColumns.map((column) => `${columnNames[column]}*`), 'SIGN_NO', '备注'], ['甲']]);
    expect(read.ok && read.table.unknown).toEqual(['备注']);
    expect(read.ok && read.table.rows[0]?.cells.sign_no).toBe('');
  });

  it('refuses a heading that lacks what is needed, or names a column twice', () => {
    expect(
      readTable([
        ['名称', '地址'],
        ['甲', '乙'],
      ]),
    ).toMatchObject({
      text: '表头缺少这些列：类别、市、区县、街镇、所属工会。可以先下载空白表格对照。',
    });
    expect(readTable([[...heading, '名称'], aRow(1)])).toMatchObject({ text: '表头里这些列不止一个：名称。' });
  });

  it('finds rows with more cells than headings, and cells that are too long', () => {
    const read = readTable([heading, [...aRow(1), '多余'], cellsOf({ name: '长'.repeat(1_001) })]);
    expect(read.ok && read.table.problems).toEqual([
      { line: 2, column: null, problem: 'too-many-cells' },
      { line: 3, column: 'name', problem: 'too-long' },
    ]);
  });

  it('never writes a cell that a spreadsheet would run', () => {
    for (const cell of ['=1+1', '+86', '-2', '@a', '\t=1', '＝1']) expect(harmless(cell)).toBe(`'${cell}`);
    expect(harmless('金桥')).toBe('金桥');
  });
});

describe('importing', () => {
  const checked = { added: 150, changed: 0, unchanged: 0, problems: [] };
  const table = (rows: number) => tableText([heading, ...Array.from({ length: rows }, (_, nth) => aRow(nth + 1))]);

  it('uploads in batches of a hundred, checks the whole, and writes only after a yes', async () => {
    whenAsked('station.stageRows', { ok: true, value: { problems: [] } });
    whenAsked('station.checkImport', { ok: true, value: checked });
    whenAsked(
      'station.applyImport',
      { ok: true, value: { done: 100, of: 150, left: [] } },
      { ok: true, value: { done: 150, of: 150, left: [] } },
    );
    show();
    choose(await table(150));
    fireEvent.click(await screen.findByRole('button', { name: '导入 150 个站点' }));
    expect(timesAsked('station.applyImport')).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: '导入站点' }));
    expect(await screen.findByText('已写入 150 个站点，地图和公布的数字已更新。')).toBeTruthy();
    const staged = inputs('station.stageRows') as { nth: number; rows: unknown[]; importKey: string }[];
    expect(staged.map(({ nth, rows }) => [nth, rows.length])).toEqual([
      [0, 100],
      [1, 50],
    ]);
    expect(inputs('station.checkImport')).toEqual([{ importKey: staged[0]?.importKey, batches: 2 }]);
    expect(phone.storage.size).toBe(0);
  });

  it('shows every problem with its row, its cell and why, and offers no import', async () => {
    whenAsked('station.stageRows', {
      ok: true,
      value: { problems: [{ line: 3, column: 'address', problem: 'formula' }] },
    });
    whenAsked('station.checkImport', {
      ok: true,
      value: {
        ...checked,
        problems: [
          { line: 2, column: 'sign_no', problem: 'sign-number-twice' },
          { line: 3, column: 'address', problem: 'formula' },
        ],
      },
    });
    show();
    choose(await table(2));
    expect(await screen.findByRole('heading', { name: '有 2 处问题，没有导入任何站点' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        '第 2 行绿标编号这个绿标编号在表里不止一处',
        '第 3 行地址金高路2号以 =、+、-、@ 开头，像是公式，不能导入',
      ]),
    );
    expect(screen.queryByRole('button', { name: /^导入 / })).toBeNull();
    expect(timesAsked('station.applyImport')).toBe(0);
  });

  it('goes on from the batch at which the network was lost', async () => {
    whenAsked('station.stageRows', { ok: true, value: { problems: [] } }, 'no-network', 'no-network', {
      ok: true,
      value: { problems: [] },
    });
    whenAsked('station.checkImport', { ok: true, value: checked });
    show();
    choose(await table(150));
    fireEvent.click(await screen.findByRole('button', { name: '再试一次' }));
    await screen.findByRole('button', { name: '导入 150 个站点' });
    expect((inputs('station.stageRows') as { nth: number }[]).map(({ nth }) => nth)).toEqual([0, 1, 1, 1]);
  });

  it('goes on with an import that was being written when the page was left', async () => {
    phone.storage.set('station-import', {
      importKey: 'A'.repeat(22),
      fileName: '站点.csv',
      batches: 2,
      phase: 'applying',
    });
    whenAsked('station.applyImport', {
      ok: true,
      value: { done: 150, of: 150, left: [{ line: 7, column: null, problem: 'changed-meanwhile' }] },
    });
    show();
    expect(screen.getByText('文件：站点.csv')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '接着办' }));
    expect(await screen.findByText('已写入 149 个站点，地图和公布的数字已更新。')).toBeTruthy();
    expect(screen.getByText('第 7 行')).toBeTruthy();
    expect(inputs('station.applyImport')).toEqual([{ importKey: 'A'.repeat(22) }]);
  });

  it('checks anew when the stations changed after the check', async () => {
    whenAsked('station.stageRows', { ok: true, value: { problems: [] } });
    whenAsked('station.checkImport', { ok: true, value: checked });
    whenAsked('station.applyImport', { ok: false, refusal: 'import-outdated' });
    show();
    choose(await table(150));
    fireEvent.click(await screen.findByRole('button', { name: '导入 150 个站点' }));
    fireEvent.click(screen.getByRole('button', { name: '导入站点' }));
    fireEvent.click(await screen.findByRole('button', { name: '重新核对' }));
    await waitFor(() => expect(timesAsked('station.checkImport')).toBe(2));
    expect(await screen.findByRole('button', { name: '导入 150 个站点' })).toBeTruthy();
  });

  it('says so when the file is in no encoding that it knows', async () => {
    show();
    const file = { name: 'x.csv', arrayBuffer: () => Promise.resolve(new Uint8Array([0xff, 0xfe, 0, 1]).buffer) };
    const click = jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      Object.defineProperty(this, 'files', { value: [file] });
      this.dispatchEvent(new Event('change'));
    });
    fireEvent.click(screen.getByRole('button', { name: '选择 CSV 文件' }));
    click.mockRestore();
    expect(await screen.findByText(/没有认出文件的文字编码/)).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('sends one to a desk from a narrow window', () => {
    Reflect.deleteProperty(window, 'matchMedia');
    show();
    expect(screen.getByText('请在电脑上导入')).toBeTruthy();
  });
});
