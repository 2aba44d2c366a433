import { ENVIRONMENT_ID, identityVariables } from './identity';
import type { Identity } from './identity';

/** `exports.main` of a cloud function. */
export type FunctionMain = (event: never, context: never) => unknown;

/** One running call. Its token travels in every request of its SDK, so that the emulator knows whose request it is. */
export type Invocation = {
  readonly token: string;
  readonly requestId: string;
  readonly functionName: string;
  readonly identity: Identity;
  readonly source: string;
  /** The functions that called one another to come here, the first one first. */
  readonly chain: readonly string[];
  /** Keeps a line that the function printed. */
  readonly print: (line: string) => void;
  roundTrips: number;
};

const wxKeys = 'WX_OPENID,WX_APPID,WX_API_TOKEN';
const tcbKeys =
  'TCB_ENV,TCB_SOURCE,TCB_SEQID,TCB_SESSIONTOKEN,TCB_UUID,TCB_CUSTOM_USER_ID,TCB_ISANONYMOUS_USER,LOGINTYPE,TRIGGER_SRC,TCB_CONTEXT_CNFG';

/**
 * The platform's variables of one call. With all of them set the SDK looks nothing up on the network and prints no
 * complaint; the credentials are dummies, so that a call which escapes to the real cloud is refused there.
 *
 * @param adminUrl where the SDK sends its requests
 */
export function platformVariables(
  invocation: Invocation,
  adminUrl: string,
  environmentId: string,
): Readonly<Record<string, string>> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    TENCENTCLOUD_SESSIONTOKEN: 'emulator',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_CONTEXT_KEYS: tcbKeys,
    WX_CONTEXT_KEYS: wxKeys,
    TCB_ENV: environmentId,
    TCB_SEQID: invocation.requestId,
    TCB_SESSIONTOKEN: invocation.token,
    ...identityVariables(invocation.identity, invocation.source),
  };
}

/** Who calls, and how: what differs from call to call. */
const callVariable =
  /^(WX_OPENID|WX_APPID|TCB_(SOURCE|SEQID|SESSIONTOKEN|UUID|CUSTOM_USER_ID|ISANONYMOUS_USER)|LOGINTYPE|TRIGGER_SRC)$/;

export const isOfCall = (name: string): boolean => callVariable.test(name);

export function ofCall(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => isOfCall(name)));
}

/** What a function may look at while it is loaded, before anybody has called it. */
export function ofEveryCall(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !isOfCall(name)));
}

/**
 * The second argument of a function, but for its clock. `getCloudbaseContext(context)` reads `environment`, which wins
 * over process.env.
 */
export function contextOf(
  invocation: Invocation,
  variables: Readonly<Record<string, string>>,
  limits: { readonly timeLimitMs: number; readonly memoryMb: number },
) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: limits.memoryMb,
    time_limit_in_ms: limits.timeLimitMs,
    request_id: invocation.requestId,
    function_version: '$LATEST',
    function_name: invocation.functionName,
    namespace: variables['SCF_NAMESPACE'] ?? ENVIRONMENT_ID,
    tencentcloud_region: 'ap-shanghai',
    environment: JSON.stringify(variables),
  };
}
