import { collections } from '../../../cloudfunctions/runtime/collections';
import type { RunningEmulator } from '../../../emulator/emulator';
import { startEmulator } from '../../../emulator/emulator';
import { bringFunctionsUpToDate, functionsDirectory } from '../../build-functions';
import { newKeys } from '../keys';
import { openTencent } from '../open-tencent';
import type { Environment } from '../settings';
import { cloudSettings } from '../settings';
import type { TencentCloud } from '../tencent';
import type { FakeState } from './fake-actions';
import type { FakeTencent } from './fake-tencent';
import { startFakeTencent } from './fake-tencent';

/** Everything a deployment meets, on this machine: the built functions, a database and the platform's interface. */
export type Rehearsal = {
  readonly emulator: RunningEmulator;
  readonly environment: Environment;
  /** The platform in the given state. What was there before is stopped. */
  play(state: FakeState): Promise<{ readonly cloud: TencentCloud; readonly fake: FakeTencent }>;
  stop(): Promise<void>;
};

export async function rehearse(): Promise<Rehearsal> {
  await bringFunctionsUpToDate();
  const secrets: Record<string, string> = {
    ...Object.fromEntries(newKeys().split('\n').flatMap(asVariable)),
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: '0123456789abcdef'.repeat(2),
  };
  const emulator = await startEmulator({
    dataFile: ':memory:',
    port: 0,
    collections,
    functions: { directory: functionsDirectory },
    environment: secrets,
    strict: true,
  });
  const calmDown = hurry();
  let fake: FakeTencent | null = null;
  const invoke = async (name: string, message: unknown): Promise<unknown> =>
    (await emulator.call(name, message, { console: true })).result;
  const environment = {
    ...secrets,
    CLOUD_ENV: 'union-test',
    TENCENTCLOUD_SECRETID: 'AKIDtest',
    TENCENTCLOUD_SECRETKEY: 'secret-of-the-test',
  };
  return {
    emulator,
    environment,
    async play(state) {
      await fake?.stop();
      fake = await startFakeTencent(state, { documentsAddress: emulator.address, invoke });
      sendTo(fake.address);
      return { cloud: openTencent(cloudSettings(environment)), fake };
    },
    async stop() {
      calmDown();
      await fake?.stop();
      await emulator.stop();
    },
  };
}

const asVariable = (line: string): [string, string][] => {
  const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value]];
};

/** The package looks once a second whether a function is ready; the fake's are ready at once. */
function hurry(): () => void {
  const { setInterval: calm } = globalThis;
  const hurried = (act: () => void, everyMs?: number) => calm(act, everyMs === 1_000 ? 5 : everyMs);
  globalThis.setInterval = hurried as typeof calm;
  return () => {
    globalThis.setInterval = calm;
  };
}

type ManagementRequests = { readonly CloudService: { readonly prototype: object } };

/**
 * Only the `tcb` host can be set from outside (`TCB_BASE_URL`); the address of `scf` is written in the package. So the
 * one getter that gives the address is replaced, and all the rest, the signature included, stays the package's own.
 */
function sendTo(address: string): void {
  const { CloudService } = jest.requireActual<ManagementRequests>(
    '@cloudbase/manager-node/lib/utils/cloud-api-request',
  );
  Object.defineProperty(CloudService.prototype, 'baseUrl', {
    configurable: true,
    get(this: { service: string }) {
      return `${address}/${this.service}`;
    },
  });
  // On a laptop the SDK looks for the platform's own network before each request, and waits for it not to answer.
  process.env['TENCENTCLOUD'] = 'true';
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: `${address}/admin` });
}
