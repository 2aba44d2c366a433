import { Finder } from '@/features/station/find/finder';
import { findWords } from '@/features/station/find/find-copy';
import { useFinding } from '@/features/station/find/use-finding';
import { Screen } from '@/ui/screen';

export default function StationsPage() {
  const finding = useFinding();
  return (
    <Screen title={findWords.title} filled>
      <Finder finding={finding} />
    </Screen>
  );
}
