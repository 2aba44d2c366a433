import { View } from '@tarojs/components';
import { useState } from 'react';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Row, Rows } from '@/ui/rows';
import { momentOf } from '../event-time';
import { whereOf } from '../event-words';
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
  const asking = items.filter(({ own }) => own.may.rate || own.may.excuse);
  return (
    <View>
      <Rows label={label}>
        {items.map((item) => (
          <OwnEventRow key={item.event.eventId} item={item} now={now} />
        ))}
      </Rows>
      {asking.map((item) => (
        <SaySomething key={item.event.eventId} item={item} onChanged={onChanged} />
      ))}
    </View>
  );
}

function OwnEventRow({ item, now }: { readonly item: OwnEvent; readonly now: number }) {
  const { event, own } = item;
  const { title, tone } = wordsOf(own, event, now);
  const position = own.state === 'waiting' && own.position !== null ? `第 ${own.position} 位` : null;
  return (
    <Row
      title={event.title}
      about={`${[title, position].filter(Boolean).join('，')}\n${momentOf(event.nextAt, now)} · ${whereOf(event)}`}
      tone={tone === 'accent' ? 'accent' : 'plain'}
      onPress={() => go('event', { id: event.eventId })}
    />
  );
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
      <Button kind="secondary" onPress={() => setOpen(!open)}>
        {open ? listWords.close : `${what}：${event.title}`}
      </Button>
      {open && own.may.rate ? <RatePanel own={own} onDone={onDone} /> : null}
      {open && !own.may.rate ? <ExcusePanel own={own} onDone={onDone} /> : null}
    </View>
  );
}
