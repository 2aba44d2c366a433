import { createRequire } from 'node:module';
import { currentScope } from './call-environment';

/** A form carries bytes, which only HTTP can. */
type SdkRequest = { readonly params: Readonly<Record<string, unknown>>; readonly isFormData?: boolean };
type Requester = { request: (request: SdkRequest) => Promise<unknown> };
type Wording = { E: (error: Readonly<Record<string, unknown>>) => Error };

let original: Requester['request'] | undefined;

/**
 * Lets requests of the unmodified node-sdk skip HTTP: what it would have posted goes straight to the emulator of the
 * call it is made in. Database, function and all other `/admin` calls pass this one place.
 *
 * Under jest this module and the SDK are loaded in the test's own registry, so importing local-cloud.ts in a test is
 * all it takes. After `jest.resetModules()` both must be imported anew.
 */
export function hookSdk(): void {
  const require = createRequire(__filename);
  const requester = require('@cloudbase/node-sdk/dist/utils/tcbapirequester') as Requester;
  const { E } = require('@cloudbase/node-sdk/dist/utils/utils') as Wording;
  if (original !== undefined) return;
  const overHttp = requester.request;
  original = overHttp;
  requester.request = async (request) => {
    const admin = currentScope()?.admin;
    if (admin === undefined || request.isFormData === true) return overHttp(request);
    const params = { ...request.params, tcb_sessionToken: process.env['TCB_SESSIONTOKEN'] };
    const answer = await admin(JSON.parse(JSON.stringify(params)) as Readonly<Record<string, unknown>>);
    if (typeof answer['code'] === 'string') throw E(answer);
    return answer;
  };
}
