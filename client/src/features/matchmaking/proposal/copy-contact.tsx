import type { MatchContact } from '@contract/match-profile';
import { copyText } from '@/platform/device';
import { Button } from '@/ui/button';
import { useSay } from '@/ui/toast';
import { contactKindNames } from '../match-words';
import { proposalText as text } from './proposal-copy';

export function CopyContact({ contact: { kind, value } }: { readonly contact: MatchContact }) {
  const say = useSay();
  const onCopy = async () => say((await copyText(value)) ? text.copied : text.notCopied);
  return <Button onPress={() => void onCopy()}>{text.copy(contactKindNames[kind])}</Button>;
}
