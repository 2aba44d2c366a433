import type { ReturnReason } from '@contract/enrolment';
import type { RoutingRule, UnionLevel } from '@contract/union';
import type { WordsFor } from '@/answer-words';
import type { EnrolStep } from './enrol/enrol-step';
import type { TypedField } from './enrol/typing';
import { HOTLINE } from './hotline';

export const stepWords = {
  learn: '了解入会',
  work: '您的工作',
  union: '您的工会',
  identity: '您的身份',
  sign: '签名提交',
} as const satisfies Record<EnrolStep, string>;

const changed = '这份申请刚刚在别处改过，请核对后再试一次';
const consentNeeded = '需要您先同意使用这些资料，请回到第一步';
const notEditable = '这份申请现在不能修改，请查看审批进度';

export const consentRefusals = {
  'consent-text-changed': '同意书的文字刚刚更新，请重新打开本页，看过新的文字再同意',
  'changed-meanwhile': changed,
} as const satisfies WordsFor<'member.giveConsents'>;

export const saveRefusals = {
  'consent-needed': consentNeeded,
  'application-not-editable': notEditable,
  'too-young': '未满16周岁，暂时不能申请入会',
  'changed-meanwhile': changed,
} as const satisfies WordsFor<'member.saveDraft'>;

export const mobileRefusals = {
  'consent-needed': consentNeeded,
  'application-not-editable': notEditable,
  'mobile-not-given': '没有取到手机号，请直接填写',
  'changed-meanwhile': changed,
} as const satisfies WordsFor<'member.readMobile'>;

export const findRefusals = {
  'work-not-stated': '请先填写职业和工作所在街镇，才能为您找工会',
} as const satisfies WordsFor<'member.findUnion'>;

export const chooseRefusals = {
  'consent-needed': consentNeeded,
  'application-not-editable': notEditable,
  'work-not-stated': '请先填写职业和工作所在街镇，才能为您找工会',
  'union-not-found': '这家工会已经不在名册里，请另选一家',
  'reason-needed': '请说明为什么选择这家工会',
  'changed-meanwhile': changed,
} as const satisfies WordsFor<'member.chooseUnion'>;

export const applyRefusals = {
  'consent-needed': consentNeeded,
  'application-incomplete': '还有内容没有填完，请核对上面每一项',
  'application-text-changed': '入会申请书的文字刚刚更新，请重新打开本页，看过新的文字再提交',
  'already-decided': '这份申请已经有了结果，请查看审批进度',
  'already-member': '您已经是会员，不需要再申请',
  'id-card-in-use': '这个证件号码已经在申请或已经入会',
  'changed-meanwhile': changed,
} as const satisfies WordsFor<'member.apply'>;

/** Why this union, said to the person. */
export const ruleWords = {
  employer: '您的单位已经建有工会，首先由单位工会接收您',
  industry: '您的行业在当地建有工会联合会，最了解您的工作',
  'work-area': '您工作所在街镇的工会，办事、去站点都就近',
  'home-area': '您居住所在街镇的工会，离您家近',
  district: '其他工会不合适时，由区总工会接收您',
  'own-choice': '您自己查找并选择的工会',
} as const satisfies Record<RoutingRule, string>;

export const levelWords = {
  district: '区总工会',
  street: '街镇工会',
  federation: '行业工会联合会',
  grassroots: '单位工会',
} as const satisfies Record<UnionLevel, string>;

export const returnReasonWords = {
  'name-differs': '姓名与证件不一致',
  'document-differs': '证件号码需要核对',
  'mobile-unreachable': '手机号联系不上您',
  'work-unclear': '工作情况需要写清楚',
  'wrong-union': '请换一家更合适的工会',
  other: '其他需要补正的地方',
} as const satisfies Record<ReturnReason, string>;

type FieldCopy = { readonly label: string; readonly missing: string };

export const fieldWords = {
  occupation: { label: '职业', missing: '请选择您的职业' },
  workAreaId: { label: '在哪个街镇工作', missing: '请选择您主要在哪里工作' },
  employerName: { label: '单位或平台名称', missing: '请填写这一项' },
  employerCode: { label: '统一社会信用代码', missing: '请填写这一项' },
  workRelation: { label: '和单位、平台的关系', missing: '请选择其中一项' },
  homeAreaId: { label: '住在哪个街镇', missing: '请选择其中一项' },
  name: { label: '姓名', missing: '请填写您的姓名' },
  mobile: { label: '手机号', missing: '请填写您的手机号' },
  documentKind: { label: '证件种类', missing: '请选择证件种类' },
  documentNumber: { label: '证件号码', missing: '请填写证件号码' },
} as const satisfies Record<TypedField, FieldCopy>;

export const enrolWords = {
  title: '入会申请',
  back: '上一步',
  goOn: '保存并继续',
  inTheWay: (labels: readonly string[]) => `请先填好或改好：${labels.join('、')}`,
  offlineTitle: '还没有保存',
  offline: (text: string) => `${text}。您填写的内容都还在，请不要关闭本页；手机号和证件号码不会存进手机。`,
  saveAgain: '重新保存',
  waiting: {
    title: '您的申请正在审批',
    about: '由哪个工会办理、哪天之前答复，都可以查看。',
    button: '查看审批进度',
  },
  member: { title: '您已经是工会会员', about: '不需要再申请。换了工作，可以办理转会。', button: '查看会员卡' },
  resumed: '上次填写的内容已经保存，请接着往下填。',
  again: '您上次填写的内容还在，核对后可以重新提交。',
} as const;

