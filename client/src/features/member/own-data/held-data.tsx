import type { HeldField } from '@contract/own-data';
import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { go } from '@/routes';
import { isWorkRelation, workRelationNames } from '@/work-words';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { groupsOf } from './corrections';
import { fieldNames, keptWords, ownDataText, purposeNames } from './own-data-copy';
import styles from './own-data.module.scss';

const at = classes(styles);
const text = ownDataText.held;

/** What is held, and for each the reason and the end. */
export function HeldData({ held }: { readonly held: readonly HeldField[] }) {
  if (held.length === 0) {
    return (
      <Empty
        title={text.empty}
        about={text.emptyAbout}
        action={{ label: text.emptyAction, onPress: () => go('enrol') }}
      />
    );
  }
  return (
    <Panel title={text.title}>
      {groupsOf(held).map((group) => (
        <Group key={group[0]?.field} fields={group} />
      ))}
      <View className={at('note')}>{text.masked}</View>
    </Panel>
  );
}

function Group({ fields }: { readonly fields: readonly HeldField[] }) {
  const [first] = fields;
  if (first === undefined) return null;
  return (
    <View className={at('group')}>
      <Facts items={fields.map((field) => ({ label: fieldNames[field.field], value: shownText(field) }))} />
      <View className={at('why')}>
        <View>{`${text.purpose}：${purposeNames[first.purpose]}`}</View>
        <View>{`${text.kept}：${keptText(first)}`}</View>
      </View>
    </View>
  );
}

const keptText = ({ keptUntil, deletedOn }: HeldField): string =>
  deletedOn === null ? keptWords[keptUntil] : text.deletedOn(fullDayText(deletedOn));

function shownText({ field, shown }: HeldField): string {
  if (shown === null) return '';
  if (field === 'workRelation' && isWorkRelation(shown)) return workRelationNames[shown];
  return field === 'signature' ? text.signed(shown) : shown;
}
