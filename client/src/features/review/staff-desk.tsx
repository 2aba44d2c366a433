import type { StaffMember } from '@contract/appointment';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useWideWindow } from '@/platform/wide-window';
import { go } from '@/routes';
import { toTop } from '@/platform/to-top';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import type { ChosenUnion } from '@/union-finder/union-finder';
import { AppointForm } from './appoint-form';
import styles from './staff.module.scss';
import { staffText } from './staff-copy';
import { StaffMemberPanel } from './staff-member-panel';
import { useAppointing } from './use-appointing';
import type { StaffList } from './use-staff';
import { useStaff } from './use-staff';

const at = classes(styles);

/** Who may do what for the union. On a desk the form lies beside the list; on a phone it takes its place. */
export function StaffDesk() {
  const list = useStaff();
  const [adding, setAdding] = useState(false);
  const wide = useWideWindow();
  // Where the form takes the list's place, it is read from its top, and so is the list.
  useEffect(toTop, [adding]);
  const onAppointed = async () => {
    setAdding(false);
    await list.refresh();
  };
  const own = list.question.at === 'loaded' ? ownUnion(list.question.value.staff) : null;
  const appointing = useAppointing({ own, onAppointed });

  if (list.question.at === 'refused' && list.question.refusal === 'not-allowed') {
    const action = { label: staffText.onlyAction, onPress: () => go('home') };
    return <Empty title={staffText.only} about={staffText.onlyAbout} action={action} />;
  }
  if (wide) {
    return (
      <View className={at('desk')}>
        <View className={at('list')}>
          <People list={list} />
        </View>
        <View className={at('aside')}>
          <AppointForm appointing={appointing} />
        </View>
      </View>
    );
  }
  if (adding) return <AppointForm appointing={appointing} onStay={() => setAdding(false)} />;
  return <People list={list} onAdd={() => setAdding(true)} />;
}

/** An administrator of one union most often appoints for it. */
function ownUnion(staff: readonly StaffMember[]): ChosenUnion | null {
  const held = staff.find(({ isSelf }) => isSelf)?.roles.filter(({ role }) => role === 'administrator') ?? [];
  const [only] = held;
  return only === undefined || held.length > 1 ? null : { unionId: only.unionId, name: only.unionName };
}

function People({ list, onAdd }: { readonly list: StaffList; readonly onAdd?: () => void }) {
  const add = onAdd === undefined ? undefined : { label: staffText.add, onPress: onAdd };
  return (
    <View>
      <View className={at('about')}>{staffText.about}</View>
      <Asked question={list.question}>
        {({ staff }) =>
          staff.length === 0 ? (
            <Empty title={staffText.none} about={staffText.noneAbout} action={add} />
          ) : (
            <View>
              {add === undefined ? null : (
                <View className={at('action')}>
                  <Button onPress={add.onPress}>{add.label}</Button>
                </View>
              )}
              <View className={at('count')}>{staffText.count(staff.length)}</View>
              {staff.map((member) => (
                <StaffMemberPanel key={member.personId} member={member} list={list} />
              ))}
            </View>
          )
        }
      </Asked>
    </View>
  );
}
