import type { ApplicationView } from '@contract/application';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { occupationName, workRelationNames } from '@/work-words';
import { caseText } from './case-copy';
import styles from './case-sheet.module.scss';
import { ruleWords } from './copy';
import { dueOf } from './due';

const at = classes(styles);

/** Whose case, until when, and everything that is known of the work; then where the person would belong. */
export function CaseFacts({ application }: { readonly application: ApplicationView }) {
  const { name, kind, transfer, union } = application;
  return (
    <View>
      <Panel title={name} tone="accent">
        <View>{caseText.kindTitles[kind]}</View>
        <Clock application={application} />
        <Facts items={personFacts(application)} />
      </Panel>
      {transfer === null ? null : (
        <Panel title={caseText.transfer.title}>
          <Facts
            items={[
              { label: caseText.transfer.from, value: transfer.fromName },
              { label: caseText.transfer.to, value: transfer.toName },
              { label: caseText.transfer.reason, value: transfer.reason },
            ]}
          />
        </Panel>
      )}
      {kind === 'enrolment' ? (
        <Panel title={caseText.union.title}>
          <Facts items={unionFacts(union)} />
        </Panel>
      ) : null}
    </View>
  );
}

function Clock({ application }: { readonly application: ApplicationView }) {
  const { clock } = application;
  if (clock === null) {
    return (
      <View className={at('tags')}>
        <Tag tone="plain">{caseText.closed}</Tag>
      </View>
    );
  }
  const due = dueOf({ ...clock, countsIn: 'working-days' }, Date.now());
  return (
    <View>
      <View className={at('tags')}>
        <Tag tone={due.tone}>{due.text}</Tag>
        {clock.timesMovedUp > 0 ? <Tag tone="warn">{caseText.movedUp(clock.timesMovedUp)}</Tag> : null}
      </View>
      <View className={at('about')}>
        {[caseText.heldBy(clock.office), clock.upperOffice === null ? null : caseText.thenUp(clock.upperOffice)]
          .filter(Boolean)
          .join('；')}
      </View>
    </View>
  );
}

type Item = { readonly label: string; readonly value: string };

function personFacts(application: ApplicationView): readonly Item[] {
  const { kind, age, occupation, workRelation, employerName, employerCode, workArea, homeArea } = application;
  const { signedVersion, submittedAt } = application;
  const text = caseText.person;
  const enrols = kind === 'enrolment';
  return [
    ...known(text.age, age === null ? null : text.years(age)),
    { label: text.occupation, value: occupation === null ? text.none : occupationName(occupation) },
    { label: text.workRelation, value: workRelation === null ? text.none : workRelationNames[workRelation] },
    { label: text.employer, value: employerName ?? text.none },
    ...known(text.code, employerCode),
    { label: text.workArea, value: workArea ?? text.none },
    ...known(text.homeArea, homeArea),
    ...known(text.signed, !enrols || signedVersion === null ? null : text.signedAs(signedVersion)),
    ...known(text.submitted, !enrols || submittedAt === null ? null : momentText(submittedAt)),
  ];
}

function unionFacts({ choice, recommended, reason }: ApplicationView['union']): readonly Item[] {
  const text = caseText.union;
  return [
    { label: text.name, value: choice.name },
    { label: text.how, value: recommended ? text.recommended : text.own },
    { label: text.rule, value: ruleWords[choice.rule] },
    ...known(text.reason, reason),
  ];
}

const known = (label: string, value: string | null): readonly Item[] => (value === null ? [] : [{ label, value }]);
