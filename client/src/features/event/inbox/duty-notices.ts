import type { Notice, NoticeKind } from '@contract/notice';
import { momentOf } from '../event-time';

type DutyKind = Extract<
  NoticeKind,
  | `shift-${string}`
  | `swap-${string}`
  | `hours-${string}`
  | `certificate-${string}`
  | `steward-${string}`
  | 'standby-called'
  | 'clock-forgotten'
  | 'volunteer-answered'
  | 'supply-expired'
  | 'incident-reported'
  | 'need-reported'
>;

const at = (when: number | null, now: number, otherwise: string): string =>
  when === null ? otherwise : momentOf(when, now);

/** What the union tells volunteers, stewards and heads of stations. `subject` names the shift or the station. */
export const dutyWords: Readonly<
  Record<DutyKind, (notice: Notice, now: number) => { readonly title: string; readonly text: string }>
> = {
  'shift-assigned': ({ when }, now) => ({
    title: '站长给您排了一班',
    text: `${at(when, now, '打开看时间')}开始，来不了可以退回`,
  }),
  'shift-unassigned': () => ({ title: '这一班不用您来了', text: '' }),
  'shift-called-off': () => ({ title: '这一班取消了', text: '' }),
  'shift-tomorrow': ({ when }, now) => ({ title: '明天有您的班', text: `${at(when, now, '打开看时间')}开始` }),
  'shift-gap': ({ when }, now) => ({ title: '这一班还缺人', text: `${at(when, now, '不久')}开始，请安排` }),
  'shift-call': ({ when }, now) => ({
    title: '附近的站点缺人，您能来吗',
    text: `${at(when, now, '不久')}开始，愿意来就领这一班`,
  }),
  'standby-called': () => ({ title: '有人没到，请您顶一下', text: '能来的话，打开这一班点“我来顶”' }),
  'shift-late': () => ({ title: '这一班还没有人到岗', text: '候补已经通知过了，请您联系一下' }),
  'shift-missed': () => ({ title: '没有看到您到岗', text: '有原因的话，打开这一班说一声就好' }),
  'shift-excuse-answered': () => ({ title: '您说的原因，站长看过了', text: '打开这一班看看' }),
  'clock-forgotten': () => ({
    title: '上次离岗忘了签退',
    text: '最后一次操作之后的时间没有凭据，没有计入时长。确实在岗的，请站长补录',
  }),
  'swap-asked': ({ when }, now) => ({ title: '有人想和您换班', text: `请在${at(when, now, '开班前')}之前答复` }),
  'swap-answered': () => ({ title: '换班有了答复', text: '打开“值班”看结果' }),
  'swap-waits-for-head': () => ({ title: '有一次换班等您同意', text: '双方都已经同意了' }),
  'volunteer-answered': () => ({ title: '站长答复了您的志愿者申请', text: '打开“值班”看看' }),
  'hours-entered': () => ({
    title: '您的服务时长有变动',
    text: '工作人员补录或更正了一条，两个人确认过。打开看看对不对',
  }),
  'hours-answered': () => ({ title: '您写的时长，同事答复了', text: '打开“志愿者和时长”看看' }),
  'certificate-answered': () => ({ title: '您申请的服务证明有了答复', text: '打开“我的服务时长”看看' }),
  'certificate-revoked': () => ({ title: '有一份服务证明被撤销了', text: '' }),
  'supply-expired': () => ({ title: '货架上有东西过期了', text: '请取下来，换上新的' }),
  'incident-reported': () => ({ title: '站点报来一件事', text: '' }),
  'need-reported': () => ({ title: '有人说这里有东西坏了或没有了', text: '方便时请去看看，看过了在清单里点一下' }),
  'steward-answered': () => ({ title: '您当管家的申请有了答复', text: '打开“我照看的站点”看看' }),
};
