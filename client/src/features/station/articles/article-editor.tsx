import type { Article } from '@contract/article';
import type { StationId } from '@contract/ids';
import { call } from '@/cloud';
import { FormFrame } from '@/features/event/form/form-frame';
import type { FormWish, Sending } from '@/features/event/form/use-form';
import { useForm } from '@/features/event/form/use-form';
import { back, replaceWith } from '@/routes';
import { useSay } from '@/ui/toast';
import type { DeedStep } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { articleFormText, editRefusals, publishRefusals } from './article-copy';
import type { Draft } from './article-draft';
import { blank, draftFields, draftNames, draftOf, draftTexts, readDraft } from './article-draft';
import { ArticleFields } from './article-fields';

const words = articleFormText;

/** Something new, for everybody or about one station. */
export function NewArticle({ stationId }: { readonly stationId: StationId | null }) {
  const { step, run, reset } = useDeed('station.publishArticle', publishRefusals);
  const say = useSay();
  const hand = useForm<Draft>({
    key: `article:${stationId ?? 'all'}`,
    fields: draftFields,
    saved: { draft: blank(stationId === null ? 'policy' : 'announcement'), revision: 0 },
    reread: () => Promise.resolve(null),
    send: async (draft, _revision, requestKey) => {
      const read = readDraft(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const after = await run({ stationId, draft: read.form, requestKey });
      if (after.at !== 'done') return notSent(after);
      say(words.published);
      replaceWith('article', { id: after.value.articleId });
      return { at: 'saved' };
    },
    reset,
  });
  return (
    <Frame hand={hand} step={step} save={words.publish} about={stationId === null ? words.toAll : words.toStation} />
  );
}

/** What was published, to be put right. Give it the article's id as key. */
export function EditArticle({ article }: { readonly article: Article }) {
  const { articleId } = article;
  const { step, run, reset } = useDeed('station.editArticle', editRefusals);
  const say = useSay();
  const saved = (one: Article): FormWish<Draft>['saved'] => ({ draft: draftOf(one), revision: one.revision });
  const hand = useForm<Draft>({
    key: `article:${articleId}`,
    fields: draftFields,
    saved: saved(article),
    reread: async () => {
      const answer = await call('station.showArticle', { articleId });
      return answer.ok ? saved(answer.value) : null;
    },
    send: async (draft, revision) => {
      const read = readDraft(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const after = await run({ articleId, revision, draft: read.form });
      if (after.at === 'refused' && after.refusal === 'changed-meanwhile') return { at: 'overtaken' };
      if (after.at !== 'done') return notSent(after);
      say(words.saved);
      back();
      return { at: 'saved' };
    },
    reset,
  });
  return (
    <Frame hand={hand} step={step} save={words.save} about={article.station === null ? words.toAll : words.toStation} />
  );
}

const notSent = (step: DeedStep<unknown, string>): Sending => {
  if (step.at !== 'refused') return { at: 'failed' };
  // A path of the draft is named `draft.title`.
  const problems = Object.fromEntries(
    Object.entries(step.fields).map(([path, text]) => [path.replace(/^draft\./, ''), text]),
  );
  return { at: 'wrong', problems: step.refusal === 'day-past' ? { lastDay: step.text } : problems };
};

type FrameProps = {
  readonly hand: ReturnType<typeof useForm<Draft>>;
  readonly step: DeedStep<unknown, string>;
  readonly save: string;
  readonly about: string;
};

const Frame = ({ hand, step, save, about }: FrameProps) => (
  <FormFrame hand={hand} step={step} save={save} names={draftNames} texts={draftTexts}>
    <ArticleFields hand={hand} about={about} />
  </FormFrame>
);
