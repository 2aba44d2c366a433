import { dutyRoles } from '@contract/duty-kind';
import type { DutyRole, Skill } from '@contract/duty-kind';
import type { RosterForm, ShiftTemplate } from '@contract/duty-roster';
import type { TemplateId } from '@contract/ids';
import { dayOf } from '@/features/event/event-time';
import { roleName } from '../duty-words';
import { rosterPhrases, weekdayNames } from './roster-copy';

export type NeedDraft = { readonly role: DutyRole; readonly count: string; readonly skill: Skill | 'none' };

/** A rule as it stands in its fields. */
export type RuleDraft = {
  readonly templateId: TemplateId;
  readonly title: string;
  /** One on each line. */
  readonly turns: string;
  readonly weekdays: readonly number[];
  /** `08:00`; empty while not chosen. */
  readonly from: string;
  readonly until: string;
  readonly needs: readonly NeedDraft[];
  readonly standby: string;
  readonly firstDay: string;
  /** Empty: until further notice. */
  readonly lastDay: string;
  readonly skipsHolidays: boolean;
};

export type RosterDraft = {
  readonly templates: readonly RuleDraft[];
  readonly releaseHours: string;
  readonly swapNeedsHead: boolean;
};
export const rosterFields = ['templates', 'releaseHours', 'swapNeedsHead'] as const;

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const newTemplateId = (): TemplateId =>
  `t${Array.from({ length: 5 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('')}` as TemplateId;

/** A morning of working days, from today on. */
export const newRule = (): RuleDraft => ({
  templateId: newTemplateId(),
  title: '',
  turns: '',
  weekdays: [],
  from: '08:00',
  until: '12:00',
  needs: [{ role: 'door', count: '1', skill: 'none' }],
  standby: '0',
  firstDay: dayOf(Date.now()),
  lastDay: '',
  skipsHolidays: false,
});

/** A role that the rule does not ask for yet, as far as there is one. */
export const nextNeed = (needs: readonly NeedDraft[]): NeedDraft => ({
  role: dutyRoles.find((role) => needs.every((need) => need.role !== role)) ?? 'door',
  count: '1',
  skill: 'none',
});

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const ruleDraft = (template: ShiftTemplate): RuleDraft => ({
  ...template,
  turns: template.turns.join('\n'),
  from: timeText(template.from),
  until: timeText(template.until),
  needs: template.needs.map(({ role, count, skill }) => ({ role, count: String(count), skill: skill ?? 'none' })),
  standby: String(template.standby),
  lastDay: template.lastDay ?? '',
});

export const rosterDraftOf = ({ templates, releaseHours, swapNeedsHead }: RosterForm): RosterDraft => ({
  templates: templates.map(ruleDraft),
  releaseHours: String(releaseHours),
  swapNeedsHead,
});

/** `周一、周三 08:00–12:00，门口接待 2 人` */
export function ruleText({ weekdays, from, until, needs }: RuleDraft): string {
  const days = weekdays.length === 7 ? '每天' : weekdayNames.filter((_, nth) => weekdays.includes(nth + 1)).join('、');
  const people = needs.map(({ role, count }) => `${roleName(role)} ${count} 人`).join('、');
  return [`${days} ${from}–${until}`.trim(), people].join('，');
}

/** What a field says, for comparing it with a colleague's. */
export const rosterTexts = {
  templates: ({ templates }: RosterDraft) =>
    templates.map((rule) => `${rule.title}：${ruleText(rule)}`).join('；') || rosterPhrases.noRules,
  releaseHours: ({ releaseHours }: RosterDraft) => releaseHours,
  swapNeedsHead: ({ swapNeedsHead }: RosterDraft) => (swapNeedsHead ? '是' : '否'),
} as const;
