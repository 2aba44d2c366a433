import CloudBase from '@cloudbase/manager-node';
import type { CloudSettings } from './settings';
import type { TencentCloud } from './tencent';
import { tencentDocuments } from './tencent-documents';
import { tencentFunctions } from './tencent-functions';
import { tencentStructure } from './tencent-structure';

/** The environment on Tencent's servers. Nothing is sent until something is asked. */
export function openTencent(settings: CloudSettings): TencentCloud {
  // `CloudBase.init` keeps the first environment it was given for the life of the process.
  const app = new CloudBase(settings);
  return {
    structure: tencentStructure(app, settings.envId),
    documents: tencentDocuments(settings),
    functions: tencentFunctions(app),
  };
}
