import type { FormField } from '@contract/event-form';
import type { RegistrationState } from '@contract/event-kind';
import type { EventId } from '@contract/ids';
import { useState } from 'react';
import { usePages } from '@/use-pages';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { showFormWords } from '../form/form-copy';
import { listWords } from './registrants-copy';

export type RegistrantRow = ValueFor<'event.listRegistrants'>['items'][number];

const none: readonly FormField[] = [];

/** Who registered, of one state or of all, and what they were asked. */
export function useRegistrants(eventId: EventId) {
  const [state, setState] = useState<RegistrationState | null>(null);
  const pages = usePages('event.listRegistrants', { eventId, state }, listWords);
  const form = useQuestion('event.showForm', { eventId }, showFormWords).question;
  return {
    ...pages,
    state,
    onState: setState,
    title: form.at === 'loaded' ? form.value.form.title : null,
    sessions: form.at === 'loaded' ? form.value.form.sessions.length : 1,
    questions: form.at === 'loaded' ? form.value.form.fields : none,
  };
}
