/**
 * Builds the cloud functions and puts them into a CloudBase environment.
 *
 *     npm run deploy
 *     npm run deploy -- --only member
 *     npm run deploy -- --new-keys
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, functionsDirectory } from './build-functions';
import { packageCode } from './cloud/code-package';
import { declaredFunctions } from './cloud/declared-functions';
import type { Build } from './cloud/deploy';
import { deploy } from './cloud/deploy';
import { endWith } from './cloud/end-with';
import { newKeys } from './cloud/keys';
import { openTencent } from './cloud/open-tencent';
import { cloudSettings, readEnvironmentFiles } from './cloud/settings';

const USAGE = `npm run deploy -- [--only <函数>] [--allow-key-change]
npm run deploy -- --new-keys

  --only               只部署一个云函数，例如 member
  --allow-key-change   允许换掉云端正在使用的密钥，只用于还没有数据的环境
  --new-keys           生成一套新密钥，不部署`;

const buildAll: Build = async () => {
  await buildFunctions();
  return (name) => packageCode(path.join(functionsDirectory, name));
};

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'allow-key-change': { type: 'boolean', default: false },
      'new-keys': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values['new-keys']) {
    console.log(values.help ? USAGE : newKeys());
    return true;
  }
  readEnvironmentFiles();
  const settings = cloudSettings(process.env);
  const declared = declaredFunctions();
  const wish = { declared, only: values.only ?? null, allowKeyChange: values['allow-key-change'] };
  return deploy(openTencent(settings), wish, process.env, buildAll, console.log);
}

if (require.main === module) endWith(main());
