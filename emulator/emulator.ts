import { getRequestListener } from '@hono/node-server';
import { assembleCloud } from './cloud';
import { gatewayApp } from './gateway/app';
import { listen } from './gateway/listen';
import { waysIn } from './gateway/ways-in';
import type { LocalCloud } from './local-cloud';
import type { EmulatorOptions } from './options';

export type { EmulatorOptions, Persona } from './options';

export type RunningEmulator = LocalCloud & {
  /** `http://127.0.0.1:<port>`: the H5 site, the gateway and, under /admin, what the SDK talks to. */
  readonly address: string;
  readonly port: number;
  /** Closes every socket and the data file. */
  stop(): Promise<void>;
};

/** The whole server on 127.0.0.1. Port 0 takes any free one; a port in use rejects with code EADDRINUSE. */
export async function startEmulator(options: EmulatorOptions & { readonly port: number }): Promise<RunningEmulator> {
  let address = '';
  const cloud = assembleCloud(options, () => address, false);
  const answerGateway = getRequestListener(gatewayApp(cloud, options).fetch);
  try {
    const server = await listen(
      options.port,
      waysIn(cloud, (request, response) => void answerGateway(request, response)),
    );
    address = server.address;
    return {
      ...cloud.local,
      address,
      port: server.port,
      stop: async () => {
        await server.stop();
        cloud.local.close();
      },
    };
  } catch (error) {
    cloud.local.close();
    throw error;
  }
}
