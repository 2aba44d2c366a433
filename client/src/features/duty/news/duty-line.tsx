import type { OwnPlace } from '@contract/duty-shift';
import { momentOf } from '@/features/event/event-time';
import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { isDutyTime } from '../duty-time';
import { useOwnDuty } from './use-own-duty';

/** On the first page of a volunteer: the next shift, and exchanges that wait for an answer. */
export function DutyLine() {
  const duty = useOwnDuty();
  if (duty === null || (duty.next === null && duty.swapsAsked === 0)) return null;
  const { next, swapsAsked } = duty;
  return (
    <Rows>
      {next === null ? null : <NextRow next={next} now={Date.now()} />}
      {swapsAsked === 0 ? null : (
        <Row title={`有 ${swapsAsked} 次换班等您答复`} tone="accent" onPress={() => go('volunteer')} />
      )}
    </Rows>
  );
}

function NextRow({ next, now }: { readonly next: OwnPlace; readonly now: number }) {
  const { shift, state, isStandby, isCalled } = next;
  const id = shift.shiftId;
  const where = `${shift.stationName} · ${shift.title}`;
  const when = momentOf(shift.startsAt, now);
  if (isDutyTime(next, now)) {
    const title = state === 'on-duty' ? '您正在值班，点这里继续' : `${when}的班，可以签到了`;
    return <Row title={title} about={where} tone="accent" onPress={() => go('onDuty', { id })} />;
  }
  const title = isStandby ? (isCalled ? '有人没到，请您来顶' : `候补：${when}`) : `下一班：${when}`;
  return <Row title={title} about={where} tone={isCalled ? 'accent' : 'good'} onPress={() => go('shift', { id })} />;
}
