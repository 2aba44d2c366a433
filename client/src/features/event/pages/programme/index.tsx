import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { EventCard } from '../../event-card';
import { programmeFacts, programmeIn, programmeWords } from '../../programme/programme-copy';

/** A campaign added up, and what comes next of it. */
export default function ProgrammePage() {
  const programme = programmeIn(useRouter().params);
  const { question } = useQuestion('event.showProgramme', programme === null ? null : { programme });
  return (
    <Screen title={programmeWords.title}>
      {programme === null ? (
        <Empty title={programmeWords.unknown} />
      ) : (
        <Asked question={question} skeletonRows={6}>
          {(found) => <Programme found={found} />}
        </Asked>
      )}
    </Screen>
  );
}

function Programme({ found }: { readonly found: ValueFor<'event.showProgramme'> }) {
  const now = Date.now();
  return (
    <View>
      <Panel title={found.programme} tone="accent">
        <Facts items={programmeFacts(found)} />
      </Panel>
      {found.next.length === 0 ? (
        <Empty title={programmeWords.none} />
      ) : (
        <Part role="list" label={programmeWords.next}>
          {found.next.map((event) => (
            <EventCard key={event.eventId} event={event} now={now} />
          ))}
        </Part>
      )}
    </View>
  );
}
