import type { ArticleKind } from '@contract/article';
import { View } from '@tarojs/components';
import { DayField } from '@/features/duty/day-field';
import type { FormHand } from '@/features/event/form/use-form';
import { Choices } from '@/ui/choices';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { articleFormText, kindNames } from './article-copy';
import type { Draft } from './article-draft';

const words = articleFormText;
const kinds = (Object.keys(kindNames) as ArticleKind[]).map((value) => ({
  value,
  label: kindNames[value],
  about: words.kindAbout[value],
}));

export type ArticleFieldsProps = { readonly hand: FormHand<Draft>; readonly about: string };

export function ArticleFields({ hand, about }: ArticleFieldsProps) {
  const { draft, problems, onChange } = hand;
  return (
    <Panel>
      <View>{about}</View>
      <Choices
        label={words.names.kind}
        options={kinds}
        value={draft.kind}
        problem={problems['kind']}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={words.names.title}
        hint={words.titleHint}
        maxLength={40}
        value={draft.title}
        problem={problems['title']}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        label={words.names.body}
        hint={words.bodyHint}
        maxLength={2_000}
        value={draft.body}
        problem={problems['body']}
        onChange={(body) => onChange({ body })}
      />
      <DayField
        label={words.names.lastDay}
        hint={words.lastDayHint}
        optional
        value={draft.lastDay}
        problem={problems['lastDay']}
        onChange={(lastDay) => onChange({ lastDay })}
      />
    </Panel>
  );
}
