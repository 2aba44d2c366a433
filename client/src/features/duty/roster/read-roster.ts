import type { RosterForm, ShiftTemplate } from '@contract/duty-roster';
import type { ShanghaiDay } from '@contract/time';
import type { ReadForm, Reader } from '@/features/event/form/read-problems';
import { reader } from '@/features/event/form/read-problems';
import { rosterPhrases } from './roster-copy';
import type { RosterDraft, RuleDraft } from './roster-draft';

const words = rosterPhrases;
const DAY_MINUTES = 1_440;
/** Nobody is on their feet for longer than half a day. Minutes. */
const LONGEST = 720;

/** Minutes after midnight; 0 where none was chosen, which is written down. */
function minuteOf(path: string, time: string, read: Reader): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) read.wrong(path, words.missing);
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

function readRule(rule: RuleDraft, nth: number, read: Reader): ShiftTemplate {
  const at = (field: string): string => `templates.${nth}.${field}`;
  const from = minuteOf(at('from'), rule.from, read);
  const until = minuteOf(at('until'), rule.until, read);
  const { needs, firstDay, lastDay } = rule;
  if (rule.title.trim() === '') read.wrong(at('title'), words.missing);
  if (rule.weekdays.length === 0) read.wrong(at('weekdays'), words.weekdaysMissing);
  if ((until > from ? until - from : until - from + DAY_MINUTES) > LONGEST) read.wrong(at('until'), words.tooLong);
  if (firstDay === '') read.wrong(at('firstDay'), words.missing);
  if (lastDay !== '' && lastDay < firstDay) read.wrong(at('lastDay'), words.lastDayWrong);
  return {
    templateId: rule.templateId,
    title: rule.title.trim(),
    turns: rule.turns
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    weekdays: [...rule.weekdays].sort((one, other) => one - other),
    from,
    until,
    needs: needs.map(({ role, count, skill }, place) => {
      if (needs.findIndex((need) => need.role === role) < place) read.wrong(at(`needs.${place}.role`), words.roleTwice);
      return {
        role,
        count: read.whole(at(`needs.${place}.count`), count, 1, 20),
        skill: skill === 'none' ? null : skill,
      };
    }),
    standby: read.whole(at('standby'), rule.standby, 0, 5),
    firstDay: firstDay as ShanghaiDay,
    lastDay: lastDay === '' ? null : (lastDay as ShanghaiDay),
    skipsHolidays: rule.skipsHolidays,
  };
}

export function readRoster({ templates, releaseHours, swapNeedsHead }: RosterDraft): ReadForm<RosterForm> {
  const read = reader();
  const form = {
    templates: templates.map((rule, nth) => readRule(rule, nth, read)),
    releaseHours: read.whole('releaseHours', releaseHours, 0, 168),
    swapNeedsHead,
  };
  return Object.keys(read.problems).length === 0 ? { ok: true, form } : { ok: false, problems: read.problems };
}
