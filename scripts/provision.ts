/**
 * Makes the database of a CloudBase environment what `cloudfunctions/runtime/collections.ts` says.
 *
 *     npm run provision -- --dry-run
 *     npm run provision -- --seed
 *     npm run provision -- --administrator p… --union pudong --name 沈建国
 */
import { parseArgs } from 'node:util';
import { PersonId, UnionId } from '../types/ids';
import { EpochMs, ShanghaiDay, shanghaiDay } from '../types/time';
import { endWith } from './cloud/end-with';
import { openTencent } from './cloud/open-tencent';
import type { AppointmentWish, ProvisionWish } from './cloud/provision';
import { provision } from './cloud/provision';
import { NotReady, cloudSettings, readEnvironmentFiles } from './cloud/settings';
import { PATIENCE } from './cloud/take-steps';

const USAGE = `npm run provision -- [--dry-run] [--seed] [--overwrite] [--drop] [--administrator <人员编号> --union <工会编号> --name <姓名>]

  --dry-run         只列出要做的事，不做
  --seed            写入工会与驿站的初始名录，已有的不动
  --overwrite       与 --seed 同用：已被改动的初始记录也改回初始内容
  --drop            删除与声明不同的、以及多出来的索引（从不删除集合）
  --administrator   任命首位管理员：人员编号见 docs/deploy.md
  --union           任命到哪个工会，例如 pudong
  --name            管理员姓名
  --until           任期最后一天，例如 2027-12-31；默认一年`;

export function readProvisionWish(words: readonly string[]): ProvisionWish | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      'dry-run': { type: 'boolean', default: false },
      seed: { type: 'boolean', default: false },
      overwrite: { type: 'boolean', default: false },
      drop: { type: 'boolean', default: false },
      administrator: { type: 'string' },
      union: { type: 'string' },
      name: { type: 'string' },
      until: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { administrator, union, name, until } = values;
  return {
    dryRun: values['dry-run'],
    seed: values.seed,
    licence: { dropIndexes: values.drop, replaceDocuments: values.overwrite },
    appointment: readAppointment({ administrator, union, name, until }),
    today: shanghaiDay(EpochMs.parse(Date.now())),
  };
}

type AppointmentWords = Readonly<Record<'administrator' | 'union' | 'name' | 'until', string | undefined>>;

function readAppointment({ administrator, union, name, until }: AppointmentWords): AppointmentWish | null {
  if (administrator === undefined && union === undefined && name === undefined && until === undefined) return null;
  const personId = PersonId.safeParse(administrator);
  const unionId = UnionId.safeParse(union);
  const lastDay = until === undefined ? null : ShanghaiDay.safeParse(until);
  const isNamed = name !== undefined && name.trim() !== '';
  if (!personId.success || !unionId.success || !isNamed || lastDay?.success === false)
    throw new NotReady(
      '任命管理员要同时写明 --administrator <人员编号> --union <工会编号> --name <姓名>，任期写作 2027-12-31。',
    );
  return { personId: personId.data, unionId: unionId.data, name: name.trim(), until: lastDay?.data ?? null };
}

async function main(): Promise<boolean> {
  const wish = readProvisionWish(process.argv.slice(2));
  if (wish === null) {
    console.log(USAGE);
    return true;
  }
  readEnvironmentFiles();
  return provision(openTencent(cloudSettings(process.env)), wish, PATIENCE, console.log);
}

if (require.main === module) endWith(main());
