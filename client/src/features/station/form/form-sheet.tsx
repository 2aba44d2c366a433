import type { StationChange } from '@contract/station-form';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { Column, Columns } from '@/ui/columns';
import { ChangeLine } from './change-line';
import type { Draft } from './draft';
import { fieldText } from './draft-text';
import { FacilityFields } from './facility-fields';
import { formText } from './form-copy';
import { FormSection } from '@/ui/form-section';
import { BasicFields, KindFields } from './kind-fields';
import { OpeningFields } from './opening-fields';
import { HonourFields, MoreFields } from './honour-fields';
import { OutletFields, ServiceFields, ZoneFields } from './service-fields';
import { PlaceFields } from './place-fields';
import type { Editing } from './use-station-form';

const words = formText.sections;

export type FormSheetProps = {
  readonly editing: Editing;
  readonly unionName: string | null;
  /** null for a new station. */
  readonly changes: readonly StationChange[] | null;
};

/** The whole form: in two columns on a desk, part by part on a phone. */
export function FormSheet({ editing, unionName, changes }: FormSheetProps) {
  const wide = useWideWindow();
  const { draft, problems } = editing;
  const isNew = changes === null;
  const section = (title: string, fields: readonly (keyof Draft)[], body: ReactNode, needed = false) => (
    <FormSection
      title={title}
      summary={fields
        // Ids and degrees say nothing to a reader: the union by its name, the parent once the section is open.
        .filter((field) => field !== 'parentId')
        .map((field) => (field === 'unionId' ? (unionName ?? formText.nothing) : briefText(field, draft)))
        .filter((text) => text !== formText.nothing)
        .join('，')}
      fields={fields}
      problems={problems}
      startsOpen={wide ? needed || !isNew : needed && isNew}
    >
      {body}
    </FormSection>
  );
  return (
    <Columns>
      <Column>
        {section(
          words.basic,
          ['name', 'category', 'signNo', 'phone', 'openedOn', 'areaM2', 'features'],
          <BasicFields editing={editing} />,
          true,
        )}
        {section(
          words.kind,
          ['unionId', 'tier', 'parentId'],
          <KindFields editing={editing} unionName={unionName} />,
          true,
        )}
        {section(
          words.where,
          ['city', 'district', 'street', 'address', 'place'],
          <PlaceFields editing={editing} />,
          true,
        )}
        {section(words.outlet, ['outlet'], <OutletFields editing={editing} />)}
        {section(words.honours, ['awards', 'grades'], <HonourFields editing={editing} />)}
      </Column>
      <Column>
        {section(words.opening, ['opening'], <OpeningFields editing={editing} />, true)}
        {section(words.facilities, ['facilities'], <FacilityFields editing={editing} />)}
        {section(words.services, ['services', 'meals', 'swap'], <ServiceFields editing={editing} />)}
        {section(words.rooms, ['zones'], <ZoneFields editing={editing} />)}
        {section(words.more, ['waterQuota', 'doorId', 'notice'], <MoreFields editing={editing} />)}
        {changes === null ? null : <History changes={changes} />}
      </Column>
    </Columns>
  );
}

function briefText(field: keyof Draft, draft: Draft): string {
  const text = fieldText(field, draft);
  return field === 'place' && text !== formText.nothing ? formText.placed : text;
}

function History({ changes }: { readonly changes: readonly StationChange[] }) {
  return (
    <FormSection title={words.history} summary="" fields={[]} problems={{}} startsOpen={false}>
      {changes.length === 0 ? (
        <View>{formText.history.none}</View>
      ) : (
        <Part role="list">
          {changes.map((change) => (
            <ChangeLine key={change.revision} change={change} />
          ))}
        </Part>
      )}
    </FormSection>
  );
}
