import type { MatchPurpose } from '@contract/match-kind';
import { View } from '@tarojs/components';
import { Checks } from '@/ui/choices';
import { Problem } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { consentWords, statementWords } from '../consent-words';
import { Points } from '../points';
import { joinText } from './join-copy';
import type { Statement } from './use-joining';

/** Those that are asked before anything is told; the picture's is asked with the picture. */
const asked = ['pool', 'proposals', 'suggestions', 'sensitive'] as const satisfies readonly MatchPurpose[];

export type StatementStepProps = {
  readonly stated: readonly Statement[];
  readonly agreed: readonly MatchPurpose[];
  /** Which part keeps one from going on, once one tried to. */
  readonly missing: readonly ('statement' | 'pool')[];
  readonly onState: (stated: readonly Statement[]) => void;
  readonly onAgree: (agreed: readonly MatchPurpose[]) => void;
};

/** What one states, and what one agrees to: each with a tick of its own, none of them set. */
export function StatementStep({ stated, agreed, missing, onState, onAgree }: StatementStepProps) {
  return (
    <View>
      <Panel title={statementWords.title}>
        <View>{statementWords.about}</View>
        <StatementChecks stated={stated} isMissing={missing.includes('statement')} onState={onState} />
      </Panel>
      {asked.map((purpose) => (
        <ConsentPanel
          key={purpose}
          purpose={purpose}
          isTicked={agreed.includes(purpose)}
          problem={purpose === 'pool' && missing.includes('pool') ? joinText.poolMissing : undefined}
          onTick={(ticked) => onAgree(ticked ? [...agreed, purpose] : agreed.filter((other) => other !== purpose))}
        />
      ))}
    </View>
  );
}

export type StatementChecksProps = {
  readonly stated: readonly Statement[];
  readonly isMissing: boolean;
  readonly onState: (stated: readonly Statement[]) => void;
};

export const StatementChecks = ({ stated, isMissing, onState }: StatementChecksProps) => (
  <View>
    <Checks
      options={[
        { value: 'isSingle', label: statementWords.isSingle },
        { value: 'isOfAge', label: statementWords.isOfAge },
      ]}
      values={stated}
      onChange={onState}
    />
    <Problem>{isMissing ? statementWords.missing : undefined}</Problem>
  </View>
);

export type ConsentPanelProps = {
  readonly purpose: MatchPurpose;
  readonly isTicked: boolean;
  readonly problem?: string | undefined;
  readonly onTick: (isTicked: boolean) => void;
};

/** One purpose: what it means, and one tick for it alone. */
export function ConsentPanel({ purpose, isTicked, problem, onTick }: ConsentPanelProps) {
  const { title, agree, points } = consentWords[purpose];
  return (
    <Panel title={title}>
      <Tag tone={purpose === 'pool' ? 'accent' : 'plain'}>{purpose === 'pool' ? joinText.needed : joinText.free}</Tag>
      <Points points={points} />
      <Checks
        options={[{ value: purpose, label: agree }]}
        values={isTicked ? [purpose] : []}
        onChange={(values) => onTick(values.length > 0)}
      />
      <Problem>{problem}</Problem>
    </Panel>
  );
}
