import type { CaseId } from '@contract/ids';
import type { CaseSummary, DecidedCase } from '@contract/review';
import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { MoreButton } from '@/ui/more-button';
import { Rows } from '@/ui/rows';
import type { More } from '@/use-pages';
import type { Question } from '@/use-question';
import { BatchBar, BatchResults } from './batch-panels';
import { CaseRow, DecidedRow } from './case-row';
import { queueText } from './queue-copy';
import styles from './queue.module.scss';
import type { Batch } from './use-batch';

const at = classes(styles);

/** A person's case opens here; what a station owes is done at that station's desk, what an event owes at the event's. */
export type OpenedCase = Pick<CaseSummary, 'caseId' | 'stationId' | 'eventId'>;

type ListProps<Item> = {
  readonly question: Question<readonly Item[]>;
  readonly more: More;
  /** The case that is open beside the list. */
  readonly here: CaseId | null;
  readonly onOpen: (opened: OpenedCase) => void;
  /** Shows the other list. */
  readonly onOther: () => void;
};

export function PendingList(props: ListProps<CaseSummary> & { readonly batch: Batch }) {
  const { question, more, here, batch, onOpen, onOther } = props;
  const { choosing, chosen } = batch;
  const ticked = ({ kind, caseId }: CaseSummary) => (kind === 'enrolment' ? chosen.includes(caseId) : 'no');
  const action = { label: queueText.noneAction, onPress: onOther };
  return (
    <View>
      <BatchResults batch={batch} />
      <Asked
        question={question}
        skeletonRows={5}
        empty={<Empty title={queueText.none} about={queueText.noneAbout} action={action} />}
      >
        {(items) => (
          <View>
            {choosing ? (
              <View className={at('about')}>{queueText.batch.about}</View>
            ) : (
              <BatchStart items={items} onStart={batch.onStart} />
            )}
            <Rows>
              {items.map((item) => (
                <CaseRow
                  key={item.caseId}
                  item={item}
                  here={item.caseId === here}
                  ticked={choosing ? ticked(item) : null}
                  onPress={() => (choosing ? batch.onToggle(item.caseId) : onOpen(item))}
                />
              ))}
            </Rows>
            <MoreButton more={more} />
            {choosing ? <BatchBar batch={batch} onApprove={() => batch.onApprove(items)} /> : null}
          </View>
        )}
      </Asked>
    </View>
  );
}

/** Offered where there are at least two to approve. */
function BatchStart({ items, onStart }: { readonly items: readonly CaseSummary[]; readonly onStart: () => void }) {
  if (items.filter(({ kind }) => kind === 'enrolment').length < 2) return null;
  return (
    <View className={at('action')}>
      <Button kind="secondary" onPress={onStart}>
        {queueText.batch.start}
      </Button>
    </View>
  );
}

export function DecidedList({ question, more, here, onOpen, onOther }: ListProps<DecidedCase>) {
  const action = { label: queueText.noneDecidedAction, onPress: onOther };
  return (
    <View>
      <Asked
        question={question}
        skeletonRows={5}
        empty={<Empty title={queueText.noneDecided} about={queueText.noneDecidedAbout} action={action} />}
      >
        {(items) => (
          <Rows>
            {items.map((item) => (
              <DecidedRow key={item.caseId} item={item} here={item.caseId === here} onPress={() => onOpen(item)} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}
