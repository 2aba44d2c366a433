import type { WordsFor } from '@/answer-words';
import { eventGone, organisersOnly, outsideYours } from '../staff-words';

const gone = {
  'event-not-found': eventGone,
  'outside-your-unions': outsideYours,
  'not-allowed': organisersOnly,
} as const;
const overtaken = { 'changed-meanwhile': '同事刚刚改动了这个活动，已重新载入，请核对后再办' } as const;
const moved = { 'not-in-this-state': '活动的状态刚刚变了，已重新载入，请核对后再办' } as const;

export const showDeskWords = gone satisfies WordsFor<'event.showDesk'>;

export const publishWords = {
  ...gone,
  ...overtaken,
  ...moved,
  'times-past': '活动或报名的时间已经过了，请先修改时间再发布',
  'room-taken': '这个房间在这段时间已经有别的活动，请换时间或换房间再发布',
} as const satisfies WordsFor<'event.publish'>;

export const closeWords = { ...gone, ...overtaken, ...moved } as const satisfies WordsFor<'event.close'>;
export const callOffWords = { ...gone, ...overtaken, ...moved } as const satisfies WordsFor<'event.callOff'>;
export const copyWords = gone satisfies WordsFor<'event.copy'>;

export const messageWords = {
  ...gone,
  'enough-today': '今天已经发过3次，请明天再发',
  'nobody-to-tell': '现在没有这样的人，没有发出',
} as const satisfies WordsFor<'event.message'>;

export const askExportWords = {
  ...gone,
  'nobody-to-tell': '还没有人报名，没有名单可以导出',
  'asked-already': '您已经申请过导出这份名单，正在等同事审批。有了答复再申请下一份',
} as const satisfies WordsFor<'event.askExport'>;

export const answerRatingWords = {
  ...gone,
  'case-decided-already': '同事刚刚已经答复，已重新载入',
} as const satisfies WordsFor<'event.answerRating'>;

const exportGone = {
  'export-not-found': '没有找到这次导出申请，可能已经过期删除',
  'export-over': '这次导出申请已经过期，请重新申请',
  'outside-your-unions': outsideYours,
  'not-allowed': organisersOnly,
} as const;

export const decideExportWords = {
  ...exportGone,
  'own-request': '自己的申请要由另一位同事审批',
  'decided-already': '这次申请已经由同事办好，已重新载入',
} as const satisfies WordsFor<'event.decideExport'>;

export const fetchExportWords = {
  ...exportGone,
  'not-approved': '这次申请还没有通过，请等同事审批',
} as const satisfies WordsFor<'event.fetchExport'>;

