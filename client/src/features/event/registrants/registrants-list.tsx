import type { RegistrationState } from '@contract/event-kind';
import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Chip } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import { RegistrantEntry } from './registrant-entry';
import { filterNames, registrantsText } from './registrants-copy';
import styles from './registrants.module.scss';
import { useRegistrants } from './use-registrants';

const at = classes(styles);
const text = registrantsText;
const states = Object.keys(filterNames) as readonly RegistrationState[];

/** Who is coming, without names. Give it the event's id as key. */
export function RegistrantsList({ eventId }: { readonly eventId: EventId }) {
  const { question, more, refresh, state, onState, title, sessions, questions } = useRegistrants(eventId);
  return (
    <View>
      {title === null ? null : (
        <Heading level={2} className={at('name')}>
          {title}
        </Heading>
      )}
      <View className={at('about')}>{text.about}</View>
      <Part className={at('chips')} role="group" label={text.filters}>
        <Chip label={text.all} isOn={state === null} onPress={() => onState(null)} />
        {states.map((one) => (
          <Chip
            key={one}
            label={filterNames[one]}
            isOn={state === one}
            onPress={() => onState(state === one ? null : one)}
          />
        ))}
      </Part>
      <Asked
        question={question}
        skeletonRows={6}
        empty={
          <Empty
            title={state === null ? text.none : text.noneSuch}
            about={state === null ? text.noneAbout : undefined}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RegistrantEntry
                key={row.lot}
                eventId={eventId}
                row={row}
                sessions={sessions}
                questions={questions}
                reread={refresh}
              />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}
