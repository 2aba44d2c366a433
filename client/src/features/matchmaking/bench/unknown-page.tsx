import { replaceWith } from '@/routes';
import { Empty } from '@/ui/empty';
import { benchPhrases } from './bench-words';

/** An address that names nobody and nothing. */
export const UnknownPage = () => (
  <Empty
    title={benchPhrases.unknown}
    about={benchPhrases.unknownAbout}
    action={{ label: benchPhrases.toBench, onPress: () => replaceWith('bench') }}
  />
);
