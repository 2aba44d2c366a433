import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isNothing } from './text-operand';

/** A time zone, by how far its clocks are ahead of UTC at an instant. Milliseconds both. */
export type Zone = { readonly isUtc: boolean; readonly offsetAt: (instant: number) => number };

export const utc: Zone = { isUtc: true, offsetAt: () => 0 };

/** The zone that an operator's `timezone` evaluated to; undefined for null and missing, which make its answer null. */
export function zoneOf(value: Value | undefined): Zone | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value === 'string') return zoneNamed(value);
  throw requestFailed(`timezone must evaluate to a string, found ${typeName(value)}`);
}

/** @param name an Olson name as `Asia/Shanghai`, or an offset as `+08:00`, `+0800` or `+08` */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = fixedZone(name) ?? olsonZone(name);
  if (zone === undefined) throw requestFailed(`unrecognized time zone identifier: "${name}"`);
  zones.set(name, zone);
  return zone;
}

/** What the clocks of a zone show, as if it were UTC. */
export function wallOf(instant: number, zone: Zone): number {
  return instant + zone.offsetAt(instant);
}

/**
 * When the clocks of a zone show something. What they show twice is taken at its first time; what they leave out, as
 * much later as they jump.
 */
export function instantOf(wall: number, zone: Zone): number {
  const before = zone.offsetAt(wall - DAY_MS);
  const after = zone.offsetAt(wall + DAY_MS);
  if (before === after) return wall - before;
  const isShown = (offset: number): boolean => zone.offsetAt(wall - offset) === offset;
  return !isShown(before) && isShown(after) ? wall - after : wall - before;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const zones = new Map<string, Zone>([
  ['UTC', utc],
  ['GMT', utc],
]);

function fixedZone(name: string): Zone | undefined {
  const [matched, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(name) ?? [];
  if (matched === undefined || name.endsWith(':')) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return { isUtc: offset === 0, offsetAt: () => offset };
}

function olsonZone(name: string): Zone | undefined {
  // Intl would take names in any case and offsets too.
  if (!/^[A-Z]/.test(name)) return undefined;
  let clock: Intl.DateTimeFormat;
  try {
    clock = clockOf(name);
  } catch {
    return undefined;
  }
  const { timeZone } = clock.resolvedOptions();
  const isOtherCase = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
  if (isOtherCase) return undefined;
  const years = new Map<number, readonly Stretch[]>();
  return {
    isUtc: false,
    offsetAt: (instant) => {
      const year = Math.max(new Date(instant).getUTCFullYear(), FIRST_YEAR);
      let stretches = years.get(year);
      if (stretches === undefined) years.set(year, (stretches = stretchesOf(clock, year)));
      let at = stretches.length - 1;
      while (at > 0 && (stretches[at]?.from ?? 0) > instant) at -= 1;
      return stretches[at]?.offset ?? 0;
    },
  };
}

// Before there were zones each place had its own time, always the same.
const FIRST_YEAR = 1800;

function clockOf(name: string): Intl.DateTimeFormat {
  const [number, two] = ['numeric', '2-digit'] as const;
  return new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: name, hourCycle: 'h23', calendar: 'gregory' },
    ...{ year: number, month: two, day: two, hour: two, minute: two, second: two },
  });
}

type Stretch = { readonly from: number; readonly offset: number };

/** The stretches of a year in which the offset stays. To ask Intl for each instant would be a hundred times slower. */
function stretchesOf(clock: Intl.DateTimeFormat, year: number): readonly Stretch[] {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const stretches: Stretch[] = [{ from: start, offset: shownAhead(clock, start) }];
  let offset = stretches[0]?.offset;
  // No zone changes twice within a week.
  for (let at = start; at < end; at += WEEK_MS) {
    const next = Math.min(at + WEEK_MS, end);
    const then = shownAhead(clock, next);
    if (then !== offset) stretches.push({ from: changeBetween(clock, at, next), offset: then });
    offset = then;
  }
  return stretches;
}

function changeBetween(clock: Intl.DateTimeFormat, from: number, to: number): number {
  const old = shownAhead(clock, from);
  let [before, after] = [from / 1000, to / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shownAhead(clock, middle * 1000) === old) before = middle;
    else after = middle;
  }
  return after * 1000;
}

function shownAhead(clock: Intl.DateTimeFormat, instant: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = clock
    .format(instant)
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
