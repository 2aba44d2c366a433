import type { EnrolmentFormView } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { PickField } from '@/ui/pick-field';
import { useQuestion } from '@/use-question';
import { enrolWords, fieldWords, workWords } from '../enrol-copy';
import { MoreAboutWork } from './more-about-work';
import { OccupationChoices } from './occupation-choices';
import { ReceiptLines } from './receipt-lines';
import { StepFrame } from './step-frame';
import type { Typing } from './typing';
import type { Enrolment } from './use-enrolment';
import styles from './work-step.module.scss';

const at = classes(styles);

/** What one does and where: all that finding the right union needs. */
export function WorkStep({ enrolment }: { readonly enrolment: Enrolment }) {
  const { view, typing, isGoingOn, onContinue, inTheWay, problemOf } = enrolment;
  const { question } = useQuestion('member.listAreas', {});
  const shown = { ...view.form, ...onlyStated(typing) };
  const missing = inTheWay('work');
  // Picked, not typed: there is nothing to wait for.
  const onPick = (typed: Typing) => {
    enrolment.onType(typed);
    void enrolment.save();
  };
  return (
    <StepFrame
      enrolment={enrolment}
      button={enrolWords.goOn}
      onPress={() => void onContinue('work')}
      busy={isGoingOn}
      problem={missing.length === 0 ? undefined : enrolWords.inTheWay(missing)}
    >
      {view.state === 'returned' ? null : <ReceiptLines receipts={view.consents} />}
      <OccupationChoices
        value={shown.occupation}
        onChange={(occupation) => onPick({ occupation })}
        problem={problemOf('occupation')}
      />
      <Asked question={question} skeletonRows={1}>
        {({ areas }) => (
          <PickField
            label={fieldWords.workAreaId.label}
            hint={workWords.areaHint}
            placeholder={workWords.areaPlaceholder}
            options={areas.map(({ id, name }) => ({ value: id, label: name }))}
            value={shown.workAreaId}
            problem={problemOf('workAreaId')}
            onChange={(workAreaId) => onPick({ workAreaId })}
          />
        )}
      </Asked>
      <Panel title={workWords.optionalTitle}>
        <View className={at('about')}>{workWords.optionalAbout}</View>
        <MoreAboutWork
          enrolment={enrolment}
          shown={shown}
          areas={question.at === 'loaded' ? question.value.areas : []}
          onPick={onPick}
        />
      </Panel>
    </StepFrame>
  );
}

/** What was typed lies over what is saved. */
function onlyStated(typing: Typing): Partial<EnrolmentFormView> {
  const { occupation, workRelation, employerName, employerCode, workAreaId, homeAreaId } = typing;
  const stated = { occupation, workRelation, employerName, employerCode, workAreaId, homeAreaId };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}
