import { LiveCode } from '@/features/station/presence/live-code';
import type { PresenceNow } from '@/features/station/presence/presence-now';
import { Empty } from '@/ui/empty';
import { hostText } from './host-copy';

/** The event's code, to be scanned by whoever comes; or that there is none any more. */
export const CodeBoard = ({ code, onAgain }: { readonly code: PresenceNow; readonly onAgain: () => void }) =>
  code.at === 'over' ? (
    <Empty title={hostText.over} about={hostText.overAbout} action={{ label: hostText.again, onPress: onAgain }} />
  ) : (
    <LiveCode code={code} about={hostText.codeAbout} label={hostText.qr} isTight />
  );
