import type { HolidayRule, Session } from '@contract/opening';
import type { Tier } from '@contract/station-kind';
import type { StationChange, StationField } from '@contract/station-form';
import type { Award, Grade } from '@contract/station-view';
import type { WordsFor } from '@/answer-words';
import { staffOnly } from '../desk/desk-refusals';

const editorsOnly = '站点资料由站长和工会干事修改。您没有这项权限，或者任期已满；需要开通请联系所在工会';

export const showFormWords = {
  'station-not-found': '没有找到这个站点，可能已经撤销',
  'outside-your-unions': '这个站点不在您负责的工会范围内',
  'not-allowed': editorsOnly,
} as const satisfies WordsFor<'station.showForm'>;

export const saveWords = {
  'station-not-found': showFormWords['station-not-found'],
  'outside-your-unions': '所属工会不在您负责的范围内，请选择您的工会或下级工会',
  'union-not-found': '没有找到所属工会，请重新选择',
  'sign-number-taken': '这个绿标编号已经有别的站点在用，请核对',
  'door-taken': '这把门锁的编号已经有别的站点在用，请核对',
  'has-stations-below': '它下面还有站点，改层级前请先给那些站点换上级站点',
  'parent-of-wrong-tier': '上级站点要比本站高一级，请重新选择',
  'outside-china': '位置不在中国境内，请核对经度和纬度',
  'changed-meanwhile': '同事刚刚修改了这个站点，请核对页面上方的不同之处，再保存一次',
  'input-invalid': '有内容需要修改，请查看标出的地方',
  'not-allowed': staffOnly,
} as const satisfies WordsFor<'station.save'>;

/** The field at which a refusal is shown. */
export const refusedField: Readonly<Record<string, StationField>> = {
  'union-not-found': 'unionId',
  'outside-your-unions': 'unionId',
  'sign-number-taken': 'signNo',
  'door-taken': 'doorId',
  'has-stations-below': 'tier',
  'parent-of-wrong-tier': 'parentId',
  'outside-china': 'place',
};

export const fieldNames = {
  name: '名称',
  tier: '层级',
  parentId: '上级站点',
  category: '类别',
  features: '同时也是',
  signNo: '绿标编号',
  city: '市',
  district: '区县',
  street: '街镇',
  address: '地址',
  place: '位置',
  phone: '电话',
  areaM2: '面积（平方米）',
  unionId: '所属工会',
  openedOn: '启用时间',
  opening: '开放时间',
  facilities: '设施',
  zones: '功能区',
  services: '服务',
  meals: '餐食',
  swap: '换电',
  outlet: '合作网点',
  awards: '荣誉',
  grades: '等级',
  waterQuota: '每人每天取水（瓶）',
  doorId: '门禁设备编号',
  notice: '给来访的人的说明',
} as const satisfies Record<StationField, string>;

const others: Readonly<Record<string, string>> = { closure: '临时关闭', bottles: '饮水' };

/** A line of history names a field by its code. */
export const fieldName = (field: string): string =>
  (fieldNames as Readonly<Record<string, string>>)[field] ?? others[field] ?? field;

export const changeActs = {
  added: '新增站点',
  edited: '修改资料',
  imported: '表格导入',
  facility: '更新设施',
  assessed: '达标自评',
  closure: '临时关闭',
  restocked: '补充饮水',
  answered: '答复反映',
} as const satisfies Record<StationChange['act'], string>;

export const gradeNames = { basic: '基础版', standard: '标准版', enhanced: '加强版' } as const satisfies Record<
  Grade,
  string
>;
export const levelNames = {
  national: '全国',
  provincial: '省级',
  city: '市级',
  district: '区级',
} as const satisfies Record<Award['level'], string>;

const tierNames = ['一级：区级服务中心', '二级：街镇服务总站', '三级：商圈楼宇园区站', '四级：一线服务点'] as const;
export const noTier = '不分层级（如职工间休息室）';
export const tierName = (tier: Tier): string => (tier === null ? noTier : (tierNames[tier - 1] ?? ''));

