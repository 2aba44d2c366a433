import type { RefusalOf } from '@contract/contract';
import type { ActionName, ActionOf, InputFor } from '@contract/contracts';
import type { PageCursor } from '@contract/paging';
import { useEffect, useRef, useState } from 'react';
import type { WordsFor } from './answer-words';
import { faultText, refusalText } from './answer-words';
import { call } from './cloud';
import type { Question, ValueFor } from './use-question';
import { useQuestion } from './use-question';

/** The actions that answer by pages. */
export type PagedName =
  | 'duty.listGaps'
  | 'event.listDesk'
  | 'event.listRegistrants'
  | 'event.browse'
  | 'matchmaking.searchPool'
  | 'matchmaking.listStudioProposals'
  | 'matchmaking.listLooks'
  | 'notice.listOwn'
  | 'station.listOwn'
  | 'station.listFigure'
  | 'station.listArticles'
  | 'review.listPending'
  | 'review.listDecided';
type ItemOf<Name extends PagedName> = ValueFor<Name>['items'][number];

/** What can be done at the end of the list. */
export type More =
  | { readonly at: 'end' }
  | { readonly at: 'more'; readonly load: () => void }
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly text: string; readonly load: () => void };

type Later<Name extends PagedName> = {
  /** What the list was of. */
  readonly of: string;
  readonly after: PageCursor | null;
  readonly pages: readonly ValueFor<Name>[];
};

/** What is asked beside the place in the list; may be left out where nothing is. */
type Beside<Name extends PagedName> = Omit<InputFor<Name>, 'cursor'>;
type BesideAsNeeded<Name extends PagedName> =
  Record<string, never> extends Beside<Name>
    ? [beside?: Beside<Name>]
    : [RefusalOf<ActionOf<Name>>] extends [never]
      ? [beside: Beside<Name> | null]
      : [beside: Beside<Name> | null, words: WordsFor<Name>];

/**
 * A list that is read page after page. Coming back to it reads the first one anew; the others stay while they fit.
 *
 * @param beside null while it is not known yet: nothing is asked
 * @param words only for an action with refusals of its own
 */
export function usePages<Name extends PagedName & ActionName>(
  name: Name,
  ...[beside, words]: BesideAsNeeded<Name>
): {
  readonly question: Question<readonly ItemOf<Name>[]>;
  /** The first page as it was answered: what an action says beside its items. */
  readonly first: ValueFor<Name> | null;
  readonly more: More;
  readonly refresh: () => Promise<void>;
} {
  const input = beside === undefined ? {} : beside;
  const of = JSON.stringify(input);
  const { question, refresh } = useQuestion<PagedName>(name, input, (words ?? {}) as WordsFor<PagedName>);
  const [later, setLater] = useState<Later<Name>>({ of, after: null, pages: [] });
  const [loading, setLoading] = useState<{ at: 'no' } | { at: 'yes' } | { at: 'failed'; text: string }>({ at: 'no' });
  const gone = useRef(false);
  const now = useRef(of);
  now.current = of;
  useEffect(() => setLoading({ at: 'no' }), [of]);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  if (question.at !== 'loaded') return { question, first: null, more: { at: 'end' }, refresh };

  const first = question.value as ValueFor<Name>;
  const pages = later.of === of && later.after === first.next ? later.pages : [];
  const last = pages[pages.length - 1] ?? first;
  const load = () => {
    const cursor = last.next;
    if (cursor === null || loading.at === 'yes') return;
    setLoading({ at: 'yes' });
    void call(name, { ...input, cursor } as InputFor<Name>).then((answer) => {
      // The page was left, or shows another list by now.
      if (gone.current || now.current !== of) return;
      if (answer.ok) {
        setLater({ of, after: first.next, pages: [...pages, answer.value] });
        setLoading({ at: 'no' });
        return;
      }
      setLoading({
        at: 'failed',
        text: 'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, words),
      });
    });
  };

  const items = [first, ...pages].flatMap((page): readonly ItemOf<Name>[] => page.items);
  return { question: { at: 'loaded', value: items }, first, more: moreAt(last.next, loading, load), refresh };
}

function moreAt(
  next: PageCursor | null,
  loading: { at: 'no' } | { at: 'yes' } | { at: 'failed'; text: string },
  load: () => void,
): More {
  if (next === null) return { at: 'end' };
  if (loading.at === 'yes') return { at: 'loading' };
  return loading.at === 'failed' ? { at: 'failed', text: loading.text, load } : { at: 'more', load };
}
