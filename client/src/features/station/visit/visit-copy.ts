import type { Evidence } from '@contract/evidence';
import type { Occupation } from '@contract/occupation';
import type { WordsFor } from '@/answer-words';

export const checkInRefusals = {
  'station-not-found': '没有找到这个站点',
  'code-unreadable': '读不出这个码',
  'code-expired': '这个码已经更新',
  'other-station': '这是另一个站点的码',
  'too-far': '您离站点还有一段路',
  'place-needed': '没有拿到您的位置',
  'code-needed': '这次要有站点的码才能记',
  'visitor-unknown': '没有认出这台设备',
} as const satisfies WordsFor<'station.checkIn'>;

type OwnRefusal = keyof typeof checkInRefusals;

/** What to do after each. */
const wayOn: Readonly<Record<OwnRefusal, string>> = {
  'station-not-found': '站点可能已经撤下，可以在“站点”里找别的。',
  'code-unreadable': '请对准站点的码再扫一次，或者输入码下面的字母和数字。',
  'code-expired': '二维码每 30 秒更新，请再扫一次。',
  'other-station': '请扫您所在站点的码。',
  'too-far': '走近一些再试；到了门口，扫码也可以。',
  'place-needed': '请允许使用位置，或者扫站点的码。',
  'code-needed': '请扫站点的码，或者输入码下面的字母和数字。',
  'visitor-unknown': '请再试一次。',
};
export const checkInWayOn = (refusal: string): string | undefined =>
  Object.entries(wayOn).find(([name]) => name === refusal)?.[1];

/** For whoever typed: the eye went wrong, not the camera, and what was typed still stands in the field. */
export const typedWords: Readonly<Record<string, { readonly title: string; readonly wayOn: string } | undefined>> = {
  'code-unreadable': {
    title: '没有认出，请核对字母和数字',
    wayOn: '您输入的还留着，改一改就可以。',
  },
  'code-expired': {
    title: checkInRefusals['code-expired'],
    wayOn: '值班人员的码每 30 秒更新，请输入现在的字母和数字。',
  },
};

/** What was shown for being here, in kind words. */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  'rotating-code': '您扫了值班人员的码',
  card: '值班人员看过您的会员卡',
  'code-and-near': '您扫了门口的码，人就在附近',
  'door-code': '您扫了门口的码',
  near: '您在站点附近',
};

export const visitWords = {
  title: '打卡',
  free: '不打卡也可以休息、饮水、用厕所。',
  about: '打卡帮工会知道哪里需要更多座位和水。只记人数，不记姓名。',
  scan: '扫码打卡',
  scanAgain: '再扫一次',
  letters: '码下面的字母和数字',
  lettersTyping: '扫不了，输入码下面的字母和数字',
  lettersHint: '在门口的码下面，或者值班人员的屏幕上。大小写、空格都不要紧',
  lettersMissing: '请输入码下面的字母和数字',
  checkIn: '打卡',
  here: '没有码？用位置打卡',
  hereAbout: '只把您的位置和站点比一比，不保存。',
  locating: '正在看您是不是在站点附近',
  sending: '正在打卡',
  noPlace: '没有拿到您的位置',
  noPlaceAbout: '没关系，可以扫站点的码，或者输入码下面的字母和数字。',
  nothingScanned: '没有扫到二维码，请再试一次',
  again: '再试一次',
  codeKept: '已经读到的码还留着，不用再扫。',
  typedKept: '输入的还留着，不用再填。',
  counted: '已打卡',
  countedBefore: '今天这次已记过',
  countedBeforeAbout: (clock: string) => `${clock} 记的，不用再打。`,
  toStation: '站点详情',
  reportDoor: '反映：门关着',
} as const;

export const occupationWords = {
  ask: '您是做什么的',
  about: '选填，点一下就好。只记人数，不记姓名，以后不再问。',
  said: (name: string) => `打卡时记为“${name}”`,
  notSaid: '打卡时不记职业',
  change: '更改',
  skip: '不说',
  more: '更多职业',
} as const;

/**
 * As people call themselves, each a part of the name under which visits are counted (types/occupation.ts). In the order
 * in which the groups come to a station.
 */
const occupationNames: Readonly<Record<Occupation, string>> = {
  'food-delivery': '外卖骑手',
  courier: '快递员',
  'ride-hailing': '网约车司机',
  sanitation: '环卫工',
  'truck-driver': '货车司机',
  'security-guard': '保安员',
  domestic: '家政服务员',
  construction: '建筑工人',
  'taxi-driver': '出租车司机',
  gardening: '园林养护工',
  care: '护工',
  'estate-agent': '房产中介员',
  'mall-information': '商场信息员',
  'live-streaming': '主播',
  'auxiliary-police': '协警员',
  'traffic-auxiliary': '交警辅助员',
  'parking-attendant': '停车收费员',
  employee: '单位职工',
  other: '其他',
};

export const isOccupation = (text: string): text is Occupation => text in occupationNames;
export const occupationLabel = (code: Occupation): string => occupationNames[code];
export const occupationCodes = Object.keys(occupationNames) as readonly Occupation[];

export const waterRefusals = {
  'sign-in-needed': '在浏览器里不能扫码取水。请在微信里打开“工会驿站”小程序取，或者告诉值班人员',
  'station-not-found': checkInRefusals['station-not-found'],
  'code-unreadable': '读不出这个码，请再扫一次',
  'code-expired': '二维码每 30 秒更新，请再扫一次',
  'other-station': '这是另一个站点的码，请扫这里的',
  'no-scan-water': '这个站点不用扫码取水，可以直接饮水',
  'quota-used': '今天能取的瓶装水已经取完，明天可以再取',
  'none-left': '瓶装水取完了，已经告诉站长',
} as const satisfies WordsFor<'station.takeWater'>;

export const waterWords = {
  title: '扫码取水',
  about: '一次取一瓶，请取出后再按下一次。',
  take: '取一瓶水',
  takeAnother: '再取一瓶水',
  unanswered: '上一瓶还没有得到答复。再按一次，不会多记。',
  taken: (taken: number, quota: number) => `已取 ${taken} / ${quota} 瓶`,
  please: '请取一瓶水',
  allTaken: '今天的瓶装水取完了，明天可以再取。',
} as const;
