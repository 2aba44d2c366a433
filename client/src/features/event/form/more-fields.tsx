import { View } from '@tarojs/components';
import { TextField } from '@/ui/text-field';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { fieldNames } from './form-names';

const lines = [
  { field: 'fee', maxLength: 40 },
  { field: 'programme', maxLength: 30 },
  { field: 'contact', maxLength: 40 },
] as const;

/** What is said beside: a fee, a campaign, whom to ask. */
export function MoreFields({ editing: { draft, problems, onChange } }: { readonly editing: TermsEditing }) {
  return (
    <View>
      {lines.map(({ field, maxLength }) => (
        <TextField
          key={field}
          label={fieldNames[field]}
          hint={formText.hints[field]}
          optional
          maxLength={maxLength}
          value={draft[field]}
          problem={problems[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </View>
  );
}
