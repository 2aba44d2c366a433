import type { TaskKey } from '@contract/duty-upkeep';
import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { facilityName } from '@/features/station/offer-words';
import { here } from '@/platform/here';
import { Asked } from '@/ui/asked';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { reportPhrases as words, listReportableRefusals, reportNeedRefusals } from './here-copy';

type Thing = ValueFor<'duty.listReportable'>['things'][number];

/** Something does not work or is gone: those who look after the place are told. The map stays as it is until they looked. */
export function ReportPanel({ stationId }: { readonly stationId: StationId }) {
  const { question, refresh } = useQuestion('duty.listReportable', { stationId }, listReportableRefusals);
  const { step, run } = useDeed('duty.reportNeed', reportNeedRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onTell = async (key: TaskKey, what: string): Promise<void> => {
    if (step.at === 'sending' || !(await ask(words.ask(what)))) return;
    const after = await run({ stationId, key, place: await here() });
    if (after.at !== 'done') return;
    say(words.told);
    await refresh();
  };
  return (
    <View>
      <Asked question={question} skeletonRows={4}>
        {({ things }) => (
          <Rows label={words.title}>
            {things.length === 0 ? <Row title={words.none} about={words.noneAbout} /> : null}
            {things.map((thing) => {
              const { key, facility, isKnown } = thing;
              const name = nameOf(thing);
              const what = facility === null ? words.gone(name) : words.broken(name);
              return isKnown ? (
                <Row key={key} title={name} about={words.known} />
              ) : (
                <Row
                  key={key}
                  title={name}
                  deed={facility === null ? words.isGone : words.isBroken}
                  onPress={() => void onTell(key, what)}
                />
              );
            })}
          </Rows>
        )}
      </Asked>
      <DeedNotice step={step} />
    </View>
  );
}

const nameOf = ({ facility, name }: Thing): string => (facility === null ? (name ?? '') : facilityName(facility));
