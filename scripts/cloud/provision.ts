import { collections } from '../../cloudfunctions/runtime/collections';
import type { CollectionDefinition } from '../../cloudfunctions/runtime/collections';
import { Staff } from '../../cloudfunctions/member/staff-records';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { startOfDay } from '../../types/time';
import { unionRecords } from '../seed/directory';
import { stationRecords } from '../seed/real-stations';
import { tallyNetwork } from '../../cloudfunctions/station/tally-network';
import type { Appointment } from './appointment';
import { appoint } from './appointment';
import { observeCollections, observeDocuments } from './observe';
import type { ActualCollection, Licence, Plan, Step, WantedDocuments } from './plan';
import { isWrong, planProvision } from './plan';
import { remarkWords, stepWords } from './plan-words';
import { NotReady } from './settings';
import type { Patience, Say } from './take-steps';
import { becomesTrue, takeSteps } from './take-steps';
import type { TencentCloud } from './tencent';

export type AppointmentWish = Omit<Appointment, 'unionName'>;

export type ProvisionWish = {
  readonly dryRun: boolean;
  readonly seed: boolean;
  readonly licence: Licence;
  readonly appointment: AppointmentWish | null;
  readonly today: ShanghaiDay;
};

const desired: readonly CollectionDefinition[] = collections;
const ours = desired.map(({ name }) => name);

/**
 * Plans, shows the plan, carries it out and looks again whether it became so. Run twice, the second changes nothing.
 *
 * @returns whether the database is now as declared
 */
export async function provision(
  cloud: TencentCloud,
  wish: ProvisionWish,
  patience: Patience,
  say: Say,
): Promise<boolean> {
  const environment = await cloud.structure.describeEnvironment();
  say(`环境 ${environment.name}（${environment.status}）`);
  const present = await observeCollections(cloud, ours);
  const documents = wish.seed ? await seeds(cloud, present, startOfDay(wish.today)) : [];
  const plan = planProvision(desired, present, documents, wish.licence);
  const steps = [...plan.steps, ...(await appointmentSteps(cloud, wish, present))];
  for (const remark of plan.remarks) say(`! ${remarkWords(remark)}`);
  if (steps.length === 0) say('没有需要改动的。');
  if (wish.dryRun) {
    for (const step of steps) say(`· ${stepWords(step)}`);
    say('以上只是计划，什么都没有改。');
    return !plan.remarks.some(isWrong);
  }
  const failed = await takeSteps(cloud, steps, patience, say);
  if (failed.size > 0) say(`✗ 没有完成：${[...failed].join('、')}。排除原因后再运行一次即可，已完成的不会重做。`);
  const isAsDeclared = failed.size === 0 && (await settles(cloud, wish, patience, say));
  const isDone = isAsDeclared && !plan.remarks.some(isWrong);
  say(isDone ? '✓ 数据库与声明一致。' : '✗ 数据库与声明不一致。');
  return isDone;
}

/** The stations that the texts name, without the network made up around them, and what the map counts of them. */
async function seeds(
  { documents }: TencentCloud,
  present: readonly ActualCollection[],
  now: EpochMs,
): Promise<WantedDocuments[]> {
  const stations = stationRecords(now);
  return [
    await observeDocuments(documents, 'unions', unionRecords(), present),
    await observeDocuments(documents, 'station-tallies', tallyNetwork(stations), present),
    await observeDocuments(documents, 'stations', stations, present),
  ];
}

/** A role names its union, so the union has to be in the directory, or on its way there with this run. */
async function appointmentSteps(
  { documents }: TencentCloud,
  { appointment, seed, today }: ProvisionWish,
  present: readonly ActualCollection[],
): Promise<Step[]> {
  if (appointment === null) return [];
  const { personId, unionId } = appointment;
  const isThere = (name: string): boolean => present.some((collection) => collection.name === name);
  const [stored] = isThere('unions') ? await documents.byIds('unions', [unionId]) : [];
  const union = stored ?? (seed ? unionRecords().find(({ _id }) => _id === unionId) : undefined);
  if (union === undefined || !('name' in union) || typeof union.name !== 'string')
    throw new NotReady(`名录里没有工会 ${unionId}：请先用 --seed 写入名录，或核对编号（data/unions.csv）。`);
  const [record] = isThere('staff') ? await documents.byIds('staff', [personId]) : [];
  const held = record === undefined ? null : Staff.parse(record);
  const after = appoint(held, { ...appointment, unionName: union.name }, today);
  if (after === null) return [];
  return held === null
    ? [{ act: 'add-documents', collection: 'staff', documents: [after] }]
    : [{ act: 'replace-document', collection: 'staff', document: after }];
}

/** The platform builds indexes and spreads permissions in its own time, and it says yes before either is done. */
async function settles(cloud: TencentCloud, wish: ProvisionWish, patience: Patience, say: Say): Promise<boolean> {
  let left: Plan = { steps: [], remarks: [] };
  const isSettled = await becomesTrue(patience.settledMs, patience.pollMs, async () => {
    left = planProvision(desired, await observeCollections(cloud, ours), [], wish.licence);
    return left.steps.length === 0;
  });
  for (const step of left.steps) say(`✗ 读回来仍然缺：${stepWords(step)}`);
  return isSettled;
}
