import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part, Press } from '@/platform/elements';
import { here } from '@/platform/here';
import { Asked } from '@/ui/asked';
import { Chip, chipClass } from '@/ui/chip';
import { classes } from '@/ui/classes';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { browseWords } from './browse-copy';
import styles from './browse.module.scss';
import { nearestStreet } from './nearest-street';

const at = classes(styles);

export type StreetChipsProps = {
  readonly street: string | null;
  readonly onStreet: (street: string | null) => void;
  readonly onClose: () => void;
};

/** Where stations are: by the phone's place, asked at a tap, or by name. */
export function StreetChips({ street, onStreet, onClose }: StreetChipsProps) {
  const { question } = useQuestion('station.listStreets', {});
  return (
    <Asked question={question} skeletonRows={2}>
      {({ streets }) => (
        <Part className={at('streets')} role="group" label={browseWords.streets}>
          <NearestChip streets={streets} onStreet={onStreet} />
          <Chip label={browseWords.allStreets} isOn={street === null} onPress={() => onStreet(null)} />
          {streets.map(({ district, street: name }) => (
            <Chip key={district + name} label={name} isOn={name === street} onPress={() => onStreet(name)} />
          ))}
          <Press className={chipClass(false)} onPress={onClose}>
            {browseWords.closeStreets}
          </Press>
        </Part>
      )}
    </Asked>
  );
}

type NearestChipProps = {
  readonly streets: ValueFor<'station.listStreets'>['streets'];
  readonly onStreet: (street: string | null) => void;
};

function NearestChip({ streets, onStreet }: NearestChipProps) {
  const [locating, setLocating] = useState<'no' | 'yes' | 'failed'>('no');
  const onNear = async () => {
    if (locating === 'yes') return;
    setLocating('yes');
    const place = await here();
    const nearest = place === null ? null : nearestStreet(streets, place);
    if (nearest === null) setLocating('failed');
    else onStreet(nearest);
  };
  return (
    <>
      <Press className={chipClass(false)} disabled={locating === 'yes'} onPress={() => void onNear()}>
        {locating === 'yes' ? browseWords.locating : browseWords.near}
      </Press>
      {locating === 'failed' ? <View className={at('hint')}>{browseWords.notLocated}</View> : null}
    </>
  );
}
