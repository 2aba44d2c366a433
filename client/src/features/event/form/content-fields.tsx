import type { Cover, EventKind } from '@contract/event-kind';
import { covers } from '@contract/event-kind';
import { View } from '@tarojs/components';
import { PickField } from '@/ui/pick-field';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { kindCodes, kindName } from '../event-words';
import { formText } from './form-copy';
import { coverNames, fieldNames } from './form-names';
import type { Problems } from './read-problems';

/** What something is: of an event, and of each turn of a series. */
export type ContentDraft = {
  readonly title: string;
  readonly kind: EventKind | null;
  readonly cover: Cover;
  readonly text: string;
  readonly provider: string;
};

export type ContentFieldsProps = {
  readonly draft: ContentDraft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<ContentDraft>) => void;
};

export function ContentFields({ draft, problems, onChange }: ContentFieldsProps) {
  const { title, kind, cover, text, provider } = draft;
  return (
    <View>
      <TextField
        label={fieldNames.title}
        hint={formText.hints.title}
        maxLength={40}
        value={title}
        problem={problems['title']}
        onChange={(typed) => onChange({ title: typed })}
      />
      <PickField
        label={fieldNames.kind}
        placeholder={fieldNames.kind}
        options={kindCodes.map((value) => ({ value, label: kindName(value) }))}
        value={kind}
        problem={problems['kind']}
        onChange={(picked) => onChange({ kind: picked })}
      />
      <TextField
        label={fieldNames.provider}
        hint={formText.hints.provider}
        optional
        maxLength={40}
        value={provider}
        problem={problems['provider']}
        onChange={(typed) => onChange({ provider: typed })}
      />
      <TextArea
        label={fieldNames.text}
        hint={formText.hints.text}
        optional
        maxLength={3_000}
        value={text}
        problem={problems['text']}
        onChange={(typed) => onChange({ text: typed })}
      />
      <PickField
        label={fieldNames.cover}
        placeholder={fieldNames.cover}
        options={covers.map((value) => ({ value, label: coverNames[value] }))}
        value={cover}
        problem={problems['cover']}
        onChange={(picked) => onChange({ cover: picked })}
      />
    </View>
  );
}
