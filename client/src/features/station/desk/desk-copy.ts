import type { FacilityState } from '@contract/facility';
import type { CardState } from '@contract/membership';
import type { DoorAnswer } from '@contract/visit';
import type { WordsFor } from '@/answer-words';

/** For somebody who holds no such role, or whose role has run out. */
export const staffOnly = '这里供站点的值班人员和工会干事使用。您没有这项权限，或者任期已满；需要开通请联系所在工会';

const common = {
  'station-not-found': '没有找到这个站点，可能已经撤销',
  'outside-your-unions': '这个站点不在您负责的工会范围内',
  'not-allowed': staffOnly,
} as const;
const overtaken = { 'changed-meanwhile': '同事刚刚改动了这个站点，已重新载入，请核对后再办' } as const;

export const showDeskWords = common satisfies WordsFor<'station.showDesk'>;

export const showStationWords = {
  'station-not-found': common['station-not-found'],
  'code-unreadable': common['station-not-found'],
} as const satisfies WordsFor<'station.show'>;

export const answerWords = {
  ...common,
  ...overtaken,
  'nothing-reported': '这些反映已经由同事答复，不用再办',
  'until-needed': '请选择关闭到什么时候',
  'not-allowed': '反映由站长或工会干事答复，请联系站长',
} as const satisfies WordsFor<'station.answerReports'>;

export const closureWords = {
  ...common,
  ...overtaken,
  'until-past': '结束的时间已经过了，请选择以后的时间',
  'not-allowed': '关闭由站长或工会干事公布，请联系站长',
} as const satisfies WordsFor<'station.setClosure'>;

export const markWords = { ...common, ...overtaken } as const satisfies WordsFor<'station.markFacility'>;

export const restockWords = {
  ...common,
  'no-scan-water': '这个站点没有扫码取水，不用记录',
  'below-zero': '减去的比现有的多，请核对数量',
} as const satisfies WordsFor<'station.restock'>;

export const admitWords = {
  ...common,
  'code-unreadable': '没有认出这张会员卡，请对准会员卡上的二维码再扫一次',
  'code-expired': '会员卡上的码已过期，请会员刷新后再扫一次',
  'code-used': '这个码刚刚用过，请会员刷新后再扫一次',
  'card-not-valid': '会员卡现在不能使用，可能已暂停、转出或退会，请会员联系自己的工会',
  'not-a-shared-home': '本站没有加入共享职工之家，只接待本工会的会员。饮水、休息、用厕所不需要会员卡',
} as const satisfies WordsFor<'station.admitMember'>;

export const facilityStates = {
  ok: { text: '正常', tone: 'good' },
  broken: { text: '坏了', tone: 'danger' },
  absent: { text: '没有', tone: 'warn' },
} as const satisfies Record<FacilityState, { text: string; tone: 'good' | 'danger' | 'warn' }>;

/** A card that is let in, and what state it is in where that is worth a word. */
export const admittedStates = {
  pending: '审批中',
  active: '有效',
  transferring: '有效，正在转会',
  retained: '有效，保留会籍',
  suspended: '已暂停',
  left: '已退会',
} as const satisfies Record<CardState, string>;

type Question = { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };

/** Each of the three answers, and what whoever reported reads then. */
export const answers = {
  opened: {
    button: '已开门',
    ask: {
      title: '答复“已开门”？',
      text: '门刚才关着，现在已经打开。反映的人会看到“已开门”，地图改回按开放时间显示。',
      yes: '答复已开门',
      no: '再核实一下',
    },
    done: '已答复，反映的人会看到“已开门”',
  },
  'was-open': {
    button: '当时开着',
    ask: {
      title: '答复“当时开着”？',
      text: '门一直开着，可能走错了门。反映的人会看到“核实当时开着”，地图改回按开放时间显示。',
      yes: '答复当时开着',
      no: '再核实一下',
    },
    done: '已答复，反映的人会看到“核实当时开着”',
  },
  'closed-until': {
    button: '关闭至…',
    ask: {
      title: '答复“关闭中”？',
      text: '',
      yes: '答复并公布关闭',
      no: '再核实一下',
    },
    done: '已答复并公布关闭',
  },
} as const satisfies Record<DoorAnswer, { button: string; ask: Question; done: string }>;

