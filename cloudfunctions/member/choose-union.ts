import type { UnionId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { UnionChoice } from '../../types/union';
import { refusalOf } from './change';
import { consentsTo } from './consents';
import { asDraft, mayEdit } from './enrolment';
import { enrolmentView } from './enrolment-view';
import { workStatement } from './find-union';
import type { ChosenUnion, UnionRecord } from './records';
import { loadMember, saveMember, unions } from './records';
import { withPurge } from './retention';
import type { Handler } from './scene';
import type { Route, WorkStatement } from './union-routing';
import { route, routingKeys } from './union-routing';

export const chooseUnion: Handler<'chooseUnion'> = async ({ unionId, reason }, { now, personId }) => {
  const member = await loadMember(personId);
  if (!consentsTo(member.consents, 'membership')) return refuse('consent-needed');
  if (!mayEdit(member)) return refuse('application-not-editable');
  const work = workStatement(member);
  if (work === null) return refuse('work-not-stated');
  const candidates = await unions.find({ serves: { in: routingKeys(work) } }, { limit: 100 });
  const found = route(candidates, work);
  if (found === null) return refuse('work-not-stated');
  const wanted = candidates.find((union) => union._id === unionId) ?? (await unions.get(unionId));
  const union = chosen(found, { wanted, unionId, reason, work, candidates });
  if (!union.ok) return union;
  const saved = await saveMember(member, withPurge({ ...asDraft(member, now), union: union.value }, now));
  if (saved.outcome !== 'saved') return refusalOf({ ok: false, refusal: 'changed-meanwhile', member });
  return agree(enrolmentView(saved.member, null));
};

type Wish = {
  readonly wanted: UnionRecord | null;
  readonly unionId: UnionId;
  readonly reason: string | null;
  readonly work: WorkStatement;
  readonly candidates: readonly UnionRecord[];
};

/** The choice with the rule that speaks for it; another than the recommended one needs the person's own reason. */
function chosen(
  found: Route,
  { wanted, unionId, reason, work, candidates }: Wish,
): Result<ChosenUnion, 'union-not-found' | 'reason-needed'> {
  if (wanted === null) return refuse('union-not-found');
  const recommended = found.recommended.unionId === unionId;
  if (!recommended && reason === null) return refuse('reason-needed');
  const known = [found.recommended, ...found.others].find((choice) => choice.unionId === unionId);
  const areaName = (areaId: string | null): string | null =>
    candidates.find((union) => union.serves.includes(`area:${areaId ?? ''}`))?.areaName ?? null;
  const choice: UnionChoice = known ?? { unionId, name: wanted.name, level: wanted.level, rule: 'own-choice' };
  return agree({
    ...choice,
    recommended,
    reason: recommended ? null : reason,
    offices: wanted.offices,
    workArea: areaName(work.workAreaId),
    homeArea: areaName(work.homeAreaId),
  });
}
