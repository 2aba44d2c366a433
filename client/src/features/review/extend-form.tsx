import type { StaffMember } from '@contract/appointment';
import { EpochMs } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import type { Term } from './role-term';
import { lastDayOf, terms } from './role-term';
import styles from './staff.module.scss';
import { extendText, termWords } from './staff-copy';
import type { HeldRole, StaffList } from './use-staff';

const at = classes(styles);

export type ExtendFormProps = {
  readonly member: StaffMember;
  readonly held: HeldRole;
  readonly list: StaffList;
  readonly onClose: () => void;
};

/** Only terms that end later than the role does now: to make one shorter is to dismiss and appoint. */
export function ExtendForm({ member, held, list, onClose }: ExtendFormProps) {
  const [term, setTerm] = useState<Term | null>(null);
  const [pressed, setPressed] = useState(false);
  const today = EpochMs.parse(Date.now());
  const longer = terms.filter((candidate) => lastDayOf(candidate, today) > held.until);
  const onPress = async () => {
    setPressed(true);
    if (term !== null && (await list.onExtend(member, held, lastDayOf(term, today)))) onClose();
  };
  return (
    <View>
      {longer.length === 0 ? (
        <View className={at('about')}>{extendText.longest}</View>
      ) : (
        <View>
          <Choices
            label={extendText.term}
            options={longer.map((value) => ({
              value,
              label: termWords[value],
              about: extendText.until(fullDayText(lastDayOf(value, today))),
            }))}
            value={term}
            problem={pressed && term === null ? extendText.choose : undefined}
            onChange={setTerm}
          />
          <View className={at('action')}>
            <Button busy={list.busy} onPress={() => void onPress()}>
              {extendText.send}
            </Button>
          </View>
        </View>
      )}
      <View className={at('action')}>
        <Button kind="secondary" onPress={onClose}>
          {extendText.stay}
        </Button>
      </View>
    </View>
  );
}
