import type { DrawEntry } from '@contract/event-draw';
import type { EventId } from '@contract/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import type { ValueFor } from '@/use-question';
import type { Finding } from './draw-words';
import { showRefusals } from './draw-words';
import type { Published, Ranked } from './recompute';
import { recompute } from './recompute';

export type Shown = ValueFor<'event.showDraw'>;

export type Checked = {
  readonly findings: readonly { readonly finding: Finding; readonly isGood: boolean }[];
  readonly entries: readonly DrawEntry[];
  readonly order: readonly Ranked[];
};

/** Every place that checking a draw can be. */
export type CheckStep =
  | { readonly at: 'idle' }
  | { readonly at: 'reading' | 'computing'; readonly done: number; readonly of: number }
  | { readonly at: 'done'; readonly checked: Checked }
  | { readonly at: 'failed'; readonly text: string };

/** What a draw was made of, as far as it has been made; null before. */
export function publishedOf({ commitment, seed, entriesDigest, count, quotas, inPairs }: Shown): Published | null {
  return seed === null || entriesDigest === null ? null : { commitment, seed, entriesDigest, count, quotas, inPairs };
}

/**
 * Reads all entries and makes the draw again. A second press while it is under way does nothing; leaving stops it.
 *
 * @param remembered the promise that this phone saw before the draw, if it did
 */
export function useDrawCheck(
  shown: Shown,
  remembered: string | null,
): { readonly step: CheckStep; readonly check: () => void } {
  const [step, setStep] = useState<CheckStep>({ at: 'idle' });
  const isRunning = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const check = useCallback(() => {
    const published = publishedOf(shown);
    if (published === null || isRunning.current) return;
    isRunning.current = true;
    const tell = (next: CheckStep): void => {
      if (!gone.current) setStep(next);
    };
    void run({ shown, published, remembered, tell, isLeft: () => gone.current }).then((last) => {
      isRunning.current = false;
      tell(last);
    });
  }, [shown, remembered]);
  return { step, check };
}

type Run = {
  readonly shown: Shown;
  readonly published: Published;
  readonly remembered: string | null;
  readonly tell: (step: CheckStep) => void;
  readonly isLeft: () => boolean;
};

async function run({ shown, published, remembered, tell, isLeft }: Run): Promise<CheckStep> {
  const { eventId, count, ownLot, commitment } = shown;
  const entries = [...shown.entries];
  for (let page = 1; page < shown.pages; page += 1) {
    tell({ at: 'reading', done: entries.length, of: count });
    const more = await readPage(eventId, page);
    if (typeof more === 'string') return { at: 'failed', text: more };
    if (isLeft()) return { at: 'idle' };
    entries.push(...more);
  }
  tell({ at: 'computing', done: 0, of: count });
  const { isSeedKept, isListWhole, order } = await recompute(published, entries, async (done) => {
    tell({ at: 'computing', done, of: count });
    await turn();
  });
  const isOwnIn = entries.some(({ lot }) => lot === ownLot);
  return {
    at: 'done',
    checked: {
      findings: [
        { finding: 'seed', isGood: isSeedKept },
        ...(remembered === null ? [] : [{ finding: 'memory' as const, isGood: remembered === commitment }]),
        { finding: 'list', isGood: isListWhole },
        ...(ownLot === null ? [] : [{ finding: 'own' as const, isGood: isOwnIn }]),
      ],
      entries,
      order,
    },
  };
}

/** The entries of one page, or why they cannot be had. */
async function readPage(eventId: EventId, page: number): Promise<readonly DrawEntry[] | string> {
  const answer = await call('event.showDraw', { eventId, page });
  if (answer.ok) return answer.value.entries;
  return 'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, showRefusals);
}

/** The screen has its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
