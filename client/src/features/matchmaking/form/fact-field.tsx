import type { MatchFact } from '@contract/match-kind';
import { seenBy as audiences } from '@contract/match-kind';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PickField } from '@/ui/pick-field';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { factNames, seenByNames } from '../match-words';
import type { DraftProblems } from './draft-problems';
import { formText } from './form-copy';
import type { ProfileDraft } from './profile-draft';
import { UNSAID } from './profile-draft';

export type FieldsProps = {
  readonly draft: ProfileDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<ProfileDraft>) => void;
};

const seenByOptions = audiences.map((value) => ({ value, label: seenByNames[value] }));

export type FactFieldProps = Pick<FieldsProps, 'draft' | 'onChange'> & {
  readonly fact: MatchFact;
  /** Where nothing is said there is nothing to show anybody. */
  readonly isSaid: boolean;
  readonly children: ReactNode;
};

/** One fact, and right below it who sees it. */
export const FactField = ({ fact, isSaid, draft, onChange, children }: FactFieldProps) => (
  <View>
    {children}
    {isSaid ? (
      <PickField
        label={formText.seenBy(factNames[fact])}
        placeholder={seenByNames.studio}
        options={seenByOptions}
        value={draft.seenBy[fact]}
        onChange={(seenBy) => onChange({ seenBy: { ...draft.seenBy, [fact]: seenBy } })}
      />
    ) : null}
  </View>
);

/** Words of codes as choices, the first of which says nothing. */
export const choicesOf = <Code extends string>(names: Readonly<Record<Code, string>>): readonly Choice<Code>[] => [
  { value: UNSAID, label: formText.unsaid },
  ...(Object.keys(names) as Code[]).map((value) => ({ value, label: names[value] })),
];
type Choice<Code extends string> = { readonly value: Code | typeof UNSAID; readonly label: string };

type Shared = Pick<FieldsProps, 'draft' | 'onChange'> & { readonly fact: MatchFact };

export type PickFactProps<Code extends string> = Shared & {
  readonly choices: readonly Choice<Code>[];
  readonly value: Code | typeof UNSAID;
  readonly onPick: (value: Code | typeof UNSAID) => void;
};

/** A fact that is one of a few. */
export const PickFact = <Code extends string>({ choices, value, onPick, ...shared }: PickFactProps<Code>) => (
  <FactField {...shared} isSaid={value !== UNSAID}>
    <PickField
      label={factNames[shared.fact]}
      optional
      placeholder={formText.unsaid}
      options={choices}
      value={value}
      onChange={onPick}
    />
  </FactField>
);

export type WordsFactProps = Shared & {
  readonly hint: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onType: (value: string) => void;
};

/** A place, in a few words. */
export const LineFact = ({ hint, problem, value, onType, ...shared }: WordsFactProps) => (
  <FactField {...shared} isSaid={value !== ''}>
    <TextField
      label={factNames[shared.fact]}
      hint={hint}
      optional
      maxLength={12}
      problem={problem}
      value={value}
      onChange={onType}
    />
  </FactField>
);

/** Some sentences. */
export const LinesFact = ({ hint, problem, value, onType, ...shared }: WordsFactProps) => (
  <FactField {...shared} isSaid={value !== ''}>
    <TextArea
      label={factNames[shared.fact]}
      hint={hint}
      optional
      maxLength={200}
      problem={problem}
      value={value}
      onChange={onType}
    />
  </FactField>
);
