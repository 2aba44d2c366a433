import { View } from '@tarojs/components';
import { Choices } from '@/ui/choices';
import { Panel } from '@/ui/panel';
import { formText } from './form-copy';
import type { Conflict, Field } from './use-form';

const words = formText.conflict;

export type ConflictPanelProps<Draft> = {
  readonly conflict: Conflict<Draft>;
  readonly mine: Draft;
  readonly names: Readonly<Record<Field<Draft>, string>>;
  /** What a field says, for comparing. */
  readonly texts: { readonly [Name in Field<Draft>]: (draft: Draft) => string };
  readonly onChoose: (field: Field<Draft>, whose: 'mine' | 'theirs') => void;
};

/** A colleague was quicker: for each thing that both changed, whose stands. */
export function ConflictPanel<Draft>({ conflict, mine, names, texts, onChoose }: ConflictPanelProps<Draft>) {
  const { theirs, fields, taken, chosen } = conflict;
  const said = (field: Field<Draft>, draft: Draft): string => {
    const text = texts[field](draft);
    return text === '' ? formText.nothing : text;
  };
  return (
    <Panel title={words.title} tone="warn">
      <View>{fields.length === 0 ? words.aboutNone : words.about}</View>
      {taken.length === 0 ? null : <View>{words.taken + taken.map((field) => names[field]).join('、')}</View>}
      {fields.map((field) => (
        <Choices
          key={field}
          label={words.choose(names[field])}
          options={[
            { value: 'mine', label: words.mine, about: said(field, mine) },
            { value: 'theirs', label: words.theirs, about: said(field, theirs) },
          ]}
          value={chosen[field] ?? null}
          onChange={(whose) => onChoose(field, whose)}
        />
      ))}
    </Panel>
  );
}
