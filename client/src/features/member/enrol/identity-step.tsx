import { View } from '@tarojs/components';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { TextField } from '@/ui/text-field';
import { enrolWords, fieldWords, identityWords } from '../enrol-copy';
import { DocumentNumberField } from './document-number-field';
import { MobileField } from './mobile-field';
import { StepFrame } from './step-frame';
import { kindShown } from './typing';
import type { DocumentKind } from './typing';
import type { Enrolment } from './use-enrolment';
import styles from './work-step.module.scss';

const at = classes(styles);

const kinds: readonly DocumentKind[] = ['id-card', 'other'];

/** Who one is. Numbers that are saved are shown masked; to change one is to type it anew. */
export function IdentityStep({ enrolment }: { readonly enrolment: Enrolment }) {
  const { view, typing, isGoingOn, onType, onLeave, onContinue, problemOf, inTheWay } = enrolment;
  const missing = inTheWay('identity');
  const kind = kindShown(view.form, typing);
  const onKind = (documentKind: DocumentKind) => {
    if (documentKind !== kind) onType({ documentKind, documentNumber: '' });
  };
  return (
    <StepFrame
      enrolment={enrolment}
      button={enrolWords.goOn}
      onPress={() => void onContinue('identity')}
      busy={isGoingOn}
      problem={missing.length === 0 ? undefined : enrolWords.inTheWay(missing)}
    >
      <View className={at('receipts')}>{identityWords.about}</View>
      <TextField
        label={fieldWords.name.label}
        hint={identityWords.nameHint}
        value={typing.name ?? view.form.name ?? ''}
        problem={problemOf('name')}
        onChange={(name) => onType({ name })}
        onBlur={() => onLeave('name')}
      />
      <MobileField enrolment={enrolment} />
      <Choices
        label={fieldWords.documentKind.label}
        options={kinds.map((value) => ({ value, ...identityWords.kinds[value] }))}
        value={kind}
        onChange={onKind}
      />
      <DocumentNumberField enrolment={enrolment} kind={kind} />
    </StepFrame>
  );
}
