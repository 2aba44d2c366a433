import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FormSection } from '@/ui/form-section';
import { useWideWindow } from '@/platform/wide-window';
import { Choices } from '@/ui/choices';
import { Column, Columns } from '@/ui/columns';
import type { ContentDraft } from './content-fields';
import { ContentFields } from './content-fields';
import { eventTexts } from './draft-text';
import type { Editing } from './editing';
import type { EventDraft } from './event-draft';
import { isInPairs, withKind } from './event-draft';
import { formText } from './form-copy';
import { fieldNames, placesNames } from './form-names';
import type { Taken } from './quota-fields';
import { QuotaFields } from './quota-fields';
import { TermsSections } from './terms-sections';
import { RegistrationFields, SessionsFields } from './time-fields';
import { WhereFields } from './where-fields';

const words = formText.sections;
const ways = Object.keys(placesNames) as readonly EventDraft['places'][];

const moments: readonly string[] = ['opensAt', 'closesAt', 'cancelBy'];

/** What a folded section says; several moments each by their name. */
function summaryOf(field: keyof EventDraft, draft: EventDraft): string {
  const text = eventTexts[field](draft);
  return moments.includes(field) && text !== '' ? `${fieldNames[field]} ${text}` : text;
}

export type EventSheetProps = {
  readonly editing: Editing<EventDraft>;
  readonly isNew: boolean;
  readonly taken: Taken;
};

/** The whole form of an event: in two columns on a desk, part by part on a phone. */
export function EventSheet({ editing, isNew, taken }: EventSheetProps) {
  const wide = useWideWindow();
  const { draft, problems } = editing;
  const isWalkIn = draft.quotas.mode === 'none';
  const onContent = (part: Partial<ContentDraft>) =>
    editing.onChange(part.kind === undefined ? part : { ...part, ...withKind(draft, part.kind) });
  const section = (title: string, fields: readonly (keyof EventDraft)[], body: ReactNode, isNeeded = false) => (
    <FormSection
      title={title}
      summary={fields
        // Ids say nothing to a reader.
        .filter((field) => !['unionId', 'stationId', 'zoneId', 'text', 'cover'].includes(field))
        .map((field) => summaryOf(field, draft))
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
          ['title', 'kind', 'provider', 'text', 'cover'],
          <ContentFields {...editing} onChange={onContent} />,
          true,
        )}
        {section(words.where, ['stationId', 'zoneId', 'unionId'], <WhereFields editing={editing} />, true)}
        {wide ? rest : null}
      </Column>
      <Column>
        {section(words.when, ['sessions'], <SessionsFields editing={editing} />, true)}
        {section(
          words.registration,
          ['opensAt', 'closesAt', 'cancelBy'],
          <RegistrationFields editing={editing} />,
          wide,
        )}
        {section(
          words.places,
          ['quotas', 'places', 'walkIns'],
          <View>
            <QuotaFields editing={editing} taken={taken} isMixer={draft.kind === 'mixer'} />
            {isWalkIn ? null : <WayFields editing={editing} />}
          </View>,
          true,
        )}
        {wide ? null : rest}
      </Column>
    </Columns>
  );
}

function WayFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing<EventDraft> }) {
  return (
    <Choices
      label={fieldNames.places}
      options={ways.map((value) => ({ value, ...placesNames[value] }))}
      value={draft.places}
      problem={problems['places']}
      onChange={(places) => onChange({ places })}
    />
  );
}
