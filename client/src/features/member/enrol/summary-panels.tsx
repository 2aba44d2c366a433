import type { EnrolmentView } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import type { FactsProps } from '@/ui/facts';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { useQuestion } from '@/use-question';
import { occupationName, workRelationNames } from '@/work-words';
import { fieldWords, signWords, stepWords } from '../enrol-copy';
import type { EnrolStep } from './enrol-step';
import styles from './sign-step.module.scss';

const at = classes(styles);

type Items = FactsProps['items'];
export type SummaryPanelsProps = {
  readonly view: EnrolmentView;
  readonly onChange: (step: EnrolStep) => void;
};

/** What will be handed in, with a way back to each part. */
export function SummaryPanels({ view, onChange }: SummaryPanelsProps) {
  const { question } = useQuestion('member.listAreas', {});
  const areas = question.at === 'loaded' ? question.value.areas : [];
  const areaName = (id: string | null) => areas.find((area) => area.id === id)?.name;
  const parts: readonly { readonly step: EnrolStep; readonly items: Items }[] = [
    { step: 'work', items: workItems(view, areaName) },
    { step: 'union', items: unionItems(view) },
    { step: 'identity', items: identityItems(view) },
  ];
  return (
    <View>
      {parts.map(({ step, items }) => (
        <Panel key={step}>
          <View className={at('head')}>
            <Heading level={2} className={at('title')}>
              {stepWords[step]}
            </Heading>
            <View className={at('change')}>
              <Button kind="quiet" label={signWords.changeLabel(stepWords[step])} onPress={() => onChange(step)}>
                {signWords.change}
              </Button>
            </View>
          </View>
          <Facts items={items} />
        </Panel>
      ))}
    </View>
  );
}

/** Left out where nothing was said and nothing needs to be. */
const fact = (label: string, value: string | null | undefined): Items =>
  value === null || value === undefined || value === '' ? [] : [{ label, value }];

function workItems({ form }: EnrolmentView, areaName: (id: string | null) => string | undefined): Items {
  return [
    ...fact(fieldWords.occupation.label, form.occupation === null ? null : occupationName(form.occupation)),
    ...fact(signWords.workArea, areaName(form.workAreaId)),
    ...fact(signWords.employer, form.employerName),
    ...fact(signWords.employerCode, form.employerCode),
    ...fact(signWords.relation, form.workRelation === null ? null : workRelationNames[form.workRelation]),
    ...fact(signWords.homeArea, areaName(form.homeAreaId)),
  ];
}

const unionItems = ({ union }: EnrolmentView): Items => [
  ...fact(signWords.union, union?.choice.name),
  ...fact(signWords.reason, union?.reason),
];

const identityItems = ({ form }: EnrolmentView): Items => [
  ...fact(fieldWords.name.label, form.name),
  ...fact(fieldWords.mobile.label, form.maskedMobile),
  ...fact(signWords.documentOf[form.documentKind ?? 'id-card'], form.maskedNumber),
];
