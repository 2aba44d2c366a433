import type { ImportColumn, RowProblem } from '@contract/station-import';
import type { WordsFor } from '@/answer-words';

const clerksOnly = '表格导入和导出供工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

export const stageWords = {
  'import-too-large': '一次最多导入 12,000 行，请分成几个文件',
  'import-started': '这次导入已经开始写入，不能再改，请等它完成',
  'not-allowed': clerksOnly,
} as const satisfies WordsFor<'station.stageRows'>;

export const checkWords = {
  'import-not-found': '没有找到上传的内容，可能已按期限删除，请重新选择文件',
  'batches-missing': '上传不完整，请重新选择文件',
  'not-allowed': clerksOnly,
} as const satisfies WordsFor<'station.checkImport'>;

export const applyWords = {
  'import-not-found': '没有找到上传的内容，可能已按期限删除，请重新选择文件',
  'import-has-problems': '表格还有问题，没有写入任何站点，请改好后重新选择文件',
  'import-outdated': '核对之后，站点资料有变动。请重新核对一次，再导入',
  'not-allowed': clerksOnly,
} as const satisfies WordsFor<'station.applyImport'>;

export const exportWords = { 'not-allowed': clerksOnly } as const satisfies WordsFor<'station.exportRows'>;

/** The columns in their order, as a clerk reads them in the first row of the table. */
export const columnNames = {
  id: '站点编号',
  name: '名称',
  tier: '层级',
  category: '类别',
  sign_no: '绿标编号',
  features: '同时也是',
  city: '市',
  district: '区县',
  street: '街镇',
  address: '地址',
  lng: '经度',
  lat: '纬度',
  phone: '电话',
  area_m2: '面积平方米',
  union: '所属工会',
  opened_on: '启用时间',
  hours: '开放时间',
  facilities: '设施',
  services: '服务',
  partner: '合作单位',
  agreed_from: '协议开始',
  agreed_until: '协议到期',
  swap_operator: '换电运营单位',
  swap_slots: '换电仓位',
  water_quota: '每人每天取水',
} as const satisfies Record<ImportColumn, string>;

export const columns = Object.keys(columnNames) as readonly ImportColumn[];

/** Without these a new row says too little to be a station; a row with an id may say only what changes. */
export const neededColumns: readonly ImportColumn[] = [
  'name',
  'category',
  'city',
  'district',
  'street',
  'address',
  'union',
];

/** How a column is filled in, where its name does not say it. */
export const columnHints: readonly (readonly [column: ImportColumn, hint: string])[] = [
  ['id', '新站点空着；修改已有站点时，用导出表格里的编号'],
  ['tier', '1 至 4；不分层级就空着'],
  ['category', '例如：户外职工爱心接力站'],
  ['features', '几种用 | 隔开，例如：爱心接力站|24小时'],
  ['lng', '地图坐标（GCJ-02），例如：121.5786'],
  ['union', '工会全称'],
  ['opened_on', '例如：2019、2019-05 或 2019-05-01'],
  ['hours', '例如：周一至周五 8:30–17:00；节假日 休息'],
  ['facilities', '用 | 隔开，例如：空调|微波炉*2|冰箱(坏)'],
  ['agreed_until', '例如：2027-06-30'],
];

/** What this device finds by itself before anything is sent. */
export type LocalProblem = 'too-many-cells';

export const problemWords = {
  missing: '没有填写',
  'too-long': '太长了',
  'unreadable-text': '有乱码或看不见的字符',
  formula: '以 =、+、-、@ 开头，像是公式，不能导入',
  format: '格式不对',
  number: '不是数字，或超出范围',
  date: '日期有误',
  'unknown-choice': '不在可选的内容里',
  'outside-china': '位置不在中国境内',
  'hours-unreadable': '没有读懂开放时间',
  'union-not-found': '没有找到这家工会',
  'outside-your-unions': '不在您负责的工会范围内',
  'sign-number-taken': '这个绿标编号已经有别的站点在用',
  'sign-number-twice': '这个绿标编号在表里不止一处',
  'id-twice': '这个站点在表里不止一处',
  'id-of-other-union': '这个站点属于其他工会',
  'changed-meanwhile': '核对之后同事改过这个站点，保留了同事的',
  'too-many-cells': '格子比表头多，可能多了逗号',
} as const satisfies Record<RowProblem['problem'] | LocalProblem, string>;

