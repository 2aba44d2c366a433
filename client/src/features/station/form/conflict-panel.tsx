import { View } from '@tarojs/components';
import { Choices } from '@/ui/choices';
import { Panel } from '@/ui/panel';
import { ChangeLine } from './change-line';
import type { Draft } from './draft';
import { fieldText } from './draft-text';
import { fieldNames, formText } from './form-copy';
import type { DraftField } from './merge';
import type { Conflict } from './use-station-form';

const words = formText.conflict;

export type ConflictPanelProps = {
  readonly conflict: Conflict;
  /** The revision that one began from: what came after it is told. */
  readonly since: number;
  readonly mine: Draft;
  readonly onChoose: (field: DraftField, whose: 'mine' | 'theirs') => void;
};

/** A colleague was quicker: who changed what, and for each thing that both changed, whose stands. */
export function ConflictPanel({ conflict, since, mine, onChoose }: ConflictPanelProps) {
  const { shown, theirs, fields, taken, chosen } = conflict;
  const changes = shown.changes.filter(({ revision }) => revision > since);
  return (
    <Panel title={words.title} tone="warn">
      <View>{words.about}</View>
      {changes.map((change) => (
        <ChangeLine key={change.revision} change={change} />
      ))}
      {taken.length === 0 ? null : <View>{words.taken + taken.map((field) => fieldNames[field]).join('、')}</View>}
      {fields.map((field) => (
        <Choices
          key={field}
          label={words.choose(fieldNames[field])}
          options={[
            { value: 'mine', label: words.mine, about: fieldText(field, mine) },
            { value: 'theirs', label: words.theirs, about: fieldText(field, theirs) },
          ]}
          value={chosen[field] ?? null}
          onChange={(whose) => onChoose(field, whose)}
        />
      ))}
    </Panel>
  );
}
