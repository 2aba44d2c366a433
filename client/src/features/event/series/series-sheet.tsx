import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FormSection } from '@/ui/form-section';
import { useWideWindow } from '@/platform/wide-window';
import { Column, Columns } from '@/ui/columns';
import { TextField } from '@/ui/text-field';
import type { Editing } from '../form/editing';
import { formText } from '../form/form-copy';
import { QuotaFields } from '../form/quota-fields';
import { TermsSections } from '../form/terms-sections';
import { WhereFields } from '../form/where-fields';
import { PreviewPanel } from './preview-panel';
import { RuleFields } from './rule-fields';
import { seriesFieldNames, seriesText } from './series-copy';
import type { SeriesDraft } from './series-draft';
import { hasMixer, isInPairs, seriesTexts } from './series-draft';
import { TurnFields } from './turn-fields';

const words = { ...formText.sections, ...seriesText.sections };

export type SeriesSheetProps = { readonly editing: Editing<SeriesDraft>; readonly isNew: boolean };

/** The whole form of a series: in two columns on a desk, part by part on a phone. */
export function SeriesSheet({ editing, isNew }: SeriesSheetProps) {
  const wide = useWideWindow();
  const { draft, problems } = editing;
  const isWalkIn = draft.quotas.mode === 'none';
  const section = (title: string, fields: readonly (keyof SeriesDraft)[], body: ReactNode, isNeeded = false) => (
    <FormSection
      title={title}
      summary={fields
        // Ids say nothing to a reader.
        .filter((field) => !['unionId', 'stationId', 'zoneId'].includes(field))
        .map((field) => seriesTexts[field](draft))
        .filter(Boolean)
        .join('，')}
      fields={fields}
      problems={problems}
      startsOpen={isNeeded && (isNew || wide)}
    >
      {body}
    </FormSection>
  );
  const rest = <TermsSections editing={editing} inPairs={isInPairs(draft)} />;
  return (
    <Columns>
      <Column>
        {section(
          words.basic,
          ['name', 'rule'],
          <View>
            <NameField editing={editing} />
            <RuleFields editing={editing} />
            <PreviewPanel draft={draft} />
          </View>,
          true,
        )}
        {section(words.where, ['stationId', 'zoneId', 'unionId'], <WhereFields editing={editing} />, true)}
        {wide ? rest : null}
      </Column>
      <Column>
        {section(words.turns, ['turns'], <TurnFields editing={editing} />, true)}
        {section(
          words.places,
          ['quotas', 'walkIns'],
          <QuotaFields editing={editing} taken={[]} isMixer={hasMixer(draft)} />,
          true,
        )}
        {isWalkIn
          ? null
          : section(
              words.registration,
              ['opensDaysBefore', 'closesMinutesBefore'],
              <RegistrationFields editing={editing} />,
            )}
        {wide ? null : rest}
      </Column>
    </Columns>
  );
}

const NameField = ({ editing: { draft, problems, onChange } }: { readonly editing: Editing<SeriesDraft> }) => (
  <TextField
    label={seriesFieldNames.name}
    hint={seriesText.nameHint}
    maxLength={40}
    value={draft.name}
    problem={problems['name']}
    onChange={(name) => onChange({ name })}
  />
);

/** When registration for each date opens and closes. */
function RegistrationFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing<SeriesDraft> }) {
  return (
    <View>
      <TextField
        kind="digits"
        label={seriesFieldNames.opensDaysBefore}
        hint={seriesText.opensHint}
        maxLength={2}
        value={draft.opensDaysBefore}
        problem={problems['opensDaysBefore']}
        onChange={(opensDaysBefore) => onChange({ opensDaysBefore })}
      />
      <TextField
        kind="digits"
        label={seriesFieldNames.closesMinutesBefore}
        hint={seriesText.closesHint}
        maxLength={5}
        value={draft.closesMinutesBefore}
        problem={problems['closesMinutesBefore']}
        onChange={(closesMinutesBefore) => onChange({ closesMinutesBefore })}
      />
    </View>
  );
}
