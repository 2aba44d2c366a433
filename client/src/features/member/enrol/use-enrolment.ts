import type { ConsentReceipt } from '@contract/consent';
import type { EnrolmentView } from '@contract/enrolment';
import type { PersonId } from '@contract/ids';
import { useCallback, useRef, useState } from 'react';
import { fieldProblem } from '@/field-problem';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { fieldWords, saveRefusals } from '../enrol-copy';
import type { EnrolStep } from './enrol-step';
import { firstIncomplete, sentBack, stepsToCorrect } from './enrol-step';
import { keep, readKept } from './kept-typing';
import type { TypedField, Typing } from './typing';
import { afterSaving, emptyFields, fieldsOf, pathOf, sendable, wrongFields } from './typing';

type FormStep = keyof typeof fieldsOf;

export type Enrolment = {
  readonly view: EnrolmentView;
  readonly step: EnrolStep;
  readonly typing: Typing;
  readonly saving: DeedStepFor<'member.saveDraft'>;
  readonly goTo: (step: EnrolStep) => void;
  readonly onType: (typed: Typing) => void;
  /** A field was left: it is looked at, and saved if it can be. */
  readonly onLeave: (field: TypedField) => void;
  /** Saves what can be saved. @returns the saved application, or null when something stood in the way */
  readonly save: () => Promise<EnrolmentView | null>;
  /** Saves a step and goes to the next; stays where something is wrong or missing. */
  readonly onContinue: (step: FormStep) => Promise<void>;
  /** Going on, as told by the button. Saving alone is not: leaving a field by pressing the button must not disable it. */
  readonly isGoingOn: boolean;
  readonly problemOf: (field: TypedField) => string | undefined;
  /** The names of the fields that keep one from going on, once one tried to. */
  readonly inTheWay: (step: FormStep) => readonly string[];
  /** Takes in the answers of the other steps, and goes on. */
  readonly onUnionChosen: (view: EnrolmentView) => void;
  readonly onReceipts: (receipts: readonly ConsentReceipt[]) => void;
  readonly onMobileRead: (maskedMobile: string) => void;
  /** A refused, withdrawn or ended application becomes a draft again. */
  readonly beginAgain: () => Promise<boolean>;
};

/** One application, from the first letter typed to the signature: typed here, saved as one goes. */
export function useEnrolment(saved: EnrolmentView, personId: PersonId | null): Enrolment {
  const held = useRef({ view: saved, typing: readKept(personId) });
  const [{ view, typing }, show] = useState(held.current);
  const [toCorrect, setToCorrect] = useState(() => stepsToCorrect(sentBack(saved)?.reasons ?? []));
  const [step, setStep] = useState<EnrolStep>(() => toCorrect[0] ?? firstIncomplete(saved));
  const [left, setLeft] = useState<readonly TypedField[]>([]);
  const [tried, setTried] = useState<EnrolStep | null>(null);
  const [isGoingOn, setGoingOn] = useState(false);
  const { step: saving, run, reset } = useDeed('member.saveDraft', saveRefusals);
  const lastSave = useRef<Promise<EnrolmentView | null>>(Promise.resolve(saved));

  const hold = useCallback((next: Partial<{ view: EnrolmentView; typing: Typing }>) => {
    held.current = { ...held.current, ...next };
    show(held.current);
  }, []);

  const onType = (typed: Typing) => {
    hold({ typing: { ...held.current.typing, ...typed } });
    keep(personId, held.current.typing);
    if (saving.at === 'refused') reset();
  };

  const saveOnce = async (): Promise<EnrolmentView | null> => {
    const { view: before, typing: sent } = held.current;
    const { draft, fields } = sendable(sent, before.form);
    if (fields.length === 0) return before;
    const after = await run(draft);
    if (after.at !== 'done') return null;
    hold({ view: after.value, typing: afterSaving(held.current.typing, sent, fields) });
    keep(personId, held.current.typing);
    return after.value;
  };
  // One after the other: each sends what the one before it could not know yet.
  const save = () => {
    lastSave.current = lastSave.current.then(saveOnce);
    return lastSave.current;
  };

  const wrong = (fields: readonly TypedField[]) => wrongFields(fields, { typing, form: view.form }, fieldProblem);
  const fromServer = saving.at === 'refused' ? saving.fields : {};

  const problemOf = (field: TypedField): string | undefined => {
    if (field === 'documentNumber' && saving.at === 'refused' && saving.refusal === 'too-young') return saving.text;
    const fields = tried === null || !(tried in fieldsOf) ? [] : fieldsOf[tried as FormStep];
    const isTried = fields.some((other) => other === field);
    if (isTried && emptyFields([field], typing, view.form).length > 0) return fieldWords[field].missing;
    return (isTried || left.includes(field) ? wrong([field])[field] : undefined) ?? fromServer[pathOf(field)];
  };

  const blocking = (of: FormStep): readonly TypedField[] => {
    const fields: readonly TypedField[] = fieldsOf[of];
    const empty = emptyFields(fields, held.current.typing, held.current.view.form);
    const bad = wrongFields(fields, { typing: held.current.typing, form: held.current.view.form }, fieldProblem);
    return fields.filter((field) => empty.includes(field) || bad[field] !== undefined);
  };

  const goTo = (next: EnrolStep) => {
    setTried(null);
    setStep(next);
  };

  const goOn = (from: EnrolStep, now: EnrolmentView) => {
    const rest = toCorrect.filter((other) => other !== from);
    setToCorrect(rest);
    const incomplete = firstIncomplete(now);
    goTo(incomplete === 'sign' ? (rest[0] ?? 'sign') : incomplete);
  };

  return {
    view,
    step,
    typing,
    saving,
    goTo,
    onType,
    save,
    isGoingOn,
    problemOf,
    onLeave: (field) => {
      setLeft((before) => [...before, field]);
      void save();
    },
    onContinue: async (from) => {
      setTried(from);
      if (blocking(from).length > 0) return;
      setGoingOn(true);
      const now = await save();
      setGoingOn(false);
      if (now !== null) goOn(from, now);
    },
    inTheWay: (of) => (tried === of ? blocking(of).map((field) => fieldWords[field].label) : []),
    onUnionChosen: (now) => {
      hold({ view: now });
      goOn('union', now);
    },
    onReceipts: (receipts) => {
      const now = { ...held.current.view, consents: [...receipts] };
      hold({ view: now });
      goOn('learn', now);
    },
    onMobileRead: (maskedMobile) => {
      const { view: before, typing: typed } = held.current;
      const missing = before.missing.filter((field) => field !== 'mobile');
      hold({
        view: { ...before, form: { ...before.form, maskedMobile }, missing },
        typing: { ...typed, mobile: undefined },
      });
    },
    beginAgain: async () => {
      await save();
      const after = await run({});
      if (after.at === 'done') hold({ view: after.value });
      return after.at === 'done';
    },
  };
}
