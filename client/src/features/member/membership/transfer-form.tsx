import { ShortText } from '@contract/enrolment';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fieldProblem } from '@/field-problem';
import { DeedNotice } from '@/ui/deed-notice';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { TextArea } from '@/ui/text-area';
import { UnionFinder } from '@/union-finder/union-finder';
import type { UnionSearch } from '@/union-finder/use-union-search';
import { words } from './membership-copy';
import styles from './membership-sheet.module.scss';
import type { TransferRequest } from './use-transfer';

const at = classes(styles);

export type TransferFormProps = {
  readonly from: string;
  readonly request: TransferRequest;
  readonly search: UnionSearch;
};

/** Which union, why, and then one asks. */
export function TransferForm({ from, request, search }: TransferFormProps) {
  const { union, reason, step, onChoose, onReason, onRequest, onStay } = request;
  const [checked, setChecked] = useState(false);
  const problem = checked ? fieldProblem(ShortText, reason) : undefined;

  const onSubmit = () => {
    setChecked(true);
    if (union !== null && fieldProblem(ShortText, reason) === undefined) onRequest({ union, reason });
  };

  return (
    <Panel title={words.form.title}>
      <View className={at('muted')}>{words.form.from(from)}</View>
      {union === null ? (
        <UnionFinder label={words.form.search} search={search} onChoose={onChoose} />
      ) : (
        <View>
          <Rows label={words.form.chosen}>
            <Row title={union.name} about={words.form.again} onPress={() => onChoose(null)} />
          </Rows>
          <TextArea
            label={words.form.reason}
            hint={words.form.reasonHint}
            value={reason}
            maxLength={200}
            problem={problem}
            onChange={onReason}
          />
          <DeedNotice step={step} />
          <View className={at('action')}>
            <Button busy={step.at === 'sending'} onPress={onSubmit}>
              {words.form.submit}
            </Button>
          </View>
        </View>
      )}
      <View className={at('action')}>
        <Button kind="secondary" onPress={onStay}>
          {words.form.stay}
        </Button>
      </View>
    </Panel>
  );
}
