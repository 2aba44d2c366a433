import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading, Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { EventCard } from '../event-card';
import { momentOf } from '../event-time';
import type { SeatWords } from '../event-words';
import { ExcusePanel } from './excuse-panel';
import type { OwnGroup } from './own-groups';
import { listWords } from './own-list-copy';
import type { OwnEvent } from './own-news';
import { wordsOf } from './own-words';
import styles from './own.module.scss';
import { RatePanel } from './rate-panel';

const at = classes(styles);

export type OwnEventRowsProps = {
  readonly group: OwnGroup;
  readonly now: number;
  readonly onChanged: () => void;
};

/** Events of one's own that stand alike; what can be said about one is said right under it. */
export function OwnEventRows({ group, now, onChanged }: OwnEventRowsProps) {
  const { label, items } = group;
  return (
    <View>
      <Heading level={2} className={at('group')}>
        {label}
      </Heading>
      <Part role="list" label={label}>
        {items.map((item) => (
          <View key={item.event.eventId}>
            <EventCard event={item.event} now={now} own={standingOf(item, now)} />
            {item.own.may.rate || item.own.may.excuse ? <SaySomething item={item} onChanged={onChanged} /> : null}
          </View>
        ))}
      </Part>
    </View>
  );
}

function standingOf({ event, own }: OwnEvent, now: number): SeatWords {
  const { title, tone } = wordsOf(own, event, now);
  if (own.state === 'waiting' && own.position !== null) return { text: listWords.inLine(title, own.position), tone };
  if (own.state === 'offered' && own.until !== null)
    return { text: listWords.keptUntil(momentOf(own.until, now)), tone };
  return { text: title, tone };
}

/** A rating, or why one did not come: one at a time, opened by its button. */
function SaySomething({ item, onChanged }: { readonly item: OwnEvent; readonly onChanged: () => void }) {
  const [open, setOpen] = useState(false);
  const { event, own } = item;
  const what = own.may.rate ? listWords.rate : listWords.excuse;
  const onDone = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <View className={at('button')}>
      <Button kind="secondary" label={`${what}：${event.title}`} onPress={() => setOpen(!open)}>
        {open ? listWords.close : what}
      </Button>
      {open && own.may.rate ? <RatePanel own={own} onDone={onDone} /> : null}
      {open && !own.may.rate ? <ExcusePanel own={own} onDone={onDone} /> : null}
    </View>
  );
}
