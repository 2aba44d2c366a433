import type { OpenReason, OpenStatus } from '@contract/opening';
import type { EpochMs } from '@contract/time';

export type StatusWords = {
  /** `开着` */
  readonly short: string;
  /** Why, the strongest reason alone; empty when none was given. */
  readonly reason: string;
  /** Every reason, the strongest first. */
  readonly reasons: readonly string[];
  readonly tone: 'good' | 'plain' | 'warn';
};

const shortWords: Readonly<Record<OpenStatus['state'], Pick<StatusWords, 'short' | 'tone'>>> = {
  open: { short: '开着', tone: 'good' },
  closed: { short: '关着', tone: 'plain' },
  doubtful: { short: '待核实', tone: 'warn' },
};

/** `开着`, on a pin and wherever the reason has no room. */
export const stateWords = (state: OpenStatus['state']): Pick<StatusWords, 'short' | 'tone'> => shortWords[state];

/** Whether a station is open, and how we know. */
export function statusWords({ state, reasons }: OpenStatus, now: number): StatusWords {
  const words = reasons.map((reason) => reasonWords(reason, state, now));
  return { ...shortWords[state], reason: words[0] ?? '', reasons: words };
}

/** What happened so lately is told as 刚刚. Milliseconds. */
const JUST_NOW_MS = 10 * 60_000;

function reasonWords(reason: OpenReason, state: OpenStatus['state'], now: number): string {
  switch (reason.because) {
    case 'on-duty':
      return `值班人员 ${momentWords(reason.since, now)} 已到岗`;
    case 'confirmed':
      return state === 'open'
        ? `${reason.people} 人${sinceWords(reason.lastAt, now)}确认开门`
        : `${reason.people} 人${sinceWords(reason.lastAt, now)}说开着，正在核实`;
    case 'reported-locked':
      return state === 'doubtful' ? `${reason.people} 人反映关着门，正在核实` : `${reason.people} 人反映关着门`;
    case 'closure':
      return `${reason.reason}，关闭至 ${endWords(reason.until, now)}`;
    case 'by-rule-open':
      return stretchWords(reason, now);
    case 'by-rule-closed':
      if (reason.opensAt === null) return state === 'open' ? '平时近两周不开放' : '近两周不开放';
      // Somebody is there although the table says otherwise.
      return `${state === 'open' ? '平时 ' : ''}${momentWords(reason.opensAt, now)} 开门`;
    case 'hours-unknown':
      return '开放时间待登记';
  }
}

type Stretch = Extract<OpenReason, { because: 'by-rule-open' }>;

/** `9:00–17:00 开放`, `24 小时，自助进门` */
function stretchWords({ from, until, attendance, allDay }: Stretch, now: number): string {
  if (allDay) return attendance === 'unattended' ? '24 小时，自助进门' : '24 小时，有人值守';
  const hours =
    dayNumber(from) === dayNumber(now)
      ? `${clockText(from)}–${untilWords(from, until)} 开放`
      : `开放到 ${endWords(until, now)}`;
  return attendance === 'unattended' ? `${hours}，自助进门` : hours;
}

/** Midnight ends the day that it follows. */
function untilWords(from: EpochMs, until: EpochMs): string {
  const days = dayNumber(until - 1) - dayNumber(from);
  if (days > 1) return `${dateText(until - 1)} ${endClock(until)}`;
  return days === 1 ? `次日 ${endClock(until)}` : endClock(until);
}

/** The last day of a closure when it ends with that day, else the moment. */
const endWords = (until: EpochMs, now: number): string =>
  isMidnight(until) ? (dayName(until - 1, now) ?? dateText(until - 1)) : momentWords(until, now);

const sinceWords = (at: EpochMs, now: number): string =>
  now - at < JUST_NOW_MS ? '刚刚' : ` ${momentWords(at, now)} `;

/** `8:02` today, `明天 8:30`, `11月25日 8:30`. */
function momentWords(at: EpochMs, now: number): string {
  if (dayNumber(at) === dayNumber(now)) return clockText(at);
  return `${dayName(at, now) ?? dateText(at)} ${clockText(at)}`;
}

const dayNames: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
const dayName = (at: number, now: number): string | undefined => dayNames[dayNumber(at) - dayNumber(now)];

/** China has one time zone and no summer time. Milliseconds. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

const dayNumber = (at: number): number => Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);
const isMidnight = (at: number): boolean => (at + SHANGHAI_OFFSET_MS) % DAY_MS === 0;

/** `8:02`, as the clock on a wall in Shanghai shows it. */
export function clockText(at: number): string {
  const date = new Date(at + SHANGHAI_OFFSET_MS);
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}

const endClock = (at: EpochMs): string => (isMidnight(at) ? '24:00' : clockText(at));

function dateText(at: number): string {
  const date = new Date(at + SHANGHAI_OFFSET_MS);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