export const sentBackWords = {
  title: (office: string | null) => `${office ?? '工会'}请您补正`,
  note: (note: string) => `工会留言：${note}`,
  after: '改好后再次提交，不用从头填写。',
} as const;

export const learnWords = {
  title: '加入工会，您需要知道',
  points: [
    { title: '靠工资收入生活的人都能加入', text: '骑手、司机、快递员、家政服务员都可以，不看户籍，不看学历。' },
    { title: '申请不收费', text: '入会不收手续费，这里也不向您收款。会费按工会章程办理，由您的工会向您说明。' },
    { title: '有困难可以找工会', text: '权益受到侵害时，可以要求工会保护；法律、就业、互助等服务，会员都能用。' },
    { title: '您有发言权', text: '会员有选举权、被选举权和表决权，可以批评、监督工会。' },
    { title: '自愿加入，自由退出', text: '批准之前可以撤回，入会以后也可以随时退会。' },
  ],
  consentTitle: '使用您的资料，需要您同意',
  consentAbout: '前两项是入会必需的，第三项由您决定。请一项一项看过再点选。',
  needed: '入会必需',
  optional: '可以不选',
  given: (receiptNo: string, day: string) => `您已于${day}同意，回执编号${receiptNo}`,
  button: '同意并继续',
  goOn: '继续填写',
  tickHere: '入会需要这一项，请看过后点选',
  both: '还需要您同意入会必需的两项',
} as const;

export const workWords = {
  receipts: '您的同意已经记下，“我的数据”里随时可查。',
  receipt: (title: string, receiptNo: string) => `${title}：${receiptNo}`,
  more: '更多职业',
  occupationHint: '选最接近的一项',
  areaHint: '跑得远的，选您去得最多的街镇',
  areaPlaceholder: '请选择街镇',
  optionalTitle: '再多说一点（选填）',
  optionalAbout: '填了更容易找到最合适的工会，不填也能申请。',
  employerHint: '平时怎么叫就怎么写',
  employerPlaceholder: '例如：某某外卖、某某物流公司',
  codeOpen: '填写统一社会信用代码',
  codeHint: '营业执照上的18位代码，能直接找到单位工会',
  codeWrong: '代码有误，请对照营业执照检查',
  relations: {
    employed: '领工资，单位给您交社保',
    'platform-managed': '接平台或站点派的单，受它管理',
    'self-employed': '没有人给您派工',
  },
  unstated: '不填',
  homeNone: '不填',
} as const;

export const unionWords = {
  recommended: '推荐给您',
  own: '您自己选择',
  others: '也可以加入这些工会',
  recommendedAgain: '为您推荐的工会',
  search: '找其他工会',
  searchLabel: '工会名称',
  searchHint: '输入单位、行业或街镇的名字',
  searchButton: '查找',
  searching: '正在查找',
  none: (text: string) => `没有找到名称里有“${text}”的工会，换一个词试试。`,
  first: (count: number) => `找到很多，先列出${count}家，可以多输入几个字`,
  reasonLabel: '为什么选择这家工会',
  reasonHint: '工会审批时会看到',
  reasons: ['我的同事都在这家工会', '我常在这一带工作', '我刚换到这家单位'],
  reasonOther: '其他原因',
  reasonOwn: '请写明原因',
  button: '选这家工会，继续',
} as const;

export const identityWords = {
  about: '只用来确认是您本人。填好的号码加密保存，屏幕上只显示前后几位。',
  nameHint: '和证件上一致',
  mobileHint: '工会用它联系您',
  mobileFromWechat: '使用微信绑定的手机号',
  mobileNone: '没有取到手机号，请直接填写',
  mobileWrong: '手机号是11位数字，请检查',
  kinds: {
    'id-card': { label: '居民身份证', about: '港澳台居民居住证也选这一项' },
    other: { label: '其他证件', about: '护照、外国人永久居留身份证等，由工会人工核对' },
  },
  idHint: '18位，最后一位可能是字母X',
  idLeft: (left: number) => `还差${left}位`,
  idShort: (left: number) => `号码还差${left}位，请补全`,
  idOver: (over: number) => `多了${over}位，请检查`,
  idRight: '号码核对无误',
  otherHint: '字母和数字，照证件上的填写',
  otherWrong: '号码应是5到20位字母或数字，请检查',
  change: '修改',
  changeLabel: (field: string) => `修改${field}`,
} as const;

export const signWords = {
  about: '请核对，没有问题就可以签名提交。',
  change: '修改',
  changeLabel: (step: string) => `修改${step}`,
  workArea: '工作街镇',
  homeArea: '居住街镇',
  employer: '单位或平台',
  employerCode: '信用代码',
  relation: '工作关系',
  union: '工会',
  reason: '选择理由',
  textTitle: '入会申请书',
  signature: (name: string) => `申请人：${name}`,
  meaning: '点下面的按钮，就是您本人自愿签署这份申请书。',
  button: '我自愿加入并提交',
  toStatus: '查看审批进度',
  toCard: '查看会员卡',
  toConsents: '去看同意书',
  documentOf: { 'id-card': '身份证号', other: '证件号码' },
  inUse: {
    title: '这个证件号码已经用过',
    text: '可能是您在另一个微信或另一部手机上申请过，请用那个微信打开工会驿站查看。如果不是您本人申请的，或者想不起来了，请打电话给工会，工作人员会帮您查清楚。您填写的内容都还保存着。',
    call: `拨打工会热线${HOTLINE}`,
    change: '检查证件号码',
  },
} as const;