export const formText = {
  title: { new: '新增站点', edit: '站点资料' },
  missing: '请填写这一项',
  noNumber: '请填写数字',
  halfPlace: '经度和纬度要一起填写',
  nothing: '空',
  placed: '已标位置',
  quota: (bottles: string) => `每人每天 ${bottles} 瓶`,
  save: '保存',
  add: '新增这个站点',
  saved: '已保存',
  added: '已新增站点',
  wrong: (count: number) => `有 ${count} 处需要修改，请查看标出的地方`,
  kept: '已恢复上次没有保存的内容。',
  drop: '放弃这些内容',
  dropAsk: {
    title: '放弃没有保存的内容？',
    text: '上次填写的内容会被删去，恢复成站点现在的资料。',
    yes: '放弃内容',
    no: '保留内容',
  },
  sections: {
    basic: '基本信息',
    kind: '层级和工会',
    where: '地址和位置',
    opening: '开放时间',
    facilities: '设施',
    services: '服务、餐食和换电',
    rooms: '功能区',
    outlet: '合作网点',
    honours: '荣誉和等级',
    more: '取水、门禁和说明',
    history: '修改记录',
  },
  hints: {
    signNo: '只填数字，例如 99；同一个区不能重复。没有绿标就空着。',
    phone: '例如 021-58990000。',
    openedOn: '例如 2019、2019-05 或 2019-05-01。',
    features: '一个站点可以同时是几种，都会被查到，只按类别计数一次。',
    parent: '按名称查找上一级的站点。',
    union: '这个站点由哪家工会管理',
    services: '一行一项，例如：法律咨询。',
    waterQuota: '扫码取水的站点才填写。',
    doorId: '有扫码门禁的站点才填写。',
    hours: '例如：周一至周五 11:00–13:00。',
    day: '例如 2026-05-01。',
  },
  parent: {
    none: '没有选择',
    choose: '选择上级站点',
    drop: '不要上级站点',
    search: '查找上级站点',
    empty: '没有找到上一级的站点，请换几个字。',
  },
  union: { choose: '选择工会', change: '换一家工会' },
  category: '选择类别',
  place: {
    longitude: '经度',
    latitude: '纬度',
    hint: '地图上用的坐标（GCJ-02）。站在门口时，可以用手机的位置。',
    here: '用我现在的位置',
    pick: '在地图上选',
    closeMap: '收起地图',
    map: '选择站点位置的地图',
    mapAbout: '拖动地图，或用方向键，把站点放到十字中间。',
    mapLost: '地图没有载入，请检查网络后重试，或者填写经度和纬度。',
    mapAgain: '重新载入地图',
    take: '用十字中间的位置',
    taken: '已填入地图上选的位置',
    refused: '手机没有允许读取位置，请在设置里允许，或者填写经度和纬度。',
    unknown: '没有读到位置，请到开阔处再试，或者填写经度和纬度。',
    found: '已填入您现在的位置，请确认您就在门口',
  },
  opening: {
    everyDay: '每天',
    allDay: '24 小时',
    nextDay: '次日',
    shut: '不开放',
    unknown: '待登记',
    none: '还没有登记开放时间，地图上会显示“开放时间待登记”。',
    session: (nth: number) => `第 ${nth} 段`,
    days: '哪几天',
    from: '从',
    until: '到',
    untilHint: '早于或等于开始，就是第二天。',
    attendanceLabel: '有没有人值守',
    attendance: { staffed: '有人值守', unattended: '自助进门' } satisfies Record<Session['attendance'], string>,
    season: '只在一年中的一段时间',
    seasonAbout: '例如夏季延长开放',
    seasonFrom: '从哪天（月-日）',
    seasonUntil: '到哪天（月-日）',
    seasonHint: '例如 05-01。',
    add: '添一段时间',
    remove: '删去这一段',
    holidays: '法定节假日',
    onHolidaysShort: '节假日',
    rules: {
      'as-usual': { label: '节假日照常', about: '和平时的星期一样' },
      closed: { label: '节假日休息', about: '调休上班的周末按周一开放' },
      'own-hours': { label: '节假日另有时间', about: '调休上班的周末按周一开放' },
    } satisfies Record<HolidayRule, { label: string; about: string }>,
    holidaySession: (nth: number) => `节假日第 ${nth} 段`,
    preview: '平常的一周',
  },
  facilities: {
    state: '状态',
    count: '数量',
    remove: '删去',
    add: '添一种设施',
    addPlaceholder: '选择设施',
  },
  lists: {
    zones: { add: '添一个功能区', remove: '删去这个功能区', title: (nth: number) => `功能区 ${nth}` },
    meals: { add: '添一种餐食', remove: '删去这种餐食', title: (nth: number) => `餐食 ${nth}` },
    awards: { add: '添一项荣誉', remove: '删去这项荣誉', title: (nth: number) => `荣誉 ${nth}` },
    grades: { add: '添一次评定', remove: '删去这次评定', title: (nth: number) => `评定 ${nth}` },
  },
  zone: { name: '名称', capacity: '可容纳（人）', areaM2: '面积（平方米）' },
  meal: { name: '名称', price: '价格（元，0 为免费）', about: '说明', hours: '供应时间' },
  swap: { operator: '运营单位', slots: '仓位数' },
  outlet: { partner: '合作单位', from: '协议开始', until: '协议到期' },
  award: { name: '名称', year: '年份', level: '级别' },
  grade: { grade: '等级', from: '评定日期' },
  history: {
    none: '还没有修改记录。',
    change: (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
  },
  conflict: {
    title: '同事刚刚修改了这个站点',
    about: '您改的内容都还在。请核对不同之处，再保存一次。',
    taken: '这些您没有改过，已采用同事的：',
    choose: (name: string) => `${name}：您和同事都改了`,
    mine: '用我填的',
    theirs: '用同事填的',
    first: '请先选择用哪一个',
  },
} as const;
