import type { FoundMember } from '@contract/membership';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import type { DocumentKind } from './record-correction';
import styles from './roll.module.scss';
import { correctText as text, rollText } from './roll-copy';
import { useRecordCorrection } from './use-record-correction';

const at = classes(styles);
const kinds: readonly DocumentKind[] = ['id-card', 'other'];

export type RecordCorrectionFormProps = {
  readonly member: FoundMember;
  readonly onCorrected: (member: FoundMember) => void;
  readonly onClose: () => void;
};

/** A name or a document set right by a clerk who has the document at hand. */
export function RecordCorrectionForm({ member, onCorrected, onClose }: RecordCorrectionFormProps) {
  const { typed, problems, step, onType, onLeft, onCorrect } = useRecordCorrection(member, onCorrected);
  const kind = typed.documentKind;
  const onKind = (documentKind: DocumentKind) => {
    if (documentKind !== kind) onType({ documentKind, documentNumber: '' });
  };
  return (
    <View className={at('form')}>
      <View className={at('name')}>{text.name}</View>
      <View>{text.about}</View>
      <TextField
        label={text.personName}
        hint={text.personNameHint}
        optional
        value={typed.name}
        problem={problems.name}
        onChange={(name) => onType({ name })}
        onBlur={() => onLeft('name')}
      />
      <Choices
        label={text.kind}
        options={kinds.map((value) => ({ value, ...text.kinds[value] }))}
        value={kind}
        onChange={onKind}
      />
      <TextField
        key={kind}
        label={text.number}
        hint={text.numberHints[kind]}
        optional
        kind={kind === 'id-card' ? 'id-card' : 'text'}
        maxLength={24}
        value={typed.documentNumber}
        problem={problems.documentNumber}
        onChange={(documentNumber) => onType({ documentNumber })}
        onBlur={() => onLeft('documentNumber')}
      />
      <TextArea
        label={text.note}
        hint={text.noteHint}
        value={typed.note}
        maxLength={200}
        problem={problems.note}
        onChange={(note) => onType({ note })}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button busy={step.at === 'sending'} onPress={onCorrect}>
          {text.action}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {rollText.stay}
        </Button>
      </View>
    </View>
  );
}
