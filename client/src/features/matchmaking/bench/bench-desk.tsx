import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { dayText, fullDayText } from '@/calendar-words';
import styles from '../../duty/head.module.scss';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { BenchAsked } from './bench-asked';
import { pledgeText, todayWords as words } from './bench-copy';
import { benchRefusals } from './bench-words';
import { PledgePanel } from './pledge-panel';

const at = classes(styles);
type Bench = ValueFor<'matchmaking.showBench'>;
type Counts = NonNullable<Bench['counts']>;

/** What is to be done today; before the pledge is signed, the pledge. */
export function BenchDesk() {
  const { question, refresh } = useQuestion('matchmaking.showBench', {}, benchRefusals);
  return (
    <BenchAsked question={question} skeletonRows={5}>
      {(bench) => {
        if (bench.studios.length === 0) return <Empty title={words.noStudio} about={words.noStudioAbout} />;
        return bench.pledge.isSigned ? <Today bench={bench} /> : <PledgePanel onSigned={refresh} />;
      }}
    </BenchAsked>
  );
}

function Today({ bench: { studios, pledge, counts, nextSitting } }: { readonly bench: Bench }) {
  // Counts are of all studios together: beside a row they stand only where there is but one.
  const [only, ...others] = studios;
  const ofOne = only !== undefined && others.length === 0;
  return (
    <View>
      {ofOne || counts === null ? null : (
        <Panel title={words.total}>
          <Facts
            items={[
              { label: words.pool, value: words.people(counts.profiles) },
              { label: words.held, value: words.things(counts.held) },
              { label: words.followUps, value: words.things(counts.followUps) },
              { label: words.proposals, value: words.open(counts.open) },
            ]}
          />
        </Panel>
      )}
      {studios.map(({ studioId, name, stationName }) => (
        <View key={studioId}>
          <StudioRows
            label={name}
            studioId={studioId}
            counts={ofOne ? counts : null}
            next={nextSitting?.studioId === studioId ? nextSitting : null}
          />
          <View className={at('about')}>{stationName}</View>
        </View>
      ))}
      {pledge.until === null ? null : (
        <View className={at('about')}>{pledgeText.until(fullDayText(pledge.until))}</View>
      )}
    </View>
  );
}

type StudioRowsProps = {
  readonly label: string;
  readonly studioId: UnionId;
  readonly counts: Counts | null;
  readonly next: Bench['nextSitting'];
};

function StudioRows({ label, studioId, counts, next }: StudioRowsProps) {
  const id = studioId;
  const valued = (text: (counts: Counts) => string) => (counts === null ? undefined : text(counts));
  return (
    <Rows label={label}>
      {next === null ? (
        <Row title={words.sitting} about={words.noNext} />
      ) : (
        <Row
          title={words.sitting}
          about={words.next(dayText(next.day), next.booked)}
          onPress={() => go('sittingDay', { id, day: next.day })}
        />
      )}
      <Row
        title={words.followUps}
        value={valued(({ followUps }) => words.things(followUps))}
        onPress={() => go('followUps', { id })}
      />
      <Row title={words.held} value={valued(({ held }) => words.things(held))} onPress={() => go('held', { id })} />
      <Row
        title={words.pool}
        value={valued(({ profiles }) => words.people(profiles))}
        onPress={() => go('pool', { id })}
      />
      <Row
        title={words.proposals}
        value={valued(({ open }) => words.open(open))}
        onPress={() => go('studioProposals', { id })}
      />
      <Row title={words.mixers} about={words.mixersAbout} onPress={() => go('mixers', { id })} />
    </Rows>
  );
}
