import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { reportPhrases as words } from './reports-copy';

/** A report that is not there, or not the reader's to decide. */
export const UnknownReport = ({ why = words.unknownAbout }: { readonly why?: string | undefined }) => (
  <Empty
    title={words.unknown}
    about={why}
    action={{ label: words.toList, onPress: () => replaceWith('matchReports') }}
  />
);
