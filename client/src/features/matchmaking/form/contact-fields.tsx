import type { MatchContact } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { Choices } from '@/ui/choices';
import { TextField } from '@/ui/text-field';
import { contactKindNames } from '../match-words';
import { formText as text } from './form-copy';
import type { ProfileDraft } from './profile-draft';

const contactOptions = (Object.keys(contactKindNames) as MatchContact['kind'][]).map((value) => ({
  value,
  label: contactKindNames[value],
}));

/** How one is reached, as it is typed. */
export type ContactDraft = Pick<ProfileDraft, 'contactKind' | 'contact'>;

export type ContactFieldsProps = {
  readonly draft: ContactDraft;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<ContactDraft>) => void;
};

/** A mobile number or a WeChat name. */
export const ContactFields = ({ draft: { contactKind, contact }, problem, onChange }: ContactFieldsProps) => (
  <View>
    <Choices
      label={text.contactKind}
      options={contactOptions}
      value={contactKind}
      onChange={(kind) => onChange({ contactKind: kind })}
    />
    <TextField
      label={contactKind === 'mobile' ? text.mobile : text.wechat}
      kind={contactKind === 'mobile' ? 'mobile' : 'text'}
      maxLength={20}
      problem={problem}
      value={contact}
      onChange={(typed) => onChange({ contact: typed })}
    />
  </View>
);
