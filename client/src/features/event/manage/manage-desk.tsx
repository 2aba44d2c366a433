import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import { usePages } from '@/use-pages';
import { EventRow } from './event-row';
import type { Which } from './manage-copy';
import { manageText } from './manage-copy';
import styles from './manage.module.scss';
import { WhichSwitch } from './which-switch';

const at = classes(styles);

/** The events of one's unions, and where new ones begin. */
export function ManageDesk() {
  const [which, setWhich] = useState<Which>('to-come');
  const { question, more } = usePages('event.listDesk', { which });
  const wide = useWideWindow();
  if (question.at === 'refused' && question.refusal === 'not-allowed') {
    return <Empty title={manageText.notAllowed} action={{ label: manageText.home, onPress: () => go('home') }} />;
  }
  const ways = (
    <Rows>
      <Row title={manageText.newEvent} about={manageText.newEventAbout} onPress={() => go('editEvent')} />
      <Row title={manageText.newSeries} about={manageText.newSeriesAbout} onPress={() => go('editSeries')} />
    </Rows>
  );
  const list = (
    <View>
      <WhichSwitch which={which} onChange={setWhich} />
      <Asked question={question} skeletonRows={6} empty={<Empty {...manageText.none[which]} />}>
        {(events) => (
          <Rows>
            {events.map((event) => (
              <EventRow key={event.eventId} event={event} onOpen={() => go('eventDesk', { id: event.eventId })} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
  if (!wide) {
    return (
      <View>
        {ways}
        {list}
      </View>
    );
  }
  return (
    <View className={at('columns')}>
      <View className={at('list')}>{list}</View>
      <View className={at('side')}>{ways}</View>
    </View>
  );
}
