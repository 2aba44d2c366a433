import http from 'node:http';
import https from 'node:https';

/**
 * Where tcb-admin-node and with it wx-server-sdk before 2.0 send everything; no variable would tell them otherwise. The
 * oldest ask WeChat by the second pair, over TLS.
 */
const hosts = new Set<unknown>([
  'tcb-admin.tencentyun.com',
  'tcb-open.tencentyun.com',
  'tcb-admin.tencentcloudapi.com',
  'tcb-open.tencentcloudapi.com',
]);

/**
 * Leads this thread's requests for the hosts of earlier SDKs to the emulator. They come as options and never as an
 * address, since those SDKs all use the package `request`.
 *
 * @param adminUrl the emulator's address at the time of a request, if it is known
 */
export function leadEarlierSdks(adminUrl: () => string | undefined): void {
  const plain = http.request as Request;
  for (const wire of [http, https]) {
    const original = wire.request as Request;
    const request: Request = (options, ...rest) => {
      const url = isForThem(options) ? adminUrl() : undefined;
      if (url === undefined) return original(options, ...rest);
      return plain(led(options as http.RequestOptions, new URL(url)), ...rest);
    };
    Object.assign(wire, { request });
  }
}

type Request = (options: unknown, ...rest: unknown[]) => http.ClientRequest;

function isForThem(options: unknown): boolean {
  if (typeof options !== 'object' || options === null || options instanceof URL) return false;
  const { host, hostname = host } = options as http.RequestOptions;
  return hosts.has(hostname);
}

function led(options: http.RequestOptions, { protocol, hostname, port, host }: URL): http.RequestOptions {
  const others = Object.entries(options.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'host');
  const headers = { ...Object.fromEntries(others), host };
  // An agent of one protocol refuses the other.
  return { ...options, agent: undefined, protocol, host: hostname, hostname, port, headers };
}

/** `TCB_CONTEXT_CNFG` tells later SDKs where to go. */
export function addressFrom(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = variables['TCB_CONTEXT_CNFG'];
  return text === undefined ? undefined : (JSON.parse(text) as { readonly URL?: string }).URL;
}
