/**
 * Calls every cloud function of an environment as a stranger and says whether it answers as its contract promises.
 *
 *     npm run smoke
 *     npm run smoke -- --only station
 */
import { parseArgs } from 'node:util';
import { declaredFunctions } from './cloud/declared-functions';
import { endWith } from './cloud/end-with';
import { openTencent } from './cloud/open-tencent';
import { NotReady, cloudSettings, readEnvironmentFiles } from './cloud/settings';
import { smoke } from './cloud/smoke';

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = declaredFunctions().map(({ name }) => name);
  const chosen = names.filter((name) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new NotReady(`没有叫 ${values.only ?? ''} 的云函数，只有 ${names.join('、')}。`);
  readEnvironmentFiles();
  const { functions } = openTencent(cloudSettings(process.env));
  const isSound = await smoke(functions, chosen, console.log);
  console.log(isSound ? '✓ 全部符合约定。' : '✗ 有不符合约定的答复，见上表。');
  return isSound;
}

if (require.main === module) endWith(main());
