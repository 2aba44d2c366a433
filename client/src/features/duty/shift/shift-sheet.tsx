import type { DutyRole } from '@contract/duty-kind';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { notMineWord, roleAbout, roleName } from '../duty-words';
import { skillNeeded } from '../shift-words';
import { SwapPanel } from '../swap/swap-panel';
import { ChangePanel } from './change-panel';
import type { ShownShift } from './main-deed';
import { isBindingAtOnce, mainDeed } from './main-deed';
import { OwnPanel } from './own-panel';
import { shiftPhrases } from './shift-copy';
import { PeopleRows, ShiftHead, WhereRows } from './shift-facts';
import { ShiftFooter } from './shift-footer';
import styles from './shift.module.scss';
import { useReleasing } from './use-releasing';
import { useStandingBy } from './use-standing-by';
import { useTaking } from './use-taking';

const at = classes(styles);

export type ShiftSheetProps = {
  readonly shown: ShownShift;
  readonly now: number;
  readonly onChanged: () => void;
};

/** One shift as a volunteer sees it: theirs, to take, or why not. */
export function ShiftSheet({ shown, now, onChanged }: ShiftSheetProps) {
  const { shift, own, notMine, swaps, releaseHours } = shown;
  const { shiftId } = shift;
  const taking = useTaking(shiftId, onChanged);
  const releasing = useReleasing(shiftId, onChanged);
  const standingBy = useStandingBy(shiftId, onChanged);
  const roles = shift.needs.filter(({ free }) => free > 0);
  const [chosen, setChosen] = useState<DutyRole | null>(null);
  const [problem, setProblem] = useState<string>();
  const role = chosen ?? (roles.length === 1 ? (roles[0]?.role ?? null) : null);
  const deed = mainDeed(shown, now);
  const onTake = () => {
    if (role === null) setProblem(shiftPhrases.roleMissing);
    else taking.onTake(role);
  };
  const { given } = releasing;
  return (
    <Screen
      title={shiftPhrases.title}
      footer={
        <ShiftFooter deed={deed} own={own} shiftId={shiftId} role={role} taking={taking} standingBy={standingBy} onTake={onTake} /> // prettier-ignore
      }
    >
      <ShiftHead shown={shown} now={now} />
      <DeedNotice step={taking.step} />
      <DeedNotice step={releasing.step} />
      <DeedNotice step={standingBy.standing} />
      <DeedNotice step={standingBy.stepping} />
      {own === null ? null : <OwnPanel own={own} releaseHours={releaseHours} now={now} />}
      {own === null && given !== null && deed === 'take' ? (
        <Panel title={shiftPhrases.releasedTitle}>
          <View className={at('text')}>{shiftPhrases.releasedText}</View>
          <View className={at('button')}>
            <Button kind="secondary" busy={taking.step.at === 'sending'} onPress={() => taking.onTake(given)}>
              {shiftPhrases.takeBack}
            </Button>
          </View>
        </Panel>
      ) : null}
      {deed === 'take' && roles.length > 1 ? (
        <Choices
          label={shiftPhrases.role}
          options={roles.map((need) => ({
            value: need.role,
            label: roleName(need.role),
            about: [roleAbout(need.role), skillNeeded(need)].filter(Boolean).join('，'),
          }))}
          value={role}
          problem={problem}
          onChange={(picked) => {
            setChosen(picked);
            setProblem(undefined);
          }}
        />
      ) : null}
      {deed === 'take' && isBindingAtOnce(shown, now) ? (
        <Notice tone="info">{shiftPhrases.noReturn(releaseHours)}</Notice>
      ) : null}
      {own === null && deed === 'more' && notMine.length > 0 ? (
        <Notice tone="info" title={shiftPhrases.whyNot}>
          {notMine.map((reason) => (
            <View key={reason}>{notMineWord(reason)}</View>
          ))}
        </Notice>
      ) : null}
      {swaps.map((swap) => (
        <SwapPanel key={swap.swapId} swap={swap} now={now} onChanged={onChanged} />
      ))}
      <WhereRows shown={shown} now={now} />
      <PeopleRows shown={shown} now={now} />
      {own === null ? null : (
        <ChangePanel shown={shown} own={own} now={now} releasing={releasing} standingBy={standingBy} onChanged={onChanged} /> // prettier-ignore
      )}
    </Screen>
  );
}
