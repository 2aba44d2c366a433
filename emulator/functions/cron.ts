import { Cron } from 'croner';

/** A timer's expression, read. */
export type Schedule = {
  /** The first moment after this one, or null where there is none any more. */
  nextAfter(at: Date): Date | null;
};

/** UTC+8, as the vendor documents it; there is no summer time. Minutes. */
const UTC_OFFSET_MINUTES = 8 * 60;

/** What each field may hold, in their order. Source: "Timed trigger" of the WeChat cloud's guide. */
const FIELDS = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'weekday', least: 0, most: 6, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', least: 1970, most: 2099 },
] as const satisfies readonly Field[];

type Field = {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
};

/**
 * Reads an expression of seven fields: second, minute, hour, day, month, weekday, year, with `,` `-` `*` `/`, months
 * and weekdays also by their English names. Weekdays are 0 (Sunday) to 6. Where day and weekday are both given, either
 * is enough. `1/10` is from 1 on, every 10.
 *
 * @throws Error with a sentence that says what is wrong
 */
export function parseCron(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    throw new Error(
      `'${expression}' has ${fields.length} fields; seven are needed: ${FIELDS.map(({ name }) => name).join(' ')}`,
    );
  }
  FIELDS.forEach((field, at) => check(fields[at] ?? '', field));
  const cron = cronOf(expression, fields.join(' '));
  return { nextAfter: (at) => cron.nextRun(at) };
}

function cronOf(expression: string, pattern: string): Cron {
  try {
    return new Cron(pattern, { mode: '7-part', utcOffset: UTC_OFFSET_MINUTES, sloppyRanges: true, paused: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`'${expression}' is no cron expression: ${reason.replace(/^CronPattern: /, '')}`, { cause: error });
  }
}

/** Refuses what croner would take though the cloud does not. */
function check(text: string, { name, least, most, words = [] }: Field): void {
  const strange =
    /[^\w,\-*/]|_/.exec(text)?.[0] ??
    (text.match(/[A-Za-z]+/g) ?? []).find((word) => !words.includes(word.toUpperCase()));
  if (strange !== undefined) throw new Error(`the field ${name} '${text}' has '${strange}', which is not supported`);
  const values = text.split(',').flatMap((part) => (part.split('/')[0] ?? '').split('-'));
  const isOutside = values.some((value) => /^\d+$/.test(value) && (Number(value) < least || Number(value) > most));
  if (isOutside) throw new Error(`the field ${name} '${text}' must lie between ${least} and ${most}`);
}
