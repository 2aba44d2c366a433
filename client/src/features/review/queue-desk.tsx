import type { CaseId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { usePages } from '@/use-pages';
import { CaseDesk } from './case-desk';
import { queueText } from './queue-copy';
import type { OpenedCase } from './queue-lists';
import { DecidedList, PendingList } from './queue-lists';
import styles from './queue.module.scss';
import { useBatch } from './use-batch';
import type { QueueView } from './view-switch';
import { ViewSwitch } from './view-switch';

const at = classes(styles);

/** The work that waits. On a desk the case lies open beside the list; on a phone it opens over it. */
export function QueueDesk() {
  const [view, setView] = useState<QueueView>('pending');
  const [open, setOpen] = useState<CaseId | null>(null);
  const pending = usePages('review.listPending');
  const batch = useBatch(pending.refresh);
  const wide = useWideWindow();
  const onOpen = ({ caseId, stationId, eventId }: OpenedCase) => {
    if (stationId !== null) go('desk', { id: stationId });
    else if (eventId !== null) go('eventDesk', { eventId });
    else if (wide) setOpen(caseId);
    else go('case', { caseId });
  };
  if (pending.question.at === 'refused' && pending.question.refusal === 'not-allowed') {
    const action = { label: queueText.staffOnlyAction, onPress: () => go('home') };
    return <Empty title={queueText.staffOnly} about={queueText.staffOnlyAbout} action={action} />;
  }
  const here = wide ? open : null;
  const list = (
    <View>
      <ViewSwitch view={view} onChange={setView} />
      {view === 'pending' ? (
        <PendingList {...pending} here={here} batch={batch} onOpen={onOpen} onOther={() => setView('decided')} />
      ) : (
        <Decided here={here} onOpen={onOpen} onOther={() => setView('pending')} />
      )}
    </View>
  );
  if (!wide) return list;
  return (
    <View className={at('desk')}>
      <View className={at('list')}>{list}</View>
      {/* A new one is read from its top. */}
      <View key={open ?? 'none'} className={at('open')}>
        {open === null ? (
          <Empty title={queueText.choose} about={queueText.chooseAbout} />
        ) : (
          <CaseDesk caseId={open} onOpen={setOpen} onDecided={() => void pending.refresh()} />
        )}
      </View>
    </View>
  );
}

type DecidedProps = Pick<Parameters<typeof DecidedList>[0], 'here' | 'onOpen' | 'onOther'>;

/** Asked anew each time one looks at it. */
function Decided(props: DecidedProps) {
  const decided = usePages('review.listDecided');
  return <DecidedList {...decided} {...props} />;
}
