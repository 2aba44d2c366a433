import type { EnrolmentFormView } from '@contract/enrolment';
import type { UnionId } from '@contract/ids';
import type { WorkRelation } from '@contract/occupation';
import type { Area } from '@contract/union';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { isWorkRelation, workRelationNames } from '@/work-words';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import { fieldWords, workWords } from '../enrol-copy';
import type { Typing } from './typing';
import type { Enrolment } from './use-enrolment';
import styles from './work-step.module.scss';

const at = classes(styles);

const relationOptions = [
  ...(Object.keys(workRelationNames) as WorkRelation[]).map((value) => ({
    value,
    label: workRelationNames[value],
    about: workWords.relations[value],
  })),
  { value: 'unstated', label: workWords.unstated },
];

const NOWHERE = 'nowhere';

export type MoreAboutWorkProps = {
  readonly enrolment: Enrolment;
  readonly shown: EnrolmentFormView;
  readonly areas: readonly Area[];
  readonly onPick: (typed: Typing) => void;
};

/** What helps to find the union and is nobody's duty to say. */
export function MoreAboutWork({ enrolment, shown, areas, onPick }: MoreAboutWorkProps) {
  const { onType, onLeave, problemOf } = enrolment;
  const [codeOpen, setCodeOpen] = useState(shown.employerCode !== null);
  const homeOptions: readonly { readonly value: UnionId | typeof NOWHERE; readonly label: string }[] = [
    { value: NOWHERE, label: workWords.homeNone },
    ...areas.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <View>
      <TextField
        label={fieldWords.employerName.label}
        hint={workWords.employerHint}
        placeholder={workWords.employerPlaceholder}
        maxLength={200}
        value={shown.employerName ?? ''}
        problem={problemOf('employerName')}
        onChange={(employerName) => onType({ employerName })}
        onBlur={() => onLeave('employerName')}
      />
      {codeOpen ? (
        <TextField
          label={fieldWords.employerCode.label}
          hint={workWords.codeHint}
          maxLength={24}
          value={shown.employerCode ?? ''}
          problem={problemOf('employerCode') === undefined ? undefined : workWords.codeWrong}
          onChange={(employerCode) => onType({ employerCode })}
          onBlur={() => onLeave('employerCode')}
        />
      ) : (
        <View className={at('toggle')}>
          <Button kind="quiet" onPress={() => setCodeOpen(true)}>
            {workWords.codeOpen}
          </Button>
        </View>
      )}
      <Choices
        label={fieldWords.workRelation.label}
        options={relationOptions}
        value={shown.workRelation}
        onChange={(value) => onPick({ workRelation: isWorkRelation(value) ? value : null })}
      />
      <PickField
        label={fieldWords.homeAreaId.label}
        placeholder={workWords.areaPlaceholder}
        options={homeOptions}
        value={shown.homeAreaId}
        onChange={(value) => onPick({ homeAreaId: value === NOWHERE ? null : value })}
      />
    </View>
  );
}
