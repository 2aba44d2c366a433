import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Heading, Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import styles from '../head.module.scss';
import { useMinute } from '../use-minute';
import type { Signing } from './certificate-answer';
import { CertificateAnswer } from './certificate-answer';
import { HoursAnswer } from './hours-answer';
import { ExcuseAnswer, StewardAnswer, SwapAnswer, VolunteerAnswer } from './plain-answers';
import { waitingPhrases } from './waiting-copy';

const at = classes(styles);
const words = waitingPhrases;

export type Waiting = ValueFor<'duty.listWaiting'>;

/** Everything that waits for the head's word, at all their stations. */
export function WaitingDesk() {
  const { question, refresh } = useQuestion('duty.listWaiting', {});
  return (
    <Asked question={question} skeletonRows={5}>
      {(waiting) => <WaitingList waiting={waiting} onAnswered={refresh} />}
    </Asked>
  );
}

type WaitingListProps = { readonly waiting: Waiting; readonly onAnswered: () => Promise<void> };

/** What others wait for soonest comes first. */
function WaitingList({ waiting, onAnswered }: WaitingListProps) {
  const now = useMinute();
  const [signing, setSigning] = useState<Signing>({ responsible: '', contact: '' });
  const { swaps, volunteers, excuses, hours, certificates, stewards } = waiting;
  const things = Object.values(waiting).reduce((sum, list) => sum + list.length, 0);
  if (things === 0) return <Empty title={words.none} about={words.noneAbout} />;
  const given = { now, onAnswered };
  return (
    <View>
      <View className={at('lead')}>{words.count(things)}</View>
      <Kind title={words.swaps}>
        {swaps.map((one) => (
          <SwapAnswer key={one.swapId} one={one} {...given} />
        ))}
      </Kind>
      <Kind title={words.volunteers}>
        {volunteers.map((one) => (
          <VolunteerAnswer key={one.number} one={one} {...given} />
        ))}
      </Kind>
      <Kind title={words.excuses}>
        {excuses.map((one) => (
          <ExcuseAnswer key={one.shift.shiftId + one.number} one={one} {...given} />
        ))}
      </Kind>
      <Kind title={words.hours}>
        {hours.map((one) => (
          <HoursAnswer key={one.claimId} one={one} {...given} />
        ))}
      </Kind>
      <Kind title={words.certificates}>
        {certificates.map((one) => (
          <CertificateAnswer key={one.certificateId} one={one} signing={signing} onSigning={setSigning} {...given} />
        ))}
      </Kind>
      <Kind title={words.stewards}>
        {stewards.map((one) => (
          <StewardAnswer key={one.stewardId} one={one} {...given} />
        ))}
      </Kind>
    </View>
  );
}

function Kind({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <View>
      <Heading level={2} className={at('group')}>
        {title}
      </Heading>
      <Part role="list" label={title}>
        {children}
      </Part>
    </View>
  );
}