export const deskText = {
  title: '站点工作台',
  unknown: '没有找到这个站点',
  unknownAbout: '地址不完整，请从“我的站点”里打开。',
  toOwn: '回到我的站点',
  status: '现在的状态',
  visits: '今天到访',
  visitCount: (visits: number) => `${visits} 人次`,
  stationPage: '看站点页',
  stationPageAbout: '和来访的人看到的一样',
  presence: '出示当班码',
  presenceAbout: '来访的人扫这个码打卡，每 30 秒更新',
  edit: '修改站点资料',
  editAbout: '开放时间、设施、位置、合作协议',
  others: '更多',
  duty: {
    title: '值班',
    board: '值班看板',
    boardAbout: '这一周谁来、哪里缺人，安排人',
    gaps: '缺人的班',
    gapsAbout: '所有站点，最近的在前',
    waiting: '等您答复的事',
    waitingAbout: '申请、换班、时长、证明',
    roster: '排班规则',
    rosterAbout: '哪几天、几点、要几个人',
    book: '志愿者和时长',
    bookAbout: '补录、更正、每月时长表',
    shelf: '货架',
    shelfAbout: '水和药还剩多少，到货登记',
  },
  reports: {
    title: '开关门反映',
    none: '没有等待答复的反映。',
    line: { open: '说门开着', locked: '说门关着' },
    atTheDoor: '人在门口',
    about: '不显示反映人的姓名。请先到门口或打电话核实，再答复。',
    notYours: '反映由站长或工会干事答复。',
    until: '关闭到',
    reason: '为什么关着',
    reasonHint: '大家都能看到，例如：停水、装修、值班人员外出。',
    reasonMissing: '请写明原因',
    untilAsk: (until: string, reason: string) => `反映的人会看到“${reason}，关闭至 ${until}”，地图在这之前显示关着。`,
    untilNeeded: '请选择关闭到什么时候',
    untilPast: '请选择以后的时间',
    send: '答复并公布关闭',
    back: '不关闭，返回',
  },
  closure: {
    title: '临时关闭',
    none: '没有公布关闭，按开放时间开门。',
    now: (until: string, reason: string) => `${reason}，关闭至 ${until}`,
    planned: (from: string, until: string, reason: string) => `${reason}，${from} 至 ${until}关闭`,
    start: '公布关闭',
    from: '从',
    until: '关闭到',
    reason: '原因',
    reasonHint: '大家都能看到，例如：台风、装修、停水。',
    reasonMissing: '请写明原因',
    momentMissing: '请选择日期和时间',
    order: '结束要晚于开始',
    send: '公布关闭',
    back: '不公布了',
    ask: (text: string): Question => ({
      title: '公布关闭？',
      text: `站点页和地图会显示：${text}。`,
      yes: '公布关闭',
      no: '返回修改',
    }),
    done: '已公布关闭，地图已更新',
    cancel: '取消关闭',
    cancelAsk: {
      title: '取消关闭？',
      text: '地图改回按开放时间显示。',
      yes: '取消关闭',
      no: '保留关闭',
    },
    cancelled: '已取消关闭，地图已更新',
  },
  facilities: {
    title: '设施',
    about: '点一种设施，记下它现在的样子。站点页马上会更新。',
    unknown: '没有登记',
    count: '数量',
    fewer: '少一',
    more: '多一',
    change: '更改',
    close: '收起',
    since: (at: string) => `${at}查看过`,
    neverChecked: '还没有查看过',
    unseen: '有',
    pieces: (count: number) => `数量 ${count}`,
    add: '添一种设施',
    addPlaceholder: '选择设施',
    done: (name: string, state: string) => `已记下：${name}${state}`,
    marks: { ok: '正常', broken: '坏了', absent: '没有' },
  },
  water: {
    title: '扫码取水',
    left: (bottles: number) => `还有 ${bottles} 瓶`,
    none: '已经取完',
    add: (bottles: number) => `送到 ${bottles} 瓶`,
    amount: '数量（瓶）',
    amountHint: '送到其他数量，或盘点后减去。',
    amountProblem: '请填写 1 至 9999 的整数',
    put: '送到这些',
    take: '减去这些',
    takeAsk: (bottles: number): Question => ({
      title: `减去 ${bottles} 瓶？`,
      text: '用于盘点后更正，或者有损坏、过期的水。',
      yes: `减去 ${bottles} 瓶`,
      no: '不减',
    }),
    done: (bottles: number) => `已记下，现在有 ${bottles} 瓶`,
  },
  admission: {
    title: '扫会员卡接待',
    about: '会员出示会员卡，扫一下就知道能不能进站，并记一次到访。饮水、休息、用厕所不需要会员卡。',
    scan: '扫会员卡',
    code: '会员卡上的码',
    codeHint: '请会员打开会员卡，把码复制后粘贴在这里。',
    codeMissing: '请先扫码，或粘贴会员卡上的码',
    check: '核对并接待',
    welcome: '可以进站',
    no: '现在不能进站',
    unsure: '没有核对成',
    counted: '已记一次到访',
    countedBefore: (at: string) => `${at}已记过，不重复计数`,
    name: '姓名',
    union: '工会',
    state: '会籍',
    visit: '到访',
    next: '接待下一位',
    again: '再试一次',
  },
  doorCode: {
    title: '门口的打印码',
    about: '打印后贴在门口，来访的人扫码打卡。没有人值班时也能用。',
    show: '显示打印码',
    hide: '收起打印码',
    label: '门口的打卡二维码',
    letters: '扫不了时，输入这些字母和数字',
    sheet: '打开微信小程序“工会驿站”，点“扫码打卡”扫一扫',
    print: '打印',
  },
} as const;
