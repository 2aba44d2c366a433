import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { call } from '@/cloud';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { eventTexts } from './draft-text';
import { eventDraftOf, eventFields, newEventDraft, readEvent } from './event-draft';
import type { EventDraft } from './event-draft';
import { EventSheet } from './event-sheet';
import { formText, refusedField, saveWords, showFormWords } from './form-copy';
import { fieldNames } from './form-names';
import { FormFrame } from './form-frame';
import { formProblems } from './path-words';
import type { Saved, Sending } from './use-form';
import { useForm } from './use-form';

type ShownForm = ValueFor<'event.showForm'>;

/** An event's form, read and saved. */
export function EventEditor({ eventId }: { readonly eventId: EventId }) {
  const { question } = useQuestion('event.showForm', { eventId }, showFormWords);
  // What is typed goes on from what was read first; a colleague's change is met when saving.
  const first = useRef<ShownForm | null>(null);
  return (
    <Asked question={question} skeletonRows={6}>
      {(shown) => {
        first.current ??= shown;
        return <Editor shown={first.current} />;
      }}
    </Asked>
  );
}

/** An event that is not there yet. */
export const NewEvent = () => <Editor shown={null} />;

const savedOf = (shown: ShownForm): Saved<EventDraft> => ({
  draft: eventDraftOf(shown.form),
  revision: shown.revision,
});

function Editor({ shown }: { readonly shown: ShownForm | null }) {
  const eventId = shown?.eventId ?? null;
  const { step, run, reset } = useDeed('event.save', saveWords);
  const say = useSay();
  const isDraft = shown === null || shown.state === 'draft';

  const hand = useForm<EventDraft>({
    key: `event-form:${eventId ?? 'new'}`,
    fields: eventFields,
    saved: shown === null ? { draft: newEventDraft, revision: 0 } : savedOf(shown),
    reread: async () => {
      if (eventId === null) return null;
      const answer = await call('event.showForm', { eventId });
      return answer.ok ? savedOf(answer.value) : null;
    },
    send: async (draft, revision, requestKey): Promise<Sending> => {
      const read = readEvent(draft);
      if (!read.ok) return { at: 'wrong', problems: read.problems };
      const after = await run({ eventId, revision, form: read.form, requestKey });
      if (after.at === 'done') {
        say(isDraft ? formText.savedDraft : formText.saved);
        replaceWith('eventDesk', { id: after.value.eventId });
        return { at: 'saved' };
      }
      if (after.at !== 'refused') return { at: 'failed' };
      if (after.refusal === 'changed-meanwhile') return { at: 'overtaken' };
      const named = refusedField[after.refusal];
      const problems = named === undefined ? formProblems(after.fields) : { [named]: after.text };
      return { at: 'wrong', problems };
    },
    reset,
  });

  return (
    <FormFrame
      hand={hand}
      step={step}
      save={isDraft ? formText.saveDraft : formText.save}
      names={fieldNames}
      texts={eventTexts}
    >
      <View>
        {isDraft ? null : <Notice tone="info">{formText.told}</Notice>}
        <EventSheet editing={hand} isNew={shown === null} taken={shown?.taken ?? []} />
      </View>
    </FormFrame>
  );
}
