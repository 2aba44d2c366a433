import type { HeldField } from '@contract/own-data';
import type { WorkRelation } from '@contract/occupation';
import { occupations } from '@contract/occupation';
import { View } from '@tarojs/components';
import { workRelationNames } from '@/work-words';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import type { Corrections } from './corrections';
import { ownDataText } from './own-data-copy';
import styles from './own-data.module.scss';
import type { Correcting } from './use-corrections';

const at = classes(styles);
const text = ownDataText.correct;

const occupationOptions = occupations.map(({ code, name }) => ({ value: code, label: name }));
const relationOptions = (Object.keys(workRelationNames) as WorkRelation[]).map((value) => ({
  value,
  label: workRelationNames[value],
}));

export type CorrectionFormProps = {
  readonly form: Corrections;
  readonly held: readonly HeldField[];
  readonly correcting: Correcting;
};

/** What changes in a working life, to be set right by oneself. */
export function CorrectionForm({ form, held, correcting }: CorrectionFormProps) {
  const { problems, step, onChange, onLeft, onSave, onClose } = correcting;
  const masked = held.find(({ field }) => field === 'mobile')?.shown ?? null;
  return (
    <View>
      <TextField
        label={text.mobile}
        kind="mobile"
        hint={masked === null ? text.mobileHintNone : text.mobileHint(masked)}
        value={form.mobile}
        problem={problems.mobile}
        onChange={(mobile) => onChange({ mobile })}
        onBlur={() => onLeft('mobile')}
      />
      <PickField
        label={text.occupation}
        value={form.occupation}
        options={occupationOptions}
        placeholder={text.occupationPick}
        onChange={(occupation) => onChange({ occupation })}
      />
      <Choices
        label={text.workRelation}
        optional
        value={form.workRelation}
        options={relationOptions}
        onChange={(workRelation) => onChange({ workRelation })}
      />
      <TextField
        label={text.employer}
        optional
        value={form.employerName}
        problem={problems.employerName}
        onChange={(employerName) => onChange({ employerName })}
        onBlur={() => onLeft('employerName')}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button busy={step.at === 'sending'} onPress={onSave}>
          {text.save}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {text.stay}
        </Button>
      </View>
    </View>
  );
}