export const importText = {
  title: '导入和导出站点',
  onlyAtDesk: '请在电脑上导入',
  onlyAtDeskAbout: '表格比较宽，请在电脑的浏览器里打开这一页。',
  toOwn: '回到我的站点',
  read: {
    title: '导入',
    about: '选择 CSV 表格（UTF-8 或 GB18030）。先核对整张表，有一处问题就一个站点都不写入。',
    choose: '选择 CSV 文件',
    again: '重新选择文件',
    template: '下载空白表格',
    templateName: '站点导入空白表.csv',
    unreadable: '没有认出文件的文字编码。请用表格软件另存为“CSV UTF-8”再试。',
    empty: '表格里没有站点，请检查选的文件对不对。',
    tooMany: (rows: number) => `表格有 ${rows} 行，一次最多 12,000 行，请分成几个文件。`,
    broken: (line: number) => `第 ${line} 行附近的引号或格式有误，请用表格软件另存为 CSV 再试。`,
    columnsMissing: (names: string) => `表头缺少这些列：${names}。可以先下载空白表格对照。`,
    columnTwice: (names: string) => `表头里这些列不止一个：${names}。`,
    unknown: (names: string) => `这些列不认识，没有导入：${names}`,
  },
  steps: {
    reading: '正在读取文件',
    staging: (done: number, of: number) => `正在上传核对，${done} / ${of} 行`,
    checking: '正在核对整张表',
    applying: (done: number, of: number) => `正在写入，${done} / ${of} 个站点`,
    cancel: '不上传了',
    keepOpen: '请先不要关闭这一页。即使关闭，已开始的导入也会写完，不会只写一半。',
  },
  kept: {
    title: '上次的导入还没有完成',
    about: (fileName: string) => `文件：${fileName}`,
    go: '接着办',
    drop: '放弃这次导入',
  },
  ready: {
    title: '核对完成，没有问题',
    added: '新增',
    changed: '修改',
    unchanged: '不变',
    stations: (count: number) => `${count} 个站点`,
    go: (count: number) => `导入 ${count} 个站点`,
    nothing: '表格和现有的站点完全一样，不用导入。',
    ask: (added: number, changed: number) => ({
      title: '导入站点？',
      text: `新增 ${added} 个，修改 ${changed} 个。站点页和地图会马上更新。`,
      yes: '导入站点',
      no: '再看一看',
    }),
  },
  problems: {
    title: (count: number) => `有 ${count} 处问题，没有导入任何站点`,
    about: '请在表格里改好，再重新选择文件。',
    download: '下载问题清单',
    fileName: '站点导入问题清单.csv',
    header: ['行', '列', '内容', '问题'],
    line: (line: number) => `第 ${line} 行`,
    wholeRow: '整行',
    more: (count: number) => `还有 ${count} 处，请下载问题清单查看。`,
  },
  done: {
    title: '导入完成',
    about: (count: number) => `已写入 ${count} 个站点，地图和公布的数字已更新。`,
    left: (count: number) => `有 ${count} 行没有写入`,
    leftAbout: '核对之后同事改过这些站点，保留了同事的内容。需要的话，请重新导出再改。',
    see: '查看我的站点',
    another: '再导入一个文件',
  },
  stopped: { title: '没有办完', retry: '再试一次', recheck: '重新核对' },
  export: {
    title: '导出',
    about: '导出您负责的全部站点，改好后可以再导入。',
    go: '导出全部站点',
    under: (rows: number) => `已读取 ${rows} 个站点`,
    done: (rows: number) => `已导出 ${rows} 个站点`,
    failed: '没有保存成功，请再试一次',
    fileName: (day: string) => `工会站点-${day}.csv`,
  },
  columns: { title: '怎样填写', needed: '必填', others: '其他列名称就是内容，可以空着。' },
} as const;
