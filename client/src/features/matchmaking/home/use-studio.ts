import type { StudioView } from '@contract/match-profile';
import type { Question, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';

export type StudioHome = {
  /** The one of one's profile, the one that was asked for, or the first; null where there is none yet. */
  readonly studio: StudioView | null;
  readonly others: readonly StudioView[];
  /** Null of a browser without a sign-in. */
  readonly self: ValueFor<'matchmaking.showOwn'> | null;
};

/**
 * The studios there are and where one stands, asked side by side and shown together.
 *
 * @param wanted the studio in the address, if there is one
 */
export function useStudio(wanted: string | undefined) {
  const studios = useQuestion('matchmaking.listStudios', {});
  const own = useQuestion('matchmaking.showOwn', {});
  const onChanged = () => void own.refresh();
  return { question: together(studios.question, own.question, wanted), onChanged };
}

function together(
  studios: Question<ValueFor<'matchmaking.listStudios'>>,
  own: Question<ValueFor<'matchmaking.showOwn'>>,
  wanted: string | undefined,
): Question<StudioHome> {
  if (studios.at !== 'loaded') return studios;
  if (own.at === 'loaded') return { at: 'loaded', value: homeOf(studios.value.studios, own.value, wanted) };
  const isVisitor = own.at === 'refused' && own.refusal === 'sign-in-needed';
  return isVisitor ? { at: 'loaded', value: homeOf(studios.value.studios, null, wanted) } : own;
}

function homeOf(all: readonly StudioView[], self: StudioHome['self'], wanted: string | undefined): StudioHome {
  const named = (id: string | undefined) => all.find(({ studioId }) => studioId === id);
  const studio = named(self?.profile?.studioId) ?? named(wanted) ?? all[0] ?? null;
  return { studio, others: all.filter((other) => other !== studio), self };
}
