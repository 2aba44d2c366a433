import type { RequestKey } from '@contract/evidence';
import type { EventId } from '@contract/ids';
import { useRef, useState } from 'react';
import { keepTable } from '@/platform/table-file';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { askExportWords, decideExportWords, deskText, fetchExportWords } from './desk-copy';

const words = deskText.exports;

export type ExportWish = { readonly purpose: string; readonly withNames: boolean };

export type Exporting = {
  readonly asking: DeedStepFor<'event.askExport'>;
  readonly deciding: DeedStepFor<'event.decideExport'>;
  readonly fetching: DeedStepFor<'event.fetchExport'>;
  /** null while nobody asks. */
  readonly wish: ExportWish | null;
  readonly problem: string | undefined;
  readonly onWish: (wish: ExportWish | null) => void;
  readonly onAsk: () => void;
  readonly onDecide: (exportId: string, isAgreed: boolean) => void;
  readonly onFetch: (exportId: string) => void;
};

/** The list as a table: asked for with a purpose, agreed to by somebody else, fetched once by who asked. */
export function useExporting(eventId: EventId, reread: () => Promise<void>): Exporting {
  const asking = useDeed('event.askExport', askExportWords);
  const deciding = useDeed('event.decideExport', decideExportWords);
  const fetching = useDeed('event.fetchExport', fetchExportWords);
  const [wish, setWish] = useState<ExportWish | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const key = useRef<RequestKey | null>(null);
  const ask = useConfirm();
  const say = useSay();

  const onAsk = async () => {
    const purpose = wish?.purpose.trim() ?? '';
    setProblem(purpose.length < 2 ? words.purposeMissing : undefined);
    if (wish === null || purpose.length < 2 || asking.step.at === 'sending') return;
    key.current ??= drawRequestKey();
    const after = await asking.run({ eventId, purpose, withNames: wish.withNames, requestKey: key.current });
    if (after.at === 'refused') await reread();
    if (after.at !== 'done') return;
    key.current = null;
    setWish(null);
    asking.reset();
    say(words.asked);
    await reread();
  };
  const onDecide = async (exportId: string, isAgreed: boolean) => {
    if (deciding.step.at === 'sending' || (isAgreed && !(await ask(words.agreeAsk)))) return;
    const after = await deciding.run({ exportId, isAgreed });
    if (after.at === 'done') say(isAgreed ? words.agreed : words.declined);
    if (after.at === 'done' || after.at === 'refused') await reread();
  };
  const onFetch = async (exportId: string) => {
    if (fetching.step.at === 'sending') return;
    const after = await fetching.run({ exportId });
    if (after.at === 'refused') await reread();
    if (after.at !== 'done') return;
    // Names are held no longer than it takes to hand them over.
    keepTable(after.value.fileName, after.value.text);
    fetching.reset();
    say(words.fetched);
  };

  return {
    asking: asking.step,
    deciding: deciding.step,
    fetching: fetching.step,
    wish,
    problem,
    onWish: (next) => {
      key.current = null;
      setProblem(undefined);
      asking.reset();
      setWish(next);
    },
    onAsk: () => void onAsk(),
    onDecide: (exportId, isAgreed) => void onDecide(exportId, isAgreed),
    onFetch: (exportId) => void onFetch(exportId),
  };
}
