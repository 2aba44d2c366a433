import type { DutyPage } from '@contract/duty-tap';
import { useEffect, useState } from 'react';
import { dayOf } from '@/features/event/event-time';
import { facilityName } from '@/features/station/offer-words';
import { toFirst } from '@/platform/to-top';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { TextArea } from '@/ui/text-area';
import { openingNames } from '../duty-words';
import { CleaningTicks } from './cleaning-ticks';
import { FacilityLines } from './facility-lines';
import { listText, workText } from './on-duty-copy';
import styles from './on-duty.module.scss';
import type { OpeningDraft } from './opening-draft';
import {
  countOf,
  facilitiesToSee,
  freshOpening,
  isComplete,
  notSeen,
  openingTapped,
  withRestWorking,
} from './opening-draft';
import { SheetScreen } from './sheet-screen';
import { ShelfLines } from './shelf-lines';
import type { SheetProps } from './sheets';

const at = classes(styles);

export type OpeningSheetProps = SheetProps & {
  readonly page: DutyPage;
  /** What was filled in before one went back. */
  readonly draft: OpeningDraft | null;
  readonly onDraft: (draft: OpeningDraft) => void;
};

/** What is looked at when the door opens: one save for everything. */
export function OpeningSheet({ page, draft: before, onDraft, duty, onClose }: OpeningSheetProps) {
  const draft = before ?? freshOpening(page);
  const [tries, setTries] = useState(0);
  const unseen = notSeen(page, draft);
  const problem = tries > 0 && unseen.length > 0 ? listText.unanswered(unseen.map(facilityName).join('、')) : undefined;
  const onSave = () => {
    if (!isComplete(page, draft)) setTries(tries + 1);
    else if (duty.tap(openingTapped(page, draft))) onClose();
  };
  // The button is at the foot of a long list, what was left out often far above.
  useEffect(() => {
    if (tries > 0) toFirst(at('wrong'));
  }, [tries]);
  return (
    <SheetScreen
      title={workText.opening}
      footer={<Button onPress={onSave}>{listText.save}</Button>}
      later={listText.later}
      notKept={duty.notKept}
      onLater={onClose}
    >
      {facilitiesToSee(page).length === 0 ? null : (
        <FacilityLines
          codes={facilitiesToSee(page)}
          works={draft.works}
          problem={problem}
          onChange={(code, works) => onDraft({ ...draft, works: { ...draft.works, [code]: works } })}
          onRest={() => onDraft(withRestWorking(page, draft))}
        />
      )}
      {page.shelf.length === 0 ? null : (
        <ShelfLines
          lines={page.shelf.map((line) => ({ line, count: countOf(draft, line) }))}
          today={dayOf(duty.now)}
          onChange={(code, count) => onDraft({ ...draft, counts: { ...draft.counts, [code]: count } })}
        />
      )}
      <CleaningTicks names={openingNames} done={draft.done} onChange={(done) => onDraft({ ...draft, done })} />
      <TextArea
        label={listText.note}
        optional
        value={draft.note}
        maxLength={500}
        onChange={(note) => onDraft({ ...draft, note })}
      />
    </SheetScreen>
  );
}
