import type { FacilityCode } from '@contract/facility';
import { View } from '@tarojs/components';
import { facilityName } from '@/features/station/offer-words';
import { Part, Press } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { listText } from './on-duty-copy';
import styles from './on-duty.module.scss';

const at = classes(styles);

export type FacilityLinesProps = {
  readonly codes: readonly FacilityCode[];
  readonly works: Readonly<Partial<Record<FacilityCode, boolean>>>;
  readonly onChange: (code: FacilityCode, works: boolean) => void;
  readonly onRest: () => void;
  /** Those that were not looked at, when one tried to save. */
  readonly problem: string | undefined;
};

/** Each facility works or is broken; whoever has looked at all says the rest at once. */
export function FacilityLines({ codes, works, onChange, onRest, problem }: FacilityLinesProps) {
  return (
    <Panel title={listText.facilities}>
      <View className={at('about')}>{listText.facilitiesAbout}</View>
      {codes.map((code) => (
        <View key={code} className={at('line')}>
          <View className={at('name')}>{facilityName(code)}</View>
          <Part className={at('pair')} role="radiogroup" label={facilityName(code)}>
            {[true, false].map((isGood) => (
              <View key={String(isGood)} className={at('half')}>
                <Press
                  className={at('choice', works[code] === isGood && (isGood ? 'good' : 'bad'))}
                  role="radio"
                  label={`${facilityName(code)}，${isGood ? listText.works : listText.broken}`}
                  checked={works[code] === isGood}
                  onPress={() => onChange(code, isGood)}
                >
                  {`${works[code] === isGood ? '✓ ' : ''}${isGood ? listText.works : listText.broken}`}
                </Press>
              </View>
            ))}
          </Part>
        </View>
      ))}
      <View className={at('gap')}>
        <Button kind="secondary" onPress={onRest}>
          {listText.restWorks}
        </Button>
      </View>
      {problem === undefined ? null : (
        <Part className={at('wrong')} role="alert">
          {problem}
        </Part>
      )}
    </Panel>
  );
}
