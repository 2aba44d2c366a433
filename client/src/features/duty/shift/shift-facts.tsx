import { View } from '@tarojs/components';
import { callNumber } from '@/features/station/detail/call-number';
import { openNavigation } from '@/platform/location';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Heading } from '@/platform/elements';
import { Row, Rows } from '@/ui/rows';
import { placeWords, roleName } from '../duty-words';
import { needWords, skillNeeded } from '../shift-words';
import { When } from '../when';
import type { ShownShift } from './main-deed';
import { shiftPhrases } from './shift-copy';
import styles from './shift.module.scss';

const at = classes(styles);

type PartProps = { readonly shown: ShownShift; readonly now: number };

/** When, and which shift. */
export const ShiftHead = ({ shown: { shift }, now }: PartProps) => (
  <View className={at('head')}>
    <Heading level={2} className={at('when')}>
      <When shift={shift} now={now} />
    </Heading>
    <View className={at('title')}>{shift.stationName}</View>
    <View className={at('title')}>{shift.title}</View>
  </View>
);

/** How to get there, and whom to call. */
export function WhereRows({ shown: { shift, place, phone } }: PartProps) {
  const { stationId, stationName: name, street, address } = shift;
  const where = `${street} ${address}`;
  return (
    <Rows label={shiftPhrases.where}>
      {place === null ? (
        <Row title={name} about={where} onPress={() => go('station', { id: stationId })} />
      ) : (
        <Row title={shiftPhrases.navigate} about={where} onPress={() => openNavigation({ place, name, address })} />
      )}
      {phone === null ? null : <Row title={shiftPhrases.phone} about={phone} onPress={() => callNumber(phone)} />}
    </Rows>
  );
}

/** Who comes, and who is still wanted. */
export function PeopleRows({ shown: { shift, colleagues } }: PartProps) {
  return (
    <Rows label={shiftPhrases.people}>
      {colleagues.map(({ number, calledName, role, state, isSelf }) => (
        <Row
          key={number}
          title={isSelf ? `${calledName}（${shiftPhrases.self}）` : calledName}
          about={roleName(role)}
          value={state === 'held' ? undefined : placeWords[state].text}
        />
      ))}
      {shift.needs
        .filter(({ free }) => free > 0 || colleagues.length === 0)
        .map((need) => (
          <Row key={need.role} title={needWords(need)} about={skillNeeded(need) ?? undefined} />
        ))}
    </Rows>
  );
}
