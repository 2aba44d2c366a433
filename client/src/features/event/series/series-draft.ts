import type { SeriesForm, SeriesTurn } from '@contract/event-series';
import type { ContentDraft } from '../form/content-fields';
import { termsTexts } from '../form/draft-text';
import type { ReadForm } from '../form/read-problems';
import { orNull, reader } from '../form/read-problems';
import { readTerms } from '../form/read-terms';
import type { TermsDraft } from '../form/terms-draft';
import { newTerms, termsDraftOf } from '../form/terms-draft';
import type { RuleDraft } from './rule-draft';
import { newRule, readRule, ruleDraftOf, ruleText } from './rule-draft';
import { seriesFieldNames, seriesText } from './series-copy';

/** A series' form while it is typed. */
export type SeriesDraft = TermsDraft & {
  readonly name: string;
  readonly rule: RuleDraft;
  readonly turns: readonly ContentDraft[];
  readonly opensDaysBefore: string;
  readonly closesMinutesBefore: string;
};

export const seriesFields = Object.keys(seriesFieldNames) as readonly (keyof SeriesForm)[];

const newTurn: ContentDraft = { title: '', kind: null, cover: 'dawn', text: '', provider: '' };
/** Like the one before, but for what it is. */
export const nextTurn = (turns: readonly ContentDraft[]): ContentDraft => {
  const last = turns[turns.length - 1];
  return last === undefined ? newTurn : { ...newTurn, kind: last.kind, cover: last.cover };
};

export const newSeriesDraft: SeriesDraft = {
  ...newTerms,
  name: '',
  rule: newRule,
  turns: [newTurn],
  opensDaysBefore: '7',
  closesMinutesBefore: '120',
};

export const seriesDraftOf = (form: SeriesForm): SeriesDraft => ({
  ...termsDraftOf(form),
  name: form.name,
  rule: ruleDraftOf(form.rule),
  turns: form.turns.map((turn) => ({ ...turn, provider: turn.provider ?? '' })),
  opensDaysBefore: String(form.opensDaysBefore),
  closesMinutesBefore: String(form.closesMinutesBefore),
});

/** 联谊交友 comes in turn: men and women come in pairs there, unless the clerk wants it otherwise. */
export const hasMixer = ({ turns }: SeriesDraft): boolean => turns.some(({ kind }) => kind === 'mixer');
export const isInPairs = (draft: SeriesDraft): boolean => draft.quotas.mode === 'mixer' && hasMixer(draft);

/**
 * The form that a draft says, or what is missing, before anything is sent. In pairs nobody brings children, and nobody
 * comes past the list.
 */
export function readSeries(draft: SeriesDraft): ReadForm<SeriesForm> {
  const read = reader();
  const terms = readTerms(isInPairs(draft) ? { ...draft, family: newTerms.family, walkIns: false } : draft, read);
  const rule = readRule(draft.rule, read);
  read.needed('name', draft.name);
  const turns = draft.turns.flatMap((turn, nth): SeriesTurn[] => {
    read.needed(`turns.${nth}.title`, turn.title);
    const kind = read.needed(`turns.${nth}.kind`, turn.kind);
    return kind === null ? [] : [{ ...turn, kind, provider: orNull(turn.provider) }];
  });
  if (draft.turns.length === 0) read.needed('turns', null);
  const opensDaysBefore = read.whole('opensDaysBefore', draft.opensDaysBefore, 0, 60);
  const closesMinutesBefore = read.whole('closesMinutesBefore', draft.closesMinutesBefore, 0, 10_080);
  const { unionId, stationId } = terms;
  const { problems } = read;
  if (rule === null || unionId === null || stationId === null || Object.keys(problems).length > 0)
    return { ok: false, problems };
  return {
    ok: true,
    form: { ...terms, unionId, stationId, name: draft.name, rule, turns, opensDaysBefore, closesMinutesBefore },
  };
}

export const seriesTexts: { readonly [Field in keyof SeriesDraft]: (draft: SeriesDraft) => string } = {
  ...termsTexts,
  name: ({ name }) => name,
  rule: ({ rule }) => ruleText(rule),
  turns: ({ turns }) => turns.map(({ title, provider }) => [title, provider].filter(Boolean).join(' ')).join('、'),
  opensDaysBefore: ({ opensDaysBefore }) => seriesText.opens(opensDaysBefore),
  closesMinutesBefore: ({ closesMinutesBefore }) => seriesText.closes(closesMinutesBefore),
};
