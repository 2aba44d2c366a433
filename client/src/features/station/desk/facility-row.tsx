import type { FacilityState } from '@contract/facility';
import { View } from '@tarojs/components';
import { momentText } from '@/calendar-words';
import { Part, Press } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Tag } from '@/ui/tag';
import type { Tone } from '@/ui/tones';
import { facilityName } from '../offer-words';
import { deskText, facilityStates } from './desk-copy';
import styles from './facility-row.module.scss';
import type { FacilityLine, Marking } from './use-marking';

const at = classes(styles);
const words = deskText.facilities;
const states: readonly FacilityState[] = ['ok', 'broken', 'absent'];

/** One kind of facility: how it is and since when. Open, it is marked with one tap more. */
export function FacilityRow({ line, marking }: { readonly line: FacilityLine; readonly marking: Marking }) {
  const { code, count, checkedAt } = line;
  const isOpen = marking.open?.code === code;
  const name = facilityName(code);
  const { text: shown, tone } = shownOf(line);
  const since = checkedAt === null ? words.neverChecked : words.since(momentText(checkedAt));
  const about = [count > 0 ? words.pieces(count) : null, since].filter(Boolean).join('，');
  const deed = isOpen ? words.close : words.change;
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row')}
        label={[name, shown, about, deed].join('，')}
        onPress={() => marking.onOpen(isOpen ? null : line)}
      >
        <View className={at('words')}>
          <View className={at('head')}>
            <View className={at('name')}>{name}</View>
            <Tag tone={tone}>{shown}</Tag>
          </View>
          <View className={at('about')}>{about}</View>
        </View>
        <View className={at('deed')}>{deed}</View>
      </Press>
      {isOpen ? <Marks name={name} marking={marking} /> : null}
    </Part>
  );
}

/** What nobody has looked at yet is there, and no more is known. */
function shownOf({ state, checkedAt }: FacilityLine): { readonly text: string; readonly tone: Tone } {
  if (state === null) return { text: words.unknown, tone: 'plain' };
  return state === 'ok' && checkedAt === null ? { text: words.unseen, tone: 'plain' } : facilityStates[state];
}

function Marks({ name, marking }: { readonly name: string; readonly marking: Marking }) {
  const { step, open, onCount, onMark } = marking;
  const count = open?.count ?? 1;
  return (
    <Part className={at('open')} role="group" label={name}>
      <View className={at('count')}>
        <View className={at('label')}>{words.count}</View>
        <Press className={at('step')} label={words.fewer} onPress={() => onCount(count - 1)}>
          −
        </Press>
        <View className={at('number')}>{count}</View>
        <Press className={at('step')} label={words.more} onPress={() => onCount(count + 1)}>
          ＋
        </Press>
      </View>
      <DeedNotice step={step} />
      <View className={at('marks')}>
        {states.map((state) => (
          <View key={state} className={at('mark')}>
            <Button
              kind="secondary"
              label={`${name}${words.marks[state]}`}
              busy={step.at === 'sending'}
              onPress={() => onMark(state)}
            >
              {words.marks[state]}
            </Button>
          </View>
        ))}
      </View>
    </Part>
  );
}
