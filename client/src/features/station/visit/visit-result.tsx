import { Stamp } from '@/ui/stamp';
import type { ValueFor } from '@/use-question';
import { clockText, statusWords } from '../status-words';
import { evidenceWords, visitWords } from './visit-copy';

export type VisitResultProps = { readonly visit: ValueFor<'station.checkIn'>; readonly now: number };

/** Counted, where, and by what was shown; or that it was counted before. */
export function VisitResult({ visit, now }: VisitResultProps) {
  const { name, evidence, isNew, visitedAt, status } = visit;
  const { short, reason } = statusWords(status, now);
  return (
    <Stamp
      title={isNew ? visitWords.counted : visitWords.countedBefore}
      subject={name}
      lines={[
        isNew ? evidenceWords[evidence] : visitWords.countedBeforeAbout(clockText(visitedAt)),
        [short, reason].filter(Boolean).join(' · '),
      ]}
    />
  );
}
