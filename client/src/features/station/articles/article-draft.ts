import type { Article, ArticleDraft, ArticleKind } from '@contract/article';
import type { ShanghaiDay } from '@contract/time';
import { fullDayText } from '@/calendar-words';
import type { ReadForm } from '@/features/event/form/read-problems';
import { reader } from '@/features/event/form/read-problems';
import { articleFormText, kindNames } from './article-copy';

/** An article as it stands in its fields. */
export type Draft = {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly body: string;
  /** Empty where none is chosen. */
  readonly lastDay: ShanghaiDay | '';
};

export const draftFields = ['kind', 'title', 'body', 'lastDay'] as const;
export const draftNames: Readonly<Record<keyof Draft, string>> = articleFormText.names;

export const blank = (kind: ArticleKind): Draft => ({ kind, title: '', body: '', lastDay: '' });

export const draftOf = ({ kind, title, body, lastDay }: Article): Draft => ({
  kind,
  title,
  body,
  lastDay: lastDay ?? '',
});

export function readDraft({ kind, title, body, lastDay }: Draft): ReadForm<ArticleDraft> {
  const read = reader();
  read.needed('title', title);
  read.needed('body', body);
  if (Object.keys(read.problems).length > 0) return { ok: false, problems: read.problems };
  // Pasted texts end their lines in several ways; a tab is a space here.
  const plain = body.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim();
  return { ok: true, form: { kind, title: title.trim(), body: plain, lastDay: lastDay === '' ? null : lastDay } };
}

/** What a field says, for comparing it with a colleague's. */
export const draftTexts: Readonly<Record<keyof Draft, (draft: Draft) => string>> = {
  kind: ({ kind }) => kindNames[kind],
  title: ({ title }) => title,
  body: ({ body }) => body,
  lastDay: ({ lastDay }) => (lastDay === '' ? '' : fullDayText(lastDay)),
};
