import type { StaffMember } from '@contract/appointment';
import { EpochMs } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { roleWords } from '@/role-words';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { ExtendForm } from './extend-form';
import { daysIfSoon } from './role-term';
import styles from './staff.module.scss';
import { staffText } from './staff-copy';
import type { HeldRole, StaffList } from './use-staff';
import { roleKey } from './use-staff';

const at = classes(styles);

type MemberProps = { readonly member: StaffMember; readonly list: StaffList };

/** One person and what they are, each role apart. */
export function StaffMemberPanel({ member, list }: MemberProps) {
  return (
    <Panel title={member.isSelf ? `${member.name}${staffText.self}` : member.name}>
      <Part role="list" label={member.name}>
        {member.roles.map((held) => (
          <RoleLines key={roleKey(member, held)} member={member} held={held} list={list} />
        ))}
      </Part>
      {member.isSelf ? <View className={at('about')}>{staffText.selfAbout}</View> : null}
    </Panel>
  );
}

function RoleLines({ member, held, list }: MemberProps & { readonly held: HeldRole }) {
  const [extending, setExtending] = useState(false);
  const { acted, busy } = list;
  const mine = acted !== null && acted.key === roleKey(member, held) ? acted.step : null;
  const { role, unionName, until } = held;
  const days = daysIfSoon(until, EpochMs.parse(Date.now()));
  return (
    <Part className={at('role')} role="listitem">
      <View className={at('head')}>
        <View className={at('name')}>{roleWords[role]}</View>
        {days === null ? null : <Tag tone="warn">{days === 0 ? staffText.endsToday : staffText.endsIn(days)}</Tag>}
      </View>
      <View className={at('about')}>{unionName}</View>
      <View className={at('about')}>{staffText.until(fullDayText(until))}</View>
      {mine === null ? null : <DeedNotice step={mine} />}
      {member.isSelf ? null : extending ? (
        <ExtendForm member={member} held={held} list={list} onClose={() => setExtending(false)} />
      ) : (
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button
              kind="secondary"
              label={staffText.extendOf(member.name, role, unionName)}
              disabled={busy}
              onPress={() => setExtending(true)}
            >
              {staffText.extend}
            </Button>
          </View>
          <View className={at('act')}>
            <Button
              kind="secondary"
              label={staffText.dismissOf(member.name, role, unionName)}
              busy={mine?.at === 'sending'}
              disabled={busy && mine?.at !== 'sending'}
              onPress={() => list.onDismiss(member, held)}
            >
              {staffText.dismiss}
            </Button>
          </View>
        </View>
      )}
    </Part>
  );
}