export const deskText = {
  title: '活动工作台',
  unknown: '没有找到这个活动',
  unknownAbout: '请从“活动管理”里打开。',
  toEvents: '活动管理',
  hostsTitle: '当班的人可以主持签到',
  figures: {
    title: '报名和到场',
    seats: '名额',
    confirmed: '已报上名',
    offered: '有名额，等本人确认',
    waiting: '候补',
    entered: '等待抽签',
    cancelled: '已取消',
    attended: '已签到',
    walkIns: '直接来的人',
    noShows: '没有来',
    rating: '评分',
    count: (count: number) => `${count} 份`,
    people: (count: number) => `${count} 人`,
    noSeats: '不用报名',
    stars: (mean: string, ratings: number) => `${mean} 星（${ratings} 人评）`,
    noStars: '还没有人评分',
    about: '一家人一起报名算一份；名额按人数算。',
    admission: '录取方式',
    inPairs: '男女成对',
    side: (confirmed: number, offered: number, waiting: number) =>
      [`已报上名 ${confirmed} 位`, offered > 0 ? `等本人确认 ${offered} 位` : null, `候补 ${waiting} 位`]
        .filter(Boolean)
        .join('，'),
    pairsAbout: '凑成一对才一起录取；有人取消，名额先补给同一方的下一位。',
  },
  ways: {
    title: '去办',
    host: '主持签到',
    hostFrom: (when: string) => `开始前1小时可以签到，${when} 起`,
    registrants: '报名名单',
    registrantsAbout: '姓名默认隐去，查看要写用途',
    edit: '修改活动',
    series: '修改整个系列',
    attendance: '全年出勤',
    attendanceAbout: '这个系列里，每个人一年来了几次',
    page: '活动页',
    pageAbout: '报名的人看到的样子',
    draw: '抽签',
    drawAbout: '公开的抽签过程和结果',
  },
  acts: {
    title: '发布和取消',
    publish: '发布活动',
    publishAbout: '发布后，大家就能看到并报名。',
    publishAsk: {
      title: '发布这个活动？',
      text: '发布以后大家就能看到。修改时间或地点时，已报名的人会收到消息。',
      yes: '发布活动',
      no: '先不发布',
    },
    published: '活动已发布',
    close: '提前结束报名',
    closeAsk: {
      title: '现在就结束报名？',
      text: '结束以后不再接受新的报名，已经报上名的人不受影响。',
      yes: '结束报名',
      no: '继续报名',
    },
    closed: '报名已结束',
    callOff: '取消活动',
    reason: '为什么取消',
    reasonHint: '报名的人会看到，请写清楚，例如：因台风橙色预警取消',
    reasonMissing: '请写明原因，至少2个字',
    callOffSend: '取消并告知大家',
    callOffBack: '不取消，返回',
    callOffAsk: (told: number) => ({
      title: '取消这个活动？',
      text:
        told === 0
          ? '还没有人报名。取消以后不能恢复。'
          : `报名、候补的 ${told} 份报名都会收到消息和您写的原因。取消以后不能恢复。`,
      yes: '取消活动',
      no: '保留活动',
    }),
    calledOff: (told: number) => (told === 0 ? '活动已取消' : `活动已取消，已告知 ${told} 人`),
    nothing: '这个活动现在没有可以办的事。',
  },
  copy: {
    title: '再办一次',
    about: '照着这个活动新建一份草稿，时间往后推。',
    days: '往后推几天',
    daysHint: '1到400天；推7天就是下周同一时间',
    daysWrong: '请填1到400之间的整数',
    send: '复制为草稿',
    done: '已复制为草稿，请核对后发布',
  },
  message: {
    title: '发消息',
    about: '会出现在报名人的“消息”里，每个活动一天最多3次。',
    start: '写一条消息',
    to: '发给谁',
    confirmed: '已有名额的人',
    waiting: '候补的人',
    everybody: '所有报名的人',
    text: '消息内容',
    textMissing: '请写明内容，至少2个字',
    send: '发送',
    back: '先不发',
    ask: (to: string) => ({
      title: `发给${to}？`,
      text: '发出以后不能收回，请再核对一遍时间和地点。',
      yes: '发送消息',
      no: '再看看',
    }),
    done: (told: number) => `已发给 ${told} 人`,
  },
  exports: {
    title: '导出名单',
    about: '导出要写明用途，并由另一位同事同意。表格一天内有效，只有申请人能取，取的时间和用途会写在表格开头。',
    start: '申请导出',
    waits: '已申请，等同事同意。',
    purpose: '用途',
    purposeHint: '例如：签到桌打印名单',
    purposeMissing: '请写明用途，至少2个字',
    withNames: '要完整姓名',
    withNamesAbout: '不选时，表格里的姓名只留姓',
    send: '提交申请',
    back: '先不申请',
    asked: '申请已提交，请一位同事在这一页同意',
    line: (by: string, when: string) => `${by}，${when}`,
    decided: (by: string) => `由${by}审批`,
    until: (when: string) => `${when}前有效`,
    agree: '同意',
    decline: '不同意',
    agreeAsk: {
      title: '同意导出名单？',
      text: '同意以后，申请人一天内可以取一份表格。请确认用途正当。',
      yes: '同意导出',
      no: '再看看',
    },
    agreed: '已同意',
    declined: '已答复不同意',
    fetch: '取表格',
    fetched: '表格已保存到这台电脑，用完请删除',
    onDesktop: '请在电脑上打开这一页取表格。',
    none: '还没有导出申请。',
    states: { asked: '等同事审批', approved: '已同意', declined: '不同意', expired: '已过期' },
  },
  answer: {
    title: '有人打了低分，请答复',
    about: '打了1星或2星的人会收到您的答复。不显示是谁打的分，也不显示是谁写的。',
    none: '打分的人没有留言。',
    read: '先看看“参加的人怎么说”，就在下面。',
    text: '答复',
    hint: '例如：下次换大一点的教室，请您再来',
    missing: '请写明答复，至少2个字',
    send: '发送答复',
    ask: {
      title: '发送这条答复？',
      text: '打了低分的人都会收到。发出以后不能收回。',
      yes: '发送答复',
      no: '再看看',
    },
    done: '已答复',
  },
  words: {
    title: '参加的人怎么说',
    about: '不显示是谁写的。',
    none: '还没有人留言。',
    stars: (stars: number) => `${stars} 星`,
  },
  history: {
    title: '办理记录',
    none: '还没有记录。',
    acts: {
      drafted: '写了草稿',
      published: '发布',
      edited: '修改',
      closed: '结束报名',
      held: '办完',
      archived: '归档',
      'called-off': '取消',
      messaged: '发消息',
      copied: '复制',
      drawn: '抽签',
    } as Readonly<Record<string, string>>,
  },
} as const;
