import type { StationSummary } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Heading, Part, Press } from '@/platform/elements';
import { openNavigation } from '@/platform/location';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import type { Question } from '@/use-question';
import { distanceWords } from '../distance-words';
import { brokenWords, facilityCodes, facilityName } from '../offer-words';
import { extraWords, whereWords } from '../station-row';
import { StatusTag } from '../status-tag';
import { statusWords } from '../status-words';
import { distanceFrom, findWords } from './find-copy';
import styles from './station-card.module.scss';

const at = classes(styles);

export type StationCardProps = {
  readonly name: string;
  readonly question: Question<StationSummary>;
  /** From where its distance was told. */
  readonly origin: 'here' | 'centre';
  readonly now: number;
  readonly onClose: () => void;
};

/** The station that was tapped: enough to decide to go there. */
export function StationCard({ name, question, origin, now, onClose }: StationCardProps) {
  return (
    <Part className={at('card')} role="group" label={name}>
      <View className={at('head')}>
        <Heading level={2} className={at('name')}>
          {name}
        </Heading>
        <Press className={at('close')} onPress={onClose} focused>
          {findWords.backToList}
        </Press>
      </View>
      <Asked question={question} skeletonRows={2}>
        {(station) => <CardBody station={station} origin={origin} now={now} />}
      </Asked>
    </Part>
  );
}

type CardBodyProps = Pick<StationCardProps, 'origin' | 'now'> & { readonly station: StationSummary };

function CardBody({ station, origin, now }: CardBodyProps) {
  const { stationId, name, address, place, status, distanceM, broken, offers } = station;
  const damage = brokenWords(broken);
  const works = facilityCodes.filter((code) => offers.includes(code)).map(facilityName);
  return (
    <View>
      <StatusTag state={status.state} reason={statusWords(status, now).reasons.join('，')} />
      {damage === null ? null : <View className={at('damage')}>{damage}</View>}
      <View className={at('line')}>
        {[distanceM === null ? null : distanceFrom(origin, distanceWords(distanceM)), whereWords(station)]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {extraWords(station) === '' ? null : <View className={at('line')}>{extraWords(station)}</View>}
      {works.length === 0 ? null : (
        <View className={at('line')}>
          {findWords.works}：{works.join('、')}
        </View>
      )}
      {place === null ? <View className={at('line')}>{findWords.noPlace}</View> : null}
      <View className={at('buttons')}>
        {place === null ? null : (
          <View className={at('button')}>
            <Button onPress={() => openNavigation({ place, name, address })}>{findWords.navigate}</Button>
          </View>
        )}
        <View className={at('button')}>
          <Button kind="secondary" onPress={() => go('station', { id: stationId })}>
            {findWords.details}
          </Button>
        </View>
      </View>
    </View>
  );
}
