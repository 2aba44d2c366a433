import type { FollowUpStage } from '../../types/match-kind';
import { followUpStages } from '../../types/match-kind';
import { EpochMs, NEVER } from '../../types/time';
import type { ProposalSide } from './proposal-records';

const DAY_MS = 86_400_000;
/** Three days, three weeks, three months after both heard. Days. */
const stageDays = { days: 3, weeks: 21, months: 90 } as const satisfies Record<FollowUpStage, number>;

type Asked = Pick<ProposalSide, 'followsUp' | 'done'>;

/** When the studio asks how it goes. */
export const stageAt = (revealsAt: EpochMs, stage: FollowUpStage): EpochMs =>
  EpochMs.parse(revealsAt + stageDays[stage] * DAY_MS);

/** Stages that the studio has not seen to; none of somebody who does not want to be asked. */
export const stagesLeft = ({ followsUp, done }: Asked): FollowUpStage[] =>
  followsUp ? followUpStages.filter((stage) => !done.includes(stage)) : [];

/** The earliest stage of the two that is not seen to; `NEVER` when none is. */
export const nextFollowUp = (revealsAt: EpochMs, sides: readonly Asked[]): EpochMs =>
  sides
    .flatMap(stagesLeft)
    .map((stage) => stageAt(revealsAt, stage))
    .reduce((one, other) => (other < one ? other : one), NEVER);

/** Stages of one side that have come and that the matchmaker has not seen to, and the next one that is to come. */
export function stagesOf(
  side: Asked,
  revealsAt: EpochMs,
  now: EpochMs,
): { due: FollowUpStage[]; later: FollowUpStage[] } {
  const left = stagesLeft(side);
  const due = left.filter((stage) => stageAt(revealsAt, stage) <= now);
  return { due, later: left.filter((stage) => !due.includes(stage)).slice(0, 1) };
}

/** Stages that have come and that this side was not told of. */
export const untold = (side: Asked & Pick<ProposalSide, 'told'>, revealsAt: EpochMs, now: EpochMs): FollowUpStage[] =>
  stagesOf(side, revealsAt, now).due.filter((stage) => !side.told.includes(stage));

/** When this side is told next; `NEVER` when it is not. */
export const nextTelling = (side: Asked & Pick<ProposalSide, 'told'>, revealsAt: EpochMs): EpochMs => {
  const [next] = stagesLeft(side).filter((stage) => !side.told.includes(stage));
  return next === undefined ? NEVER : stageAt(revealsAt, next);
};
