import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FormSection } from '@/ui/form-section';
import { AudienceFields, FamilyFields } from './audience-fields';
import { termsTexts } from './draft-text';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { MoreFields } from './more-fields';
import { QuestionFields } from './question-fields';
import type { TermsDraft } from './terms-draft';

const words = formText.sections;

export type TermsSectionsProps = {
  readonly editing: TermsEditing;
  /** Then nobody brings children. */
  readonly inPairs?: boolean;
};

/** Who may come and what they are asked: the sections that an event and a series have alike, folded at first. */
export function TermsSections({ editing, inPairs = false }: TermsSectionsProps) {
  const { draft, problems } = editing;
  const isWalkIn = draft.quotas.mode === 'none';
  const section = (title: string, fields: readonly (keyof TermsDraft)[], body: ReactNode) => (
    <FormSection
      title={title}
      summary={fields
        .map((field) => termsTexts[field](draft))
        .filter(Boolean)
        .join('，')}
      fields={fields}
      problems={problems}
      startsOpen={false}
    >
      {body}
    </FormSection>
  );
  return (
    <View>
      {section(words.audience, ['audience'], <AudienceFields editing={editing} />)}
      {isWalkIn || inPairs ? null : section(words.family, ['family'], <FamilyFields editing={editing} />)}
      {isWalkIn ? null : section(words.fields, ['fields'], <QuestionFields editing={editing} />)}
      {section(words.more, ['fee', 'programme', 'contact'], <MoreFields editing={editing} />)}
    </View>
  );
}
