import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { Chip } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { kindCodes, kindName } from '../event-words';
import { browseWords } from './browse-copy';
import styles from './browse.module.scss';
import { DayStrip } from './day-strip';
import { StreetChips } from './street-chips';
import type { EventFilter } from './use-browsing';

const at = classes(styles);

export type EventFiltersProps = {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
  readonly now: number;
};

/** From which day, where, and of which kind. */
export function EventFilters({ filter, onFilter, now }: EventFiltersProps) {
  const { from, kind, street } = filter;
  const isWide = useWideWindow();
  const [picking, setPicking] = useState(false);
  const onStreet = (picked: string | null) => {
    setPicking(false);
    onFilter({ ...filter, street: picked });
  };
  return (
    <View>
      <DayStrip from={from} onFrom={(day) => onFilter({ ...filter, from: day })} now={now} isWrapped={isWide} />
      <Part className={at('kinds', isWide && 'wrapped')} role="group" label={browseWords.kinds}>
        <Chip label={street ?? browseWords.street} isOn={street !== null} onPress={() => setPicking(!picking)} />
        {kindCodes.map((code) => (
          <Chip
            key={code}
            label={kindName(code)}
            isOn={code === kind}
            onPress={() => onFilter({ ...filter, kind: code === kind ? null : code })}
          />
        ))}
      </Part>
      {picking ? <StreetChips street={street} onStreet={onStreet} onClose={() => setPicking(false)} /> : null}
    </View>
  );
}
